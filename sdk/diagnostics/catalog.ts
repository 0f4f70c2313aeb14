import type { Severity } from "./diagnostic.ts";

/** What a code stands for. Why it is a rule, with examples, stands in `explanations`, which a build does not load. */
export interface CatalogEntry {
  readonly severity: Severity;
  /** The rule, in a few words. */
  readonly title: string;
}

/** Every code that Sluice reports. Codes are stable: scripts and `silence` rely on them. */
export const CATALOG = {
  "cluster/duplicate": { severity: "error", title: "Cluster names and paths are unique" },
  "cluster/nested-path": { severity: "error", title: "Cluster paths do not nest" },
  "cluster/unknown-flux": { severity: "error", title: "A cluster runs a Flux minor that is known" },
  "config/invalid": { severity: "error", title: "The configuration says what Sluice knows" },
  "deferred/in-git": { severity: "error", title: "What Git delivers has no deferred values" },
  "deferred/stringified": { severity: "error", title: "A deferred value is not turned into text" },
  "directory/conflict": { severity: "error", title: "One directory path has one content" },
  "directory/missing-file": { severity: "error", title: "What a directory's options name exists" },
  "directory/other-source": {
    severity: "error",
    title: "A directory hangs under a source that delivers this repository",
  },
  "directory/which-source": { severity: "error", title: "It is known which source delivers this repository" },
  "graph/cycle": { severity: "error", title: "dependsOn has no cycles" },
  "graph/duplicate-id": { severity: "error", title: "One identity has one content" },
  "identity/invalid": { severity: "error", title: "Identity is a plain string" },
  "image/kept": { severity: "info", title: "What image automation wrote stays" },
  "image/replaced": { severity: "info", title: "An image of another name or policy is the program's" },
  "index/unreadable": { severity: "warning", title: "The index of written files can be read" },
  "kustomize/name-affix": {
    severity: "error",
    title: "namePrefix and nameSuffix are not used over a directory of ours",
  },
  "layout/adopted": { severity: "info", title: "A file with the same content is taken over" },
  "layout/case-collision": { severity: "error", title: "Paths differ in more than case" },
  "layout/directory-place": { severity: "error", title: "A directory lies apart from cluster paths" },
  "layout/drift": { severity: "error", title: "What is committed is what the program says" },
  "layout/duplicate-object": { severity: "error", title: "An object is applied by one Kustomization" },
  "layout/edited-file": { severity: "error", title: "A file that a person edited is kept" },
  "layout/file-name": { severity: "error", title: "A file name stays in its folder and is applied" },
  "layout/foreign-file": { severity: "error", title: "A file that Sluice did not write is kept" },
  "layout/foreign-kustomization": { severity: "error", title: "A directory's kustomization.yaml is Sluice's" },
  "layout/foreign-yaml": { severity: "error", title: "Other YAML in a directory is named" },
  "layout/locked": { severity: "error", title: "One build writes at a time" },
  "layout/not-listed": { severity: "error", title: "A written kustomization file lists every file" },
  "layout/not-written": { severity: "error", title: "Files can be written" },
  "layout/outside": { severity: "error", title: "Paths stay inside the output folder" },
  "layout/self-applied-source": { severity: "warning", title: "A Kustomization does not apply its own source" },
  "layout/unreadable-yaml": { severity: "warning", title: "YAML beside written files can be read" },
  "metadata/annotation": { severity: "error", title: "Annotations have keys and values that Kubernetes takes" },
  "metadata/field": { severity: "error", title: "metadata has the fields that Kubernetes knows" },
  "metadata/finalizer": { severity: "error", title: "A finalizer is a qualified name" },
  "metadata/label": { severity: "error", title: "Labels have keys and values that Kubernetes takes" },
  "metadata/name": { severity: "error", title: "An object has a name that its kind allows" },
  "metadata/namespace": { severity: "error", title: "A namespace has a name that Kubernetes takes" },
  "metadata/size": { severity: "error", title: "An object fits in a request" },
  "namespace/ambiguous": { severity: "error", title: "An object that several namespaces need is listed for each" },
  "namespace/missing": { severity: "error", title: "A namespaced object has a namespace" },
  "namespace/not-applied": { severity: "info", title: "A group's namespace is given to objects of known scope" },
  "namespace/uncreated": { severity: "warning", title: "Something makes the namespace" },
  "override/duplicate": { severity: "error", title: "A resource has one override" },
  "override/identity": { severity: "error", title: "An override keeps the identity" },
  "override/invalid-path": { severity: "error", title: "A path to remove can be read" },
  "override/unmatched": { severity: "warning", title: "An override matches a resource, and what it removes is there" },
  "path/missing": { severity: "warning", title: "A path exists in the repository" },
  "placement/ambiguous": { severity: "error", title: "It is known where a needed resource is written" },
  "program/invalid": { severity: "error", title: "The program can be read" },
  "program/no-fleet": { severity: "error", title: "The program's default export is a fleet" },
  "program/threw": { severity: "error", title: "The program runs to its end" },
  "reference/ambiguous": { severity: "error", title: "A reference means one object" },
  "reference/not-in-cluster": { severity: "error", title: "A mentioned resource is listed" },
  "reference/unresolved": { severity: "error", title: "A reference names an object that exists" },
  "reference/wrong-kind": { severity: "error", title: "A reference fits its slot" },
  "reference/wrong-namespace": { severity: "error", title: "A local reference stays in its namespace" },
  "removal/guarded": { severity: "error", title: "A removal that Flux would turn into a prune is allowed" },
  "resource/not-served": { severity: "error", title: "The cluster's Flux serves the kind" },
  "rule/broken": { severity: "error", title: "An object keeps the rules of its API" },
  "schema/bound": { severity: "error", title: "A number is within its bounds" },
  "schema/count": { severity: "error", title: "Lists and objects have as many parts as they may" },
  "schema/duplicate": { severity: "error", title: "Items of a set, or of a list with keys, are there once" },
  "schema/enum": { severity: "error", title: "A value is one of those that its field knows" },
  "schema/length": { severity: "error", title: "A text is as long as it may be" },
  "schema/pattern": { severity: "error", title: "A text has the form of its field" },
  "schema/required": { severity: "error", title: "Required fields are there" },
  "schema/type": { severity: "error", title: "A value has the type of its field" },
  "schema/unknown-field": { severity: "error", title: "Every field is one of the kind's" },
  "secret/file-mismatch": { severity: "error", title: "An encrypted file holds the Secret that it stands for" },
  "secret/not-encrypted": { severity: "error", title: "An encrypted file is encrypted by SOPS" },
  "secret/plaintext": { severity: "error", title: "No Secret is written in plain text" },
  "secret/undecrypted": { severity: "error", title: "An encrypted Secret is decrypted where it is applied" },
  "silence/unknown": { severity: "warning", title: "A code to silence is one that Sluice reports" },
  "substitution/not-filled": { severity: "error", title: "A substitution stands where Flux substitutes" },
  "syntax/cel": { severity: "error", title: "An expression is one that Flux can evaluate" },
  "syntax/chart-version": { severity: "warning", title: "A chart's version is a version or a range" },
  "syntax/component-path": { severity: "error", title: "A kustomize component lies in the same artifact" },
  "syntax/cron": { severity: "error", title: "Times are in the form of cron" },
  "syntax/duration": { severity: "error", title: "A duration can be counted" },
  "syntax/git-reference": { severity: "error", title: "A Git reference can exist" },
  "syntax/image": { severity: "error", title: "An image or artifact can be named so" },
  "syntax/name": { severity: "error", title: "What Flux makes can be named so" },
  "syntax/patch": { severity: "error", title: "A patch can be read" },
  "syntax/quantity": { severity: "error", title: "An amount can be read" },
  "syntax/regular-expression": { severity: "error", title: "A regular expression can be read" },
  "syntax/selector": { severity: "error", title: "A label or selector can be read" },
  "syntax/template": { severity: "error", title: "A template can be read" },
  "syntax/url": { severity: "error", title: "A URL can be read" },
  "syntax/version-range": { severity: "error", title: "A range of versions can be read" },
  "value/unsupported": { severity: "error", title: "Values are data" },
  "version/field": { severity: "error", title: "The cluster's Flux knows the field" },
  "version/value": { severity: "error", title: "The cluster's Flux knows the value" },
  "yaml/duplicate-key": { severity: "error", title: "A key stands once in a YAML map" },
  "yaml/invalid": { severity: "error", title: "YAML can be read" },
} as const;

/** A diagnostic's code: stage or subject, and problem. */
export type DiagnosticCode = keyof typeof CATALOG;

/** Says whether a text is a code. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(CATALOG, text);
}

/** What a code stands for. */
export function catalogEntry(code: DiagnosticCode): CatalogEntry {
  return CATALOG[code];
}
