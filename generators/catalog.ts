import type { CatalogEntry } from "../sdk/diagnostics/catalog.ts";

/** What a generator's code stands for. */
interface GeneratorEntry extends CatalogEntry {
  /** Why it is a rule. */
  readonly explanation: string;
}

function error(title: string, explanation: string): GeneratorEntry {
  return { severity: "error", title, explanation };
}

/** Every code that the generators report. The compiler has a catalog of its own. */
export const GENERATOR_CATALOG = {
  "generate/missing-docs": error(
    "Every field of a generated kind is documented",
    "The words in an editor are ours, so a new field needs a sentence before it is published.",
  ),
  "generate/missing-lock": error(
    "A generated kind has a schema lock",
    "Types and facts come from nothing else than the locks.",
  ),
  "generate/missing-message": error(
    "Every rule has words of ours",
    "Who breaks a rule reads what is wrong and what to write, and the text of an expression says neither.",
  ),
  "generate/name-conflict": error(
    "A type name means one shape",
    "Two fields with one type must have the same structure, and no two types share a name by accident.",
  ),
  "generate/stale": error(
    "Generated files are what the generator writes now",
    "An edited or forgotten file would no longer say what the locks and overlays say.",
  ),
  "generate/unknown-release": error(
    "A release is known",
    "A lock says which controller's release it was taken from, and the CRD files themselves do not.",
  ),
  "generate/unmarked-reference": error(
    "A field that looks like a reference is marked as one",
    "A reference that the generator misses would take any name, and the linker would never see it.",
  ),
  "generate/unreadable": error(
    "Input files can be read",
    "A file that is no custom resource definition, lock or table of texts gives no types.",
  ),
  "generate/unsupported-schema": error(
    "Every construct of a schema is understood",
    "A construct that is skipped would make types that accept what the API server refuses, or the other way round.",
  ),
  "generate/untranslated-rule": error(
    "Every rule of a shipped kind is translated",
    "A rule that is not would have to be evaluated from its text, with a library that a build does not load.",
  ),
  "generate/unused-docs": error(
    "Every documented field exists",
    "A text that belongs to no field is a renamed field, or a slip of the pen.",
  ),
  "generate/unused-overlay": error(
    "Every overlay entry matches",
    "An entry whose field or rule is gone states a fact about something else.",
  ),
} satisfies Record<string, GeneratorEntry>;

/** A generator's code. */
export type GeneratorCode = keyof typeof GENERATOR_CATALOG;
