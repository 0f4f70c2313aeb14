import { makeResource } from "../../model/make-resource.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import { isSubstitution, type Substitution, substitutionText } from "../../model/substitution.ts";
import { type ConfigMap, type ConfigMapBody, configMap } from "./config-map.ts";

/** The fields of a ConfigMap whose name follows from its content, which has to be known. */
export interface HashedConfigMapBody extends ConfigMapBody {
  readonly data?: Readonly<Record<string, string | Substitution>> | undefined;
  readonly binaryData?: Readonly<Record<string, string>> | undefined;
  readonly immutable?: boolean | undefined;
}

/**
 * A ConfigMap whose name ends in a hash of its content, as kustomize's `configMapGenerator` makes them. New content is a new
 * name, and what refers to it changes with it: a HelmRelease upgrades at once, and a Deployment rolls its pods. Refer to it by the
 * value itself (`valuesFrom: [settings]`), or by `settings.metadata.name`. Its file keeps its name, so that a change is easy to review.
 *
 * @param name The name without the hash.
 * @param body The ConfigMap's fields beside `metadata`.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function hashedConfigMap(name: string, body: HashedConfigMapBody, options?: ResourceOptions): ConfigMap {
  const { definition } = configMap;
  const made = makeResource(
    {
      apiVersion: "v1",
      kind: definition.kind,
      name: `${name}-${hashOf(body)}`,
      body,
      options: { ...options, file: options?.file ?? `configmap-${name}.yaml` },
    },
    hashedConfigMap,
  );
  // It was just made of this kind and these fields.
  return made as ConfigMap;
}

/** The same content has the same hash, in whatever order its keys stand. */
function hashOf({ data, binaryData }: HashedConfigMapBody): string {
  return contentHash(JSON.stringify([entriesOf(data), entriesOf(binaryData)]));
}

function entriesOf(map: HashedConfigMapBody["data"]): readonly (readonly [string, string])[] {
  const entries = Object.entries(map ?? {}).map(([key, value]) => [key, textOf(value)] as const);
  return entries.sort(([left], [right]) => (left < right ? -1 : 1));
}

function textOf(value: string | Substitution): string {
  return typeof value === "object" && isSubstitution(value) ? substitutionText(value) : String(value);
}

/** Ten hexadecimal digits of two multiplicative hashes. Nobody is kept from finding two texts with one hash: there is nothing to gain. */
function contentHash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return [one, other].map((number) => ((number ^ (number >>> 15)) >>> 12).toString(16).padStart(5, "0")).join("");
}
