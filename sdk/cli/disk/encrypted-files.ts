import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { EncryptedFile } from "../../compile/view.ts";
import { formatFieldPath } from "../../model/field-path.ts";
import { errorCode } from "./error-code.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What was seen in encrypted files, and their texts, by the paths that the author wrote. */
export interface EncryptedFiles {
  readonly seen: ReadonlyMap<string, EncryptedFile>;
  readonly texts: ReadonlyMap<string, string>;
}

/** How SOPS writes a value that it encrypted. */
const ENCRYPTED = /^ENC\[[A-Z0-9_]+,data:[^,]*,iv:[^,]*,tag:[^,]*,type:[a-z]+\]$/;

/** Reads the files that stand for Secrets, and looks at them: their texts leave only to be copied, their values never. */
export async function readEncryptedFiles(paths: readonly string[], folder: string): Promise<EncryptedFiles> {
  const seen = new Map<string, EncryptedFile>();
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = readText(resolve(folder, path));
    if (typeof text !== "string") {
      seen.set(path, text);
      continue;
    }
    seen.set(path, await lookAt(text));
    texts.set(path, text);
  }
  return { seen, texts };
}

function readText(file: string): string | EncryptedFile {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    switch (errorCode(error)) {
      case "ENOENT":
      case "ENOTDIR":
        return { type: "missing" };
      case "EISDIR":
        return { type: "unreadable", reason: "it is a folder" };
      case "EACCES":
      case "EPERM":
        return { type: "unreadable", reason: "its permissions do not allow it" };
      case "ERR_ENCODING_INVALID_ENCODED_DATA":
        return { type: "unreadable", reason: "it is no text in UTF-8" };
      default:
        throw error;
    }
  }
}

async function lookAt(text: string): Promise<EncryptedFile> {
  const parsed = await parseYaml(text);
  if (parsed.type === "unreadable") return parsed;
  const data = parsed.documents[0]?.data;
  const metadata = field(data, "metadata");
  const stringData = field(data, "stringData");
  return {
    type: "read",
    documents: parsed.documents.length,
    apiVersion: textField(data, "apiVersion"),
    kind: textField(data, "kind"),
    name: textField(metadata, "name"),
    namespace: textField(metadata, "namespace"),
    sops: textField(field(data, "sops"), "mac") !== undefined,
    plainPaths: ["data", "stringData"].flatMap((name) => plainPaths(field(data, name), [name])),
    hasStringData: keysOf(stringData).length > 0,
    secretType: textField(data, "type"),
    labels: textsOf(field(metadata, "labels")),
    annotations: textsOf(field(metadata, "annotations")),
    keys: [...new Set([...keysOf(field(data, "data")), ...keysOf(stringData)])],
  };
}

/** Where a value can be read by anybody. SOPS leaves empty texts and nulls as they are. */
function plainPaths(value: unknown, path: readonly string[]): readonly string[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) => plainPaths(item, [...path, key]));
  return typeof value === "string" && ENCRYPTED.test(value) ? [] : [formatFieldPath(path)];
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = keysOf(value).flatMap((key) => {
    const text = textField(value, key);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries);
}

function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === "string" ? found : undefined;
}
