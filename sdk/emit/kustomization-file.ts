import type { KustomizationFile } from "../compile/compiled.ts";
import type { ConfigMapGenerator, KustomizePatch } from "../model/directory.ts";
import { withKeysFirst } from "./key-order.ts";

const TARGET_KEYS = ["group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector"];
const GENERATOR_KEYS = ["name", "namespace", "files", "envs", "literals", "options"];

/**
 * The content of a directory's kustomization.yaml: the files that Sluice writes beside it, then what its author listed, in the
 * author's order.
 */
export function kustomizationContent({ resources, options }: KustomizationFile): object {
  return {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    namespace: options.namespace,
    resources: [...resources, ...(options.include ?? [])],
    components: unlessEmpty(options.components),
    patches: unlessEmpty(options.patches?.map(patchContent)),
    configMapGenerator: unlessEmpty(options.configMapGenerator?.map(generatorContent)),
  };
}

function patchContent(patch: KustomizePatch): object {
  const target = patch.target && withKeysFirst({ ...patch.target }, TARGET_KEYS);
  return withKeysFirst({ ...patch, target }, ["path", "patch", "target"]);
}

function generatorContent(generator: ConfigMapGenerator): object {
  return withKeysFirst({ ...generator }, GENERATOR_KEYS);
}

function unlessEmpty(list: readonly unknown[] | undefined): readonly unknown[] | undefined {
  return list?.length === 0 ? undefined : list;
}
