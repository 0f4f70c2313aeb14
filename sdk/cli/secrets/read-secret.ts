import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ReadSecret, SecretOrigin } from "../../model/secret-value.ts";
import { errorCode } from "../disk/error-code.ts";

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Reading = ReturnType<ReadSecret>;

/**
 * Makes what reads secrets outside the program: each once, so that a run sees one value of each.
 *
 * @param folder Where paths of files start.
 */
export function secretReader(folder: string, environment: Environment): ReadSecret {
  const known = new Map<string, Reading>();
  return (origin) => {
    const key = JSON.stringify(origin);
    const found = known.get(key) ?? readOrigin(origin, folder, environment);
    known.set(key, found);
    return found;
  };
}

function readOrigin(origin: SecretOrigin, folder: string, environment: Environment): Reading {
  const text = origin.type === "env" ? environment[origin.name] : readFile(origin, folder);
  if (typeof text === "object") return { type: "absent", reason: `file "${text.path}" ${text.problem}`, origin };
  if (text) return { type: "text", text };
  // CI systems set variables to nothing for secrets that a run does not get. Nothing is no secret.
  const what = origin.type === "env" ? `environment variable "${origin.name}"` : `file "${origin.path}"`;
  return { type: "absent", reason: `${what} is ${text === undefined ? "not set" : "empty"}`, origin };
}

type FileOrigin = Extract<SecretOrigin, { type: "file" }>;

function readFile(
  { path, encoding, trim }: FileOrigin,
  folder: string,
): string | { readonly path: string; readonly problem: string } {
  try {
    const bytes = readFileSync(resolve(folder, path));
    if (encoding === "base64") return bytes.toString("base64");
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return trim ? text.trim() : text;
  } catch (error) {
    return { path, problem: problemOf(errorCode(error)) };
  }
}

/** What the system says of a file. Its own words would do too, but for the decoder's. */
function problemOf(code: string | undefined): string {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "does not exist";
    case "EISDIR":
      return "is a folder";
    case "EACCES":
    case "EPERM":
      return "cannot be read: its permissions do not allow it";
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return 'is no text in UTF-8: read it with { encoding: "base64" }, and give it under data';
    default:
      return `cannot be read (${code ?? "unknown reason"})`;
  }
}
