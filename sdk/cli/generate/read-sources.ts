import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { errorCode } from "../disk/error-code.ts";

/** A text that was read, by what messages call it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** What was read, and what could not be. */
export interface ReadSources {
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Folders that hold files of others. */
const SKIPPED = new Set(["node_modules", ".git"]);

/** How long a server has to answer. */
const TIMEOUT_MS = 60_000;

/** Reads the sources that a command was given: files, folders, URLs, `-`. A URL is fetched since it was asked for. */
export async function readSources(names: readonly string[]): Promise<ReadSources> {
  const sources: SourceText[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const read = await readSource(name);
    if (Array.isArray(read)) sources.push(...read);
    else diagnostics.push(unreadable(read.name, read.reason));
  }
  return { sources, diagnostics };
}

/** Reads one file that has to be there. */
export function readSourceFile(name: string): SourceText | Diagnostic {
  try {
    return { name, text: readFileSync(name, "utf8") };
  } catch (error) {
    return unreadable(name, reasonOf(error));
  }
}

interface Failure {
  readonly name: string;
  readonly reason: string;
}

async function readSource(name: string): Promise<SourceText[] | Failure> {
  if (/^https?:\/\//i.test(name)) return fetchSource(name);
  try {
    if (name === "-") return [{ name: "standard input", text: await readInput() }];
    if (!statSync(name).isDirectory()) return [{ name, text: readFileSync(name, "utf8") }];
    const files = filesBelow(name);
    if (files.length === 0) return { name, reason: "the folder holds no YAML or JSON files" };
    return files.map((file) => ({ name: file, text: readFileSync(file, "utf8") }));
  } catch (error) {
    return { name, reason: reasonOf(error) };
  }
}

async function fetchSource(address: string): Promise<SourceText[] | Failure> {
  if (!URL.canParse(address)) return { name: address, reason: "it is no URL" };
  const url = new URL(address);
  // Credentials may stand before the host, and tokens behind the path: neither belongs in a message.
  const name = `${url.origin}${url.pathname}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { name, reason: `the server answers ${response.status} ${response.statusText}`.trimEnd() };
    return [{ name, text: await response.text() }];
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code = errorCode(cause) ?? errorCode(error);
    return { name, reason: `the server cannot be reached${code === undefined ? "" : ` (${code})`}` };
  }
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path);
    return /\.(ya?ml|json)$/i.test(entry.name) ? [path] : [];
  });
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return code === "ENOENT" ? "it does not exist" : `it cannot be opened (${code})`;
}

function unreadable(name: string, reason: string): Diagnostic {
  return {
    code: "crd/unreadable",
    severity: "error",
    message: `"${name}" cannot be read: ${reason}`,
    hint: "name a file, a folder or a URL with CRDs in it, or - for standard input",
    file: name,
  };
}
