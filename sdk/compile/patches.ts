import type { FieldPath } from "../model/field-path.ts";
import { groupOf } from "../model/identity.ts";
import { specField } from "./body.ts";
import { fieldOf } from "./foreign-objects.ts";
import { firstValue, type Instance } from "./instance.ts";

/**
 * Says whether a patch may change a field of an object before it is applied. Patches are not evaluated, so what they may touch
 * is left out of checks across objects: a check that is wrong is worse than one that is missing.
 */
export function mayBePatched(instance: Instance, path: FieldPath): boolean {
  for (const { by, container } of instance.deployments) {
    const own = by && specField(by.node.resource, by.applier.patches);
    const patches: readonly unknown[] = [
      ...(Array.isArray(own) ? own : []),
      ...container.directories.flatMap(({ options }) => options.patches ?? []),
    ];
    if (patches.some((patch) => mayChange(patch, instance, path))) return true;
  }
  return false;
}

function mayChange(patch: unknown, instance: Instance, path: FieldPath): boolean {
  const text = fieldOf(patch, "patch");
  const target = fieldOf(patch, "target");
  if (target !== undefined && !isTarget(target, instance)) return false;
  // A patch in a file, or one that is not known yet, may change anything.
  if (typeof text !== "string") return true;
  if (target === undefined && ![instance.id.kind, instance.id.name].every((name) => hasWord(text, name))) return false;
  return path.some((key) => typeof key === "string" && key !== "spec" && hasWord(text, key));
}

function isTarget(target: unknown, instance: Instance): boolean {
  const { apiVersion } = firstValue(instance);
  const { id } = instance;
  const actual: Readonly<Record<string, string>> = {
    group: id.group,
    version: apiVersion.slice(groupOf(apiVersion).length).replace("/", ""),
    kind: id.kind,
    name: id.name,
    namespace: id.namespace ?? "",
  };
  return Object.entries(actual).every(([field, value]) => matches(fieldOf(target, field), value));
}

/** kustomize takes what a target names for regular expressions over the whole name. */
function matches(pattern: unknown, value: string): boolean {
  if (typeof pattern !== "string" || pattern === "") return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true;
  }
}

function hasWord(text: string, word: string): boolean {
  return text.split(/[^\w.-]+/).includes(word) || text.split(/\W+/).includes(word);
}
