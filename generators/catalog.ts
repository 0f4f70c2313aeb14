/** Every code that the generators report, with its rule and why it is one. The compiler has a catalog of its own. */
export const GENERATOR_CATALOG = {
  "generate/missing-docs": {
    severity: "error",
    title: "Every field of a generated kind is documented",
    explanation: "The words in an editor are ours, so a new field needs a sentence before it is published.",
  },
  "generate/missing-lock": {
    severity: "error",
    title: "A generated kind has a schema lock",
    explanation: "Types and facts come from nothing else than the locks.",
  },
  "generate/missing-message": {
    severity: "error",
    title: "Every rule has words of ours",
    explanation: "Who breaks a rule reads what is wrong and what to write, and the text of an expression says neither.",
  },
  "generate/name-conflict": {
    severity: "error",
    title: "A type name means one shape",
    explanation: "Two fields with one type must have the same structure, and no two types share a name by accident.",
  },
  "generate/stale": {
    severity: "error",
    title: "Generated files are what the generator writes now",
    explanation: "An edited or forgotten file would no longer say what the locks and overlays say.",
  },
  "generate/unknown-release": {
    severity: "error",
    title: "A release is known",
    explanation: "A lock says which controller's release it was taken from, and the CRD files themselves do not.",
  },
  "generate/unmarked-reference": {
    severity: "error",
    title: "A field that looks like a reference is marked as one",
    explanation: "A reference that the generator misses would take any name, and the linker would never see it.",
  },
  "generate/unreadable": {
    severity: "error",
    title: "Input files can be read",
    explanation: "A file that is no custom resource definition, lock or table of texts gives no types.",
  },
  "generate/unsupported-schema": {
    severity: "error",
    title: "Every construct of a schema is understood",
    explanation:
      "A construct that is skipped would make types that accept what the API server refuses, or the other way round.",
  },
  "generate/untranslated-rule": {
    severity: "error",
    title: "Every rule of a shipped kind is translated",
    explanation:
      "A rule that is not would have to be evaluated from its text, with a library that a build does not load.",
  },
  "generate/unused-docs": {
    severity: "error",
    title: "Every documented field exists",
    explanation: "A text that belongs to no field is a renamed field, or a slip of the pen.",
  },
  "generate/unused-overlay": {
    severity: "error",
    title: "Every overlay entry matches",
    explanation: "An entry whose field or rule is gone states a fact about something else.",
  },
} as const;

/** A generator's code. */
export type GeneratorCode = keyof typeof GENERATOR_CATALOG;
