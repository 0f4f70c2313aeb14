import type { Cluster } from "../model/cluster.ts";
import { isFields } from "../model/copy.ts";
import type { Applier, KindTable } from "../model/kind-definition.ts";
import { specField } from "./body.ts";
import { fieldOf, foreignObjects } from "./foreign-objects.ts";
import { firstValue } from "./instance.ts";
import { inFolder, plainPath } from "./paths.ts";
import type { Scoped } from "./scope.ts";
import type { View } from "./view.ts";

/**
 * Whether the sync that applies a cluster's root decrypts: what the author said, else what bootstrap wrote or an object of the
 * program shows. Only yes is certain then: a patch that is not seen may add what is missing.
 */
export function decryptsRoot(
  cluster: Cluster,
  scoped: Scoped,
  view: View | undefined,
  kinds: KindTable,
): boolean | undefined {
  if (cluster.decryption !== undefined) return cluster.decryption;
  const isShown = syncsInProgram(cluster, scoped) || (view !== undefined && syncsOnDisk(cluster, view, kinds));
  return isShown ? true : undefined;
}

function syncsInProgram(cluster: Cluster, scoped: Scoped): boolean {
  return scoped.instances.some((instance) => {
    const { definition } = instance.values[0]?.node ?? {};
    const resource = firstValue(instance);
    if (definition?.syncsRoot) return mentionsDecryption(resource.spec);
    if (!definition?.applier) return false;
    return isSync(definition.applier, (field) => specField(resource, field), cluster);
  });
}

function syncsOnDisk(cluster: Cluster, view: View, kinds: KindTable): boolean {
  for (const { data, definition } of foreignObjects(cluster.path, view, kinds)) {
    const spec = fieldOf(data, "spec");
    if (definition?.applier && isSync(definition.applier, (field) => fieldOf(spec, field), cluster)) return true;
    if (definition?.syncsRoot && mentionsDecryption(spec)) return true;
  }
  for (const [path, file] of view.files) {
    if (file.type !== "yaml" || !inFolder(path, cluster.path)) continue;
    // Bootstrap's objects are changed by patches in the kustomization file beside them.
    if (file.documents.some(({ data }) => mentionsDecryption(fieldOf(data, "patches")))) return true;
  }
  return false;
}

/** A patch of the sync names no path; an object that names another one applies something else. */
function isSync(applier: Applier, field: (name: string) => unknown, { path }: Cluster): boolean {
  if (field(applier.decryption) === undefined) return false;
  const own = field(applier.path);
  return own === undefined || (typeof own === "string" && plainPath(own) === path);
}

function mentionsDecryption(value: unknown): boolean {
  if (typeof value === "string") return /\bdecryption\b/.test(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(mentionsDecryption);
  return isFields(value) && Object.values(value).some(mentionsDecryption);
}
