import type { ReadYaml } from "../check-syntax/syntax-problem.ts";
import { isMap } from "../values.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What is known of a text of YAML beside its key. */
export interface YamlAbout {
  readonly key: string;
  readonly readYaml: ReadYaml;
}

/** Reads the map that a text of YAML is: values of a chart. An empty one is an empty map, and only the first document counts. */
export function checkYamlMap(text: string, { key, readYaml }: YamlAbout): SecretProblem | undefined {
  const documents = readYaml(text);
  const [document] = documents ?? [];
  if (documents && ((document ?? undefined) === undefined || isMap(document))) return undefined;
  // Who refers to it may want a single value under any key.
  return { key, message: "is no map of YAML", hint: "give names, and values behind them", severity: "warning" };
}

/** Reads the headers of a notification: names of headers, and a text behind each. */
export function checkHeaders(text: string, { key, readYaml }: YamlAbout): SecretProblem | undefined {
  const hint = 'give an object of texts, or its YAML: { Authorization: fromEnv("HEADER") }';
  const [document] = readYaml(text) ?? [];
  if (!isMap(document)) return { key, message: "is no map of YAML", hint };
  const [wrong] = Object.values(document).filter((value) => typeof value !== "string" && value !== null);
  return wrong === undefined
    ? undefined
    : { key, message: "has a value that is no text", hint: `${hint}; quote numbers` };
}

/** Reads the credentials of AWS KMS. */
export function checkAwsKms(text: string, { key, readYaml }: YamlAbout): SecretProblem | undefined {
  const fields = ["aws_access_key_id", "aws_secret_access_key"];
  const [document] = readYaml(text) ?? [];
  const missing = isMap(document) ? fields.find((field) => !isText(document[field])) : fields[0];
  if (missing === undefined) return undefined;
  return { key, message: `is no YAML with ${missing}`, hint: `give an object with ${fields.join(" and ")}` };
}

/** Reads the credentials of Azure's Key Vault: as Flux names them, or as `az` prints them. */
export function checkAzureKeyVault(text: string, { key, readYaml }: YamlAbout): SecretProblem | undefined {
  const hint = "give an object with tenantId, clientId and clientSecret, or with clientId alone for a managed identity";
  const [document] = readYaml(text) ?? [];
  if (!isMap(document)) return { key, message: "is no map of YAML", hint };
  const has = (...fields: readonly string[]): boolean => fields.every((field) => isText(document[field]));
  if (has("clientId") || has("tenantId", "clientCertificate") || has("appId", "tenant", "password")) return undefined;
  return { key, message: "has no login that Flux knows", hint };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
