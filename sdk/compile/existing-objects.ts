import { BOOTSTRAP_SOURCE } from "../model/bootstrap.ts";
import type { Cluster } from "../model/cluster.ts";
import type { ResourceId } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { GENERATED_KIND } from "../model/kustomization-names.ts";
import type { Deployment } from "./deployments.ts";
import type { ForeignObject } from "./foreign-objects.ts";
import { appliedObjects } from "./kustomization-files.ts";
import { resolvePath } from "./paths.ts";
import type { View } from "./view.ts";

/** What is in a cluster though the program does not make it: what bootstrap wrote, and what other people's files make. */
export function existingObjects(
  cluster: Cluster,
  deployments: readonly Deployment[],
  view: View | undefined,
  kinds: KindTable,
): readonly ResourceId[] {
  return [
    BOOTSTRAP_SOURCE,
    ...(view ? appliedObjects(cluster.path, view, kinds).map(({ id }) => id) : []),
    ...deployments.flatMap((deployment) => [
      ...(view ? includedObjects(deployment, view, kinds) : []),
      ...generatedObjects(deployment),
    ]),
  ];
}

/** The objects of the files that a directory's options say are applied too. */
function includedObjects(
  { container, targetNamespace }: Deployment,
  view: View,
  kinds: KindTable,
): readonly ResourceId[] {
  return container.directories.flatMap(({ path, options }) =>
    (options.include ?? [])
      .flatMap((name) => appliedObjects(resolvePath(path, name), view, kinds))
      .map((object) => inNamespace(object, targetNamespace)),
  );
}

function inNamespace({ id, definition }: ForeignObject, targetNamespace: string | undefined): ResourceId {
  return targetNamespace === undefined || definition?.scope === "Cluster" ? id : { ...id, namespace: targetNamespace };
}

function generatedObjects({ container, targetNamespace }: Deployment): readonly ResourceId[] {
  return container.directories.flatMap(({ options }) =>
    (options.configMapGenerator ?? []).map(({ name, namespace }) => ({
      ...GENERATED_KIND,
      namespace: targetNamespace ?? namespace,
      name,
    })),
  );
}
