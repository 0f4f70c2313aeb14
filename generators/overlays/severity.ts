import type { ReferenceFacts } from "../../sdk/model/schema.ts";

/** What it means that nothing makes the object that a string names, where it is not the usual warning. */
const UNRESOLVED: Readonly<Record<string, "error" | "ignore">> = {
  // Without its source or chart, nothing is applied at all.
  Bucket: "error",
  ExternalArtifact: "error",
  GitRepository: "error",
  HelmChart: "error",
  HelmRepository: "error",
  OCIRepository: "error",
  // Namespaces are made by too much that is not seen from here; the compiler looks at them in its own way.
  Namespace: "ignore",
};

/** What an unresolved reference to one of some kinds means: the mildest answer of them. */
export function unresolvedSeverity(kinds: readonly string[]): ReferenceFacts["unresolved"] {
  const answers = new Set(kinds.map((kind) => UNRESOLVED[kind]));
  if (answers.has("ignore")) return "ignore";
  return answers.has(undefined) ? undefined : "error";
}
