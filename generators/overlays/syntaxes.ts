import type { Syntax } from "../../sdk/model/schema.ts";
import type { LockPath } from "../locks/lock-path.ts";

/** The languages of texts, by their places. */
export type Syntaxes = Readonly<Record<LockPath, Syntax>>;

/** Places that are all in one language. */
export function inLanguage(language: string, ...paths: readonly LockPath[]): Syntaxes {
  return Object.fromEntries(paths.map((path) => [path, { language }]));
}

/** A Git reference to check out. */
export function gitReference(path: LockPath): Syntaxes {
  return {
    ...inLanguage("git-reference", `${path}.branch`, `${path}.tag`),
    ...inLanguage("whole-git-reference", `${path}.name`),
    ...inLanguage("git-commit", `${path}.commit`),
    ...inLanguage("version-range", `${path}.semver`),
  };
}

/** Objects to change or to pass over, as kustomize chooses them. */
export function target(path: LockPath): Syntaxes {
  const names = ["group", "version", "kind", "name", "namespace"].map((field) => `${path}.${field}`);
  return {
    ...inLanguage("regular-expression", ...names),
    ...inLanguage("selector", `${path}.labelSelector`, `${path}.annotationSelector`),
  };
}

/** kustomize patches with their targets. */
export function patches(path: LockPath): Syntaxes {
  return { ...inLanguage("patch", `${path}[].patch`), ...target(`${path}[].target`) };
}

/** Labels, as keys and values. */
export function labels(...paths: readonly LockPath[]): Syntaxes {
  return { ...inLanguage("label-key", ...paths), ...inLanguage("label-value", ...paths.map((path) => `${path}{}`)) };
}

/** Labels and annotations for what is made. */
export function metadata(path: LockPath): Syntaxes {
  return { ...labels(`${path}.labels`), ...inLanguage("annotation-key", `${path}.annotations`) };
}

/** A selector over labels in fields. */
export function labelSelector(path: LockPath): Syntaxes {
  return {
    ...inLanguage("label-key", `${path}.matchExpressions[].key`),
    ...inLanguage("selector-operator", `${path}.matchExpressions[].operator`),
    ...inLanguage("label-value", `${path}.matchExpressions[].values[]`),
    ...labels(`${path}.matchLabels`),
  };
}

/** Who may have made a keyless signature. */
export function signers(path: LockPath): Syntaxes {
  return inLanguage("regular-expression", `${path}[].issuer`, `${path}[].subject`);
}
