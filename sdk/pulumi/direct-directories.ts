import { specField } from "../compile/body.ts";
import type { CompiledCluster, PlacedResource } from "../compile/compiled.ts";
import type { Reporter } from "../compile/reporter.ts";
import { isMap } from "../compile/values.ts";
import { isDeferred } from "../model/deferred.ts";
import { type Directory, isDirectory } from "../model/directory.ts";
import type { FieldPath } from "../model/field-path.ts";
import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity, identityKey } from "../model/identity.ts";
import { callSiteOf } from "../model/source-location.ts";
import { isSubstitution } from "../model/substitution.ts";
import type { DeployOptions } from "./deploy-options.ts";

/** Makes what says whether the objects of a directory are applied in the place of what would apply it. */
export function directTest(applyDirectories: DeployOptions["applyDirectories"]): (path: string) => boolean {
  if (typeof applyDirectories !== "object") return () => applyDirectories === true;
  const paths = new Set(applyDirectories.map(plainFolder));
  return (path) => paths.has(path);
}

function plainFolder(path: string): string {
  return path.replace(/^\.\//, "").replace(/\/$/, "");
}

/** The directory that an object applies. */
function directoryOf({ resource, definition }: PlacedResource): Directory | undefined {
  const path = definition?.applier && specField(resource, definition.applier.path);
  return isDirectory(path) ? path : undefined;
}

/**
 * The objects that Pulumi applies: those of the root, and in the place of what would apply a direct directory, its objects. Reports
 * directories that only Flux can apply as they are meant.
 */
export function appliedObjects(
  { resources, waits }: CompiledCluster,
  applyDirectories: DeployOptions["applyDirectories"],
  reporter: Reporter,
): readonly PlacedResource[] {
  const isDirect = directTest(applyDirectories);
  const named = typeof applyDirectories === "object" ? applyDirectories.map(plainFolder) : [];
  const isApplied = ({ directory }: PlacedResource): boolean => directory === undefined || isDirect(directory);
  const replaced = new Map<string, PlacedResource>();
  const byPath = new Map<string, PlacedResource[]>();
  for (const resource of resources) {
    const path = directoryOf(resource)?.path;
    if (path === undefined || !isDirect(path)) continue;
    replaced.set(identityKey(resource.id), resource);
    byPath.set(path, [...(byPath.get(path) ?? []), resource]);
  }
  for (const path of named) {
    if (byPath.has(path)) continue;
    reporter.report("pulumi/not-applicable", {
      message: `applyDirectories names ${JSON.stringify(path)}, which is no directory of this cluster`,
      hint: `give the path of one: ${[...new Set(resources.flatMap((found) => directoryOf(found)?.path ?? []))].map((known) => JSON.stringify(known)).join(", ") || "it has none"}`,
    });
  }
  for (const [path, appliers] of byPath) {
    const content = resources.filter(({ directory }) => directory === path);
    checkAppliers(path, appliers, content, isApplied, reporter);
  }
  const applied = resources.filter((resource) => isApplied(resource) && !replaced.has(identityKey(resource.id)));
  for (const resource of applied) {
    for (const key of waits?.get(identityKey(resource.id)) ?? []) {
      const other = replaced.get(key);
      if (other) reportWait(resource, other, reporter);
    }
  }
  return applied.map((resource) => (resource.directory === undefined ? resource : inItsNamespace(resource)));
}

/** Below what applies it, an object may leave its namespace out. */
function inItsNamespace(resource: PlacedResource): PlacedResource {
  const { id, manifest, definition } = resource;
  if (id.namespace === undefined || definition?.scope === "Cluster") return resource;
  return { ...resource, manifest: { ...manifest, metadata: { ...manifest.metadata, namespace: id.namespace } } };
}

function checkAppliers(
  path: string,
  appliers: readonly PlacedResource[],
  content: readonly PlacedResource[],
  isApplied: (resource: PlacedResource) => boolean,
  reporter: Reporter,
): void {
  const [first, second] = appliers;
  if (!first) return;
  const where = `directory ${JSON.stringify(path)}`;
  const report = (problem: string, hint: string, at: FieldPath = ["spec"]): void =>
    reporter.report("pulumi/not-applicable", {
      message: `Pulumi cannot apply the objects of ${where} in the place of ${formatIdentity(first.id)}: ${problem}`,
      hint,
      resource: first.resource,
      id: first.id,
      path: at,
    });
  if (second) {
    report(`${formatIdentity(second.id)} applies it too, in another way`, `leave ${where} out of applyDirectories`);
    return;
  }
  if (!isApplied(first)) {
    report("Git delivers that itself", `give ${JSON.stringify(first.directory)} to applyDirectories too`);
    return;
  }
  const { applier } = first.definition ?? {};
  if (!applier) return;
  if (specField(first.resource, applier.kubeConfig) !== undefined)
    report("its objects belong to another API server", `leave ${where} out of applyDirectories`, [
      "spec",
      applier.kubeConfig,
    ]);
  for (const field of applier.changes) {
    if (specField(first.resource, field) === undefined) continue;
    report(`its ${field} would be lost`, "make the objects as they shall be, without it", ["spec", field]);
  }
  const { namespace: _namespace, ignore: _ignore, ...options } = directoryOf(first)?.options ?? {};
  for (const option of Object.keys(options))
    report(`the directory's ${option} would be lost`, "make the objects as they shall be, without it");
  if (specField(first.resource, applier.postBuild) !== undefined) checkVariables(content, reporter);
}

/** Nobody fills in variables in what Pulumi applies. */
function checkVariables(content: readonly PlacedResource[], reporter: Reporter): void {
  for (const { manifest, resource, id } of content) {
    const path = variableIn(manifest, []);
    if (path === undefined) continue;
    reporter.report("substitution/not-filled", {
      message: `Pulumi applies ${formatIdentity(id)}, and nothing fills in the variable in ${formatFieldPath(path)}`,
      hint: "give the value itself: it may be a pulumi.Output here",
      resource,
      id,
      path,
    });
  }
}

function variableIn(value: unknown, path: FieldPath): FieldPath | undefined {
  if (typeof value === "string") return /(?<!\$)\$\{/.test(value) ? path : undefined;
  if (typeof value !== "object" || value === null || isDeferred(value)) return undefined;
  if (isSubstitution(value)) return undefined;
  const entries = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  for (const [key, item] of entries) {
    const found = variableIn(item, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function reportWait(resource: PlacedResource, other: PlacedResource, reporter: Reporter): void {
  reporter.report("pulumi/not-applicable", {
    message: `${formatIdentity(resource.id)} waits for ${formatIdentity(other.id)} for ever: Pulumi applies the objects of its directory in its place`,
    hint: "leave it out of dependsOn, or apply the directory of what waits directly too",
    resource: resource.resource,
    id: resource.id,
    path: ["spec", "dependsOn"],
    related: [{ message: `${formatIdentity(other.id)} is made here`, site: callSiteOf(other.resource) }],
  });
}
