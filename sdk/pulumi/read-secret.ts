import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ReadSecret, SecretOrigin } from "../model/secret-value.ts";

/** Reads secrets from the environment and the disk of the Pulumi program. Paths start at the folder that it runs in. */
export const readSecret: ReadSecret = (origin) => {
  const text = origin.type === "env" ? process.env[origin.name] : readText(origin);
  if (text !== undefined) return { type: "text", text };
  const what =
    origin.type === "env" ? `the environment variable ${origin.name}` : `the file ${JSON.stringify(origin.path)}`;
  const reason = origin.type === "env" ? `${what} is not set` : `${what} cannot be read`;
  return { type: "absent", reason, origin };
};

function readText({ path, encoding, trim }: SecretOrigin & { readonly type: "file" }): string | undefined {
  try {
    const bytes = readFileSync(resolve(path));
    if (encoding === "base64") return bytes.toString("base64");
    const text = bytes.toString("utf8");
    return trim ? text.trim() : text;
  } catch {
    return undefined;
  }
}
