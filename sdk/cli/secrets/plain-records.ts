import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { errorCode } from "../disk/error-code.ts";
import type { Environment } from "./read-secret.ts";
import { stateFolder } from "./user-folders.ts";

/**
 * What this machine remembers of the files that it encrypted or decrypted: of each encrypted text, a code of what is in it. Without the
 * key beside it a code says nothing, not even that two files hold the same, and neither of them leaves the machine.
 */
export interface PlainRecords {
  /** Says whether an encrypted text holds this; `undefined` where that is not known. */
  holds(encrypted: string, plain: string): boolean | undefined;
  /** Remembers what encrypted texts hold. Where that cannot be written down, the next build has to ask for a key. */
  remember(known: Iterable<readonly [encrypted: string, plain: string]>): void;
}

const KEY_BYTES = 32;
/** How many files are remembered, the latest ones. */
const KEPT = 10_000;

/**
 * Opens the records of this user.
 *
 * @param root A folder that is committed, in which nothing of it may lie.
 */
export function plainRecords(environment: Environment, root: string): PlainRecords {
  const state = stateFolder(environment);
  if (state === undefined || !isAbsolute(state) || isInside(state, root)) return NONE;
  const keyFile = join(state, "secrets.key");
  const file = join(state, "secrets.json");
  return {
    holds(encrypted, plain) {
      const code = readCodes(file).get(digestOf(encrypted));
      const key = code === undefined ? undefined : readKey(keyFile);
      return key === undefined ? undefined : code === codeOf(key, encrypted, plain);
    },
    remember(known) {
      const given = [...known];
      if (given.length === 0) return;
      try {
        const key = readKey(keyFile) ?? makeKey(keyFile);
        const before = readCodes(file);
        const codes = new Map(before);
        for (const [encrypted, plain] of given) codes.set(digestOf(encrypted), codeOf(key, encrypted, plain));
        const isNew = codes.size !== before.size || [...codes].some(([digest, code]) => before.get(digest) !== code);
        if (isNew) writePrivate(file, `${JSON.stringify(Object.fromEntries([...codes].slice(-KEPT)))}\n`);
      } catch (error) {
        if (errorCode(error) === undefined) throw error;
      }
    },
  };
}

const NONE: PlainRecords = { holds: () => undefined, remember: () => undefined };

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
}

function digestOf(encrypted: string): string {
  return createHash("sha256").update(withUnixLineEnds(encrypted)).digest("hex");
}

/** Of the encrypted text too, so that equal values have different codes. */
function codeOf(key: Uint8Array, encrypted: string, plain: string): string {
  return createHmac("sha256", key).update(digestOf(encrypted)).update(plain).digest("hex");
}

function readKey(file: string): Uint8Array | undefined {
  const bytes = readBytes(file);
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}

/** Makes the machine's key, unless another build has just done so. */
function makeKey(file: string): Uint8Array {
  const key = randomBytes(KEY_BYTES);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, key, { mode: 0o600, flag: "wx" });
    return key;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    const found = readKey(file);
    if (found !== undefined) return found;
    // A build that was killed left it half written. What was remembered with it is lost either way.
    writePrivate(file, key);
    return key;
  }
}

function readCodes(file: string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  let data: unknown;
  try {
    data = JSON.parse(readBytes(file)?.toString("utf8") ?? "");
  } catch {
    return codes;
  }
  if (typeof data !== "object" || data === null) return codes;
  for (const [digest, code] of Object.entries(data)) if (typeof code === "string") codes.set(digest, code);
  return codes;
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

function writePrivate(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}
