import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { go } from "./go.ts";

const MODULE = "github.com/fluxcd/flux2/v2";

/**
 * The command `flux` embeds manifests that its module does not carry, so it is compiled from a copy with an empty one. What
 * needs them (`flux install`, `flux bootstrap`) the lab does not use.
 *
 * @returns The line for the module file that puts the copy in the module's place.
 */
export function prepareFluxSource(moduleFolder: string, work: string): string {
  const copy = join(work, "flux-source");
  rmSync(copy, { recursive: true, force: true });
  // Go compares the module with its checksum before it says where it lies.
  const { Dir: original } = JSON.parse(go(["mod", "download", "-json", MODULE], moduleFolder)) as { Dir: string };
  cpSync(original, copy, { recursive: true });
  makeWritable(copy);
  const manifests = join(copy, "cmd/flux/manifests");
  mkdirSync(manifests, { recursive: true });
  writeFileSync(join(manifests, "none.yaml"), "");
  return `\nreplace ${MODULE} => ${copy}\n`;
}

/** Go writes its module cache without the right to write, and so is the copy, which then cannot be removed. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}
