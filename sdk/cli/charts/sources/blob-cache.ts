import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { errorCode } from "../../disk/error-code.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { cacheFolder } from "../../secrets/user-folders.ts";

/** Keeps what was fetched, by its digest. Where it cannot, everything is fetched again. */
export class BlobCache {
  readonly #folder: string | undefined;

  constructor(environment: Environment) {
    const folder = cacheFolder(environment);
    this.#folder = folder !== undefined && isAbsolute(folder) ? join(folder, "charts") : undefined;
  }

  /** What has a digest. A file that somebody changed does not. */
  read(digest: string): Buffer | undefined {
    const file = this.#fileOf(digest);
    if (file === undefined) return undefined;
    try {
      const bytes = readFileSync(file);
      return digestOf(bytes) === digest ? bytes : undefined;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  }

  /** Keeps something. It takes its place as a whole, so that other runs find all of it or nothing. */
  write(bytes: Uint8Array): void {
    const file = this.#fileOf(digestOf(bytes));
    if (file === undefined || this.#folder === undefined) return;
    const draft = `${file}.${process.pid}.tmp`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(draft, bytes, { mode: 0o600 });
      renameSync(draft, file);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      discard(draft);
    }
  }

  #fileOf(digest: string): string | undefined {
    return this.#folder !== undefined && isDigest(digest) ? join(this.#folder, digest.replace(":", "-")) : undefined;
  }
}

/** Where nothing can be written there may be nothing to remove. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

/** Says whether a text is a digest of the one kind that charts have. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** The digest of bytes, as locks and registries write it. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
