import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { isKustomizationName } from "../../sdk/model/kustomization-names.ts";

/** Gives the objects that kustomize makes of a folder. */
export type Kustomize = (folder: string) => readonly BuiltObject[];

/** A Kubernetes object, as far as tests look at it. */
export interface BuiltObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** Finds kustomize: the command that KUSTOMIZE names, `kustomize` or `kubectl`. */
export function findKustomize(): Kustomize | undefined {
  const named = process.env["KUSTOMIZE"];
  const commands: readonly (readonly [command: string, build: string])[] = [
    ...(named === undefined ? [] : [[named, "build"] as const]),
    ["kustomize", "build"],
    ["kubectl", "kustomize"],
  ];
  const found = commands.find(([command]) => isThere(command));
  if (found === undefined) return undefined;
  const [command, build] = found;
  return (folder) => {
    const text = execFileSync(command, [build, folder], { encoding: "utf8", maxBuffer: 2 ** 26 });
    // kustomize prints Kubernetes objects and nothing else.
    return parseAllDocuments(text).flatMap((document) => (document.toJS() as BuiltObject | null) ?? []);
  };
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, command.endsWith("kubectl") ? ["version", "--client"] : ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds a folder as Flux does: one that has no kustomization file gets one for the time of the build, which lists every YAML
 * file below, and a folder with a kustomization file of its own as one resource.
 */
export function buildLikeFlux(folder: string, kustomize: Kustomize): readonly BuiltObject[] {
  if (hasKustomization(folder)) return kustomize(folder);
  const file = join(folder, "kustomization.yaml");
  writeFileSync(file, JSON.stringify({ resources: manifestsBelow(folder, "") }));
  try {
    return kustomize(folder);
  } finally {
    rmSync(file);
  }
}

function manifestsBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return hasKustomization(join(root, path)) ? [path] : manifestsBelow(root, path);
    return /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

function hasKustomization(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some(isKustomizationName);
}
