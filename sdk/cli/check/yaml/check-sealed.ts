import { CATALOG, type DiagnosticCode } from "../../../diagnostics/catalog.ts";
import type { Severity } from "../../../diagnostics/diagnostic.ts";
import type { FieldPath } from "../../../model/field-path.ts";
import { isCiphertext } from "../../../sops/cipher.ts";
import { type RecipientDifference, recipientsDiffer } from "../../../sops/compare-recipients.ts";
import { plainData } from "../../../sops/plain-data.ts";
import type { SopsRule } from "../../../sops/rules.ts";
import { plainValues, readSopsFile, type SopsFile, type ValuePlace } from "../../../sops/sops-file.ts";
import { listed } from "./plain-secret.ts";
import { isCalledLikeSecret, readableValues } from "./readable-values.ts";

/** Something in an encrypted file. */
export interface SealedFinding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** The document, from 0, and the field in it; or a line of the file, from 1. */
  readonly at: ValuePlace | number;
}

/** What is known of an encrypted file beside its text. */
export interface SealedAbout {
  /** What messages call it. */
  readonly name: string;
  /** The fields of objects of a kind whose values must not be read. */
  secretFields(apiVersion: string, kind: string): readonly string[] | undefined;
  /** The rule of `.sops.yaml` for it, and what that file is called. */
  rule?(): { readonly rule: SopsRule; readonly config: string } | undefined;
}

/** Says what keeps SOPS and Flux from decrypting a text, and what of it anybody can read. It holds no value of it, encrypted or not. */
export function checkSealed(text: string, about: SealedAbout): readonly SealedFinding[] {
  const read = readSopsFile(text);
  if (read.type === "plain") return [];
  if (read.type === "invalid") {
    const { message, hint, line = 1 } = read.problem;
    return [finding("sops/broken", `${about.name} cannot be decrypted: ${message}`, hint, line)];
  }
  const { file } = read;
  const unencrypted = plainValues(file);
  return [
    ...checkCode(file, about.name),
    ...unencrypted.slice(0, 1).map((at) => notEncrypted(unencrypted, at, about.name)),
    ...file.documents.flatMap((map, document) => checkObject(plainData(map), document, unencrypted, about)),
    ...checkRecipients(file, about),
  ];
}

function finding(
  code: DiagnosticCode,
  message: string,
  hint: string,
  at: SealedFinding["at"],
  severity: Severity = CATALOG[code].severity,
): SealedFinding {
  return { code, severity, message, hint, at };
}

function checkCode({ metadata }: SopsFile, name: string): readonly SealedFinding[] {
  if (isCiphertext(metadata.mac)) return [];
  return [
    finding(
      "sops/broken",
      `${name} has no message authentication code: sops does not decrypt it, and Flux takes it for plain text`,
      "take the file as sops wrote it, or encrypt it anew",
      { document: 0, path: ["sops", "mac"] },
    ),
  ];
}

function notEncrypted(values: readonly ValuePlace[], at: ValuePlace, name: string): SealedFinding {
  return finding(
    "secret/not-encrypted",
    `${name} has values that are to be encrypted and can be read: ${listed(values.map(({ path }) => path))}`,
    "change values with sops edit FILE, which encrypts them; and change what was committed in plain text",
    at,
  );
}

/** What holds for an object of Kubernetes. */
function checkObject(
  data: Readonly<Record<string, unknown>>,
  document: number,
  unencrypted: readonly ValuePlace[],
  { name, secretFields }: SealedAbout,
): readonly SealedFinding[] {
  const { apiVersion, kind, metadata } = data;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || typeof metadata !== "object") return [];
  const hidden = [["apiVersion"], ["kind"], ["metadata", "name"], ["metadata", "namespace"]].filter((path) =>
    isCiphertext(String(valueAt(data, path))),
  );
  const [first] = hidden;
  if (first !== undefined) {
    return [
      finding(
        "sops/whole-object",
        `${name} hides what Flux has to read of an object: ${listed(hidden)}`,
        "encrypt only its values: sops encrypt --encrypted-regex '^(data|stringData)$'",
        { document, path: first },
      ),
    ];
  }
  const fields = secretFields(apiVersion, kind);
  if (fields === undefined) return [];
  const isSaid = (path: FieldPath): boolean =>
    unencrypted.some((said) => said.document === document && String(said.path) === String(path));
  const left = readableValues(data, fields).filter(({ path }) => !isSaid(path));
  const isPartly = fields.some((field) =>
    Object.values(Object(data[field])).some((text) => isCiphertext(String(text))),
  );
  // Whoever encrypts only some of the values may have meant to.
  const told = isPartly ? left.filter(({ path }) => isCalledLikeSecret(String(path.at(-1)))) : left;
  const [value] = told;
  if (value === undefined) return [];
  return [
    finding(
      "secret/not-encrypted",
      `${name} was encrypted by a selection that leaves values in plain text: ${listed(told.map(({ path }) => path))}`,
      "let .sops.yaml say encrypted_regex: ^(data|stringData)$ for it, and encrypt it anew",
      { document, path: value.path },
      isPartly || value.isHarmless ? "warning" : undefined,
    ),
  ];
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], data);
}

function checkRecipients(file: SopsFile, { name, rule }: SealedAbout): readonly SealedFinding[] {
  const found = rule?.();
  const difference = found && recipientsDiffer(file, found.rule);
  if (found === undefined || difference === undefined) return [];
  return [
    finding(
      "sops/recipients",
      `${name} is encrypted for others than ${found.config} names: ${describe(difference)}`,
      "let sops encrypt its key for them: sops updatekeys FILE",
      { document: 0, path: ["sops"] },
    ),
  ];
}

function describe({ missing, extra, threshold }: RecipientDifference): string {
  return [
    ...missing.map(({ id }) => `${id} cannot read it`),
    ...extra.map(({ id }) => `${id} still can`),
    ...(threshold === undefined ? [] : [`it takes ${threshold.file} key groups, not ${threshold.rule}`]),
  ].join(", ");
}
