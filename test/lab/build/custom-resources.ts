import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CRD_OWNERS } from "./components.ts";
import { go } from "./go.ts";

/** Copies the CRDs out of the controllers' modules, so that the lab runs without Go's module cache. */
export function copyCustomResources(moduleFolder: string, output: string): void {
  const folder = customResourceFolder(output);
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}.tmp`;
  mkdirSync(unfinished, { recursive: true });
  try {
    for (const module of CRD_OWNERS) {
      // See the cast in flux-source.ts: Go documents what it prints.
      const { Dir: source } = JSON.parse(go(["mod", "download", "-json", module], moduleFolder)) as { Dir: string };
      cpSync(join(source, "config/crd/bases"), unfinished, { recursive: true });
    }
    publish(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Gives the folder of the CRDs of a build. */
export function customResourceFolder(output: string): string {
  return join(output, "crds");
}

function publish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another build was faster.
    if (!existsSync(folder)) throw error;
  }
}
