import type { CompiledResource, KustomizationFile, Manifest, ResourceFile } from "../../../sdk/compile/compiled.ts";
import type { DirectoryOptions } from "../../../sdk/model/directory.ts";
import { groupOf } from "../../../sdk/model/identity.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import { RESOURCE_BRAND } from "../../../sdk/model/resource.ts";

/** A manifest whose name is known to be there. */
export interface NamedManifest extends Manifest {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
}

/** A compiled object with this manifest. */
export function compiledResource(manifest: NamedManifest, definition?: KindDefinition): CompiledResource {
  const { apiVersion, kind, metadata, spec } = manifest;
  return {
    id: { group: groupOf(apiVersion), kind, name: metadata.name },
    manifest,
    definition,
    resource: { sluice: RESOURCE_BRAND, apiVersion, kind, metadata: { name: metadata.name }, spec },
    prune: true,
    keepsContent: false,
  };
}

/** A file that holds these objects. */
export function resourceFile(...resources: readonly CompiledResource[]): ResourceFile {
  return { type: "resources", path: "clusters/a/file.yaml", clusters: ["a"], owners: ["root"], resources };
}

/** A directory's kustomization.yaml that lists these files. */
export function kustomizationFile(resources: readonly string[], options: DirectoryOptions): KustomizationFile {
  return {
    type: "kustomization",
    path: "apps/kustomization.yaml",
    clusters: ["a"],
    owners: ["root"],
    resources,
    options,
  };
}
