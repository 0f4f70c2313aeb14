import type { FluxVersion } from "./flux-version.ts";
import type { Schema } from "./schema.ts";

/**
 * What a rule comes to: it holds, it does not, or CEL would stop with an error, as for a field that is not there. The API server
 * refuses the object in these two cases. `"unknown"` when that hangs on a value that only deployment brings.
 */
export type RuleOutcome = boolean | "error" | "unknown";

/** What evaluates a rule from its text: a rule with parts that it does not know is `"unsupported"`. */
export type RuleEvaluator = (rule: Rule, self: unknown, schema: Schema) => RuleOutcome | "unsupported";

/** A validation rule of an API, as the API server evaluates it on create. Rules on changes only are not among them. */
export interface Rule {
  /** The rule in CEL. `self` is the value that it stands at. */
  readonly rule: string;
  /** What is wrong when it does not hold, and what to write. */
  readonly message: string;
  /** The rule as a function of `self`. Without it, the rule's text is evaluated. */
  readonly test?: ((self: unknown) => RuleOutcome) | undefined;
  /** Where below its place the API server reports it: `.spec.name`. */
  readonly fieldPath?: string | undefined;
  /** The Flux minor that brought it, when the oldest known one lacks it. */
  readonly since?: FluxVersion | undefined;
  /** The last Flux minor that has it, when the newest lacks it. */
  readonly until?: FluxVersion | undefined;
}
