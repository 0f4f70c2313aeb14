import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorCode } from "../../disk/error-code.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { runProgram } from "../run-program.ts";
import { isDigest } from "./blob-cache.ts";
import { askedVersion, type Wanted } from "./wanted.ts";

/** What the command `helm` got. */
export interface Pulled {
  readonly bytes: Uint8Array;
  /** Of a registry: the tag that was chosen, and the digest of its manifest. */
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** In milliseconds. */
const PATIENCE = 180_000;

/** Has the command `helm` get a chart, with its own logins; `undefined` where it is not there, or cannot. */
export async function pullWithHelm(wanted: Wanted, environment: Environment): Promise<Pulled | undefined> {
  const { repository, name } = wanted.reference;
  const isOci = repository.startsWith("oci://");
  const folder = mkdtempSync(join(tmpdir(), "sluice-helm-"));
  try {
    // Behind the dashes nothing is taken for an option, and a value that is joined to its option is none of its own.
    const options = [
      `--version=${askedVersion(wanted)}`,
      `--destination=${folder}`,
      ...(isOci ? [] : [`--repo=${repository}`]),
    ];
    const args = ["pull", ...options, "--", isOci ? `${repository}/${name}` : name];
    const { status, stdout, stderr } = await runProgram("helm", args, { environment, patience: PATIENCE });
    const archives = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
    const [archive] = archives;
    if (status !== 0 || archive === undefined || archives.length !== 1) return undefined;
    const bytes = readFileSync(join(folder, archive));
    return isOci ? pulledFromRegistry(bytes, `${stdout}\n${stderr}`) : { bytes };
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It says what it got in words: without them it is not known which manifest that was. */
function pulledFromRegistry(bytes: Uint8Array, said: string): Pulled | undefined {
  const [, tag] = /^Pulled: \S+:([^\s:/]+)$/m.exec(said) ?? [];
  const [, digest = ""] = /^Digest: (\S+)$/m.exec(said) ?? [];
  return tag !== undefined && isDigest(digest) ? { bytes, tag, digest } : undefined;
}
