import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../../disk/error-code.ts";

/** A document, or why it cannot be had: `the server answers 404`. */
export type FetchedText = { readonly text: string } | { readonly problem: string };

/** How long a server has to answer. */
const TIMEOUT_MS = 30_000;
/** More than any schema has. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Gets a document that a chart's schema refers to: from a file that stands for it, else from where its address says. Only `https` is
 * asked: the address stands in a chart that somebody else wrote.
 *
 * @param resolutions What stands for addresses that begin so: files or folders.
 */
export async function fetchSchema(address: string, resolutions: ReadonlyMap<string, string>): Promise<FetchedText> {
  const start = [...resolutions.keys()]
    .filter((each) => address.startsWith(each))
    .sort((left, right) => right.length - left.length)[0];
  if (start !== undefined) return readResolved(resolutions.get(start) ?? "", address.slice(start.length));
  if (!address.startsWith("https://")) return { problem: "only https addresses are fetched" };
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { problem: `the server answers ${response.status} ${response.statusText}`.trimEnd() };
    if (!response.url.startsWith("https://")) return { problem: "the server sends elsewhere, and not by https" };
    if (Number(response.headers.get("content-length")) > MOST_BYTES) return { problem: "it is larger than any schema" };
    return { text: await response.text() };
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code = errorCode(cause) ?? errorCode(error);
    return { problem: `the server cannot be reached${code === undefined ? "" : ` (${code})`}` };
  }
}

async function readResolved(path: string, rest: string): Promise<FetchedText> {
  const [encoded = ""] = rest.split(/[?#]/);
  const below = decoded(encoded);
  if (below === undefined) return { problem: "its address has a percent sign with no code behind it" };
  // An address has no dots that lead upwards, and the folder is all that was given.
  if (below.split(/[/\\]/).includes("..")) return { problem: "its path leads out of the folder that stands for it" };
  const file = below === "" ? path : join(path, below);
  try {
    return { text: await readFile(file, "utf8") };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return { problem: `"${file}" cannot be read (${code})` };
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
