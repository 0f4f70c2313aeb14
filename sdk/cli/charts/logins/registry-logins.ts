import { readFileSync } from "node:fs";
import { errorCode } from "../../disk/error-code.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { askCredentialHelper } from "./credential-helper.ts";
import { dockerFile, registryFile } from "./helm-folders.ts";

/** What opens a registry. */
export type RegistryLogin =
  | { readonly type: "password"; readonly username: string; readonly password: string }
  /** Exchanged for a token of the registry's. */
  | { readonly type: "refresh"; readonly token: string }
  | { readonly type: "token"; readonly token: string };

/** Finds the login of a registry where Helm would: in its own file, then in Docker's. */
export async function findRegistryLogin(host: string, environment: Environment): Promise<RegistryLogin | undefined> {
  for (const file of [registryFile(environment), dockerFile(environment)]) {
    const login = file === undefined ? undefined : await loginIn(readConfig(file), host, environment);
    if (login !== undefined) return login;
  }
  return undefined;
}

async function loginIn(
  config: Readonly<Record<string, unknown>>,
  host: string,
  environment: Environment,
): Promise<RegistryLogin | undefined> {
  const keys = keysOf(host);
  const { credHelpers, credsStore, auths } = config;
  const helpers = isRecord(credHelpers) ? keys.map((key) => [key, credHelpers[key]] as const) : [];
  const own = helpers.find(([, helper]) => typeof helper === "string" && helper !== "");
  const asked = own === undefined ? keys.map((key) => [key, credsStore] as const) : [own];
  for (const [key, helper] of asked) {
    if (typeof helper !== "string" || helper === "") continue;
    const login = await askCredentialHelper(helper, key, environment);
    if (login !== undefined) return login;
  }
  if (!isRecord(auths)) return undefined;
  return keys.map((key) => loginOf(auths[key])).find((login) => login !== undefined);
}

/** The names under which the login of a registry may stand. */
function keysOf(host: string): readonly string[] {
  if (host === "registry-1.docker.io" || host === "docker.io")
    return ["https://index.docker.io/v1/", "index.docker.io", "docker.io"];
  return [host, `https://${host}`, `https://${host}/`, `https://${host}/v1/`, `https://${host}/v2/`, `http://${host}`];
}

function loginOf(entry: unknown): RegistryLogin | undefined {
  if (!isRecord(entry)) return undefined;
  const { auth, username, password, identitytoken, registrytoken } = entry;
  if (isText(registrytoken)) return { type: "token", token: registrytoken };
  if (isText(identitytoken)) return { type: "refresh", token: identitytoken };
  if (isText(username) && isText(password)) return { type: "password", username, password };
  if (!isText(auth)) return undefined;
  const [, name, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(auth, "base64").toString("utf8")) ?? [];
  // Docker pads what it encodes.
  return name && secret ? { type: "password", username: name, password: secret.replaceAll("\0", "") } : undefined;
}

/** A configuration that is not there, or that is none, holds no logins. */
function readConfig(file: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isRecord(data) ? data : {};
  } catch (error) {
    if (!(error instanceof SyntaxError) && errorCode(error) === undefined) throw error;
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
