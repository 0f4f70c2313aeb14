import type { FluxVersion } from "../../model/flux-version.ts";
import type { RuleEvaluator } from "../../model/rule.ts";
import type { SyntaxTools } from "../check-syntax/syntax-problem.ts";
import type { PatternEngine } from "./patterns.ts";

/** What a check is told beside the object and its kind. */
export interface CheckOptions extends SyntaxTools {
  /** The Flux minor of the cluster. Without it, everything that the newest one knows is right. */
  readonly flux?: FluxVersion | undefined;
  /** The least number of bytes that the object takes as JSON. Default: it is counted. */
  readonly size?: number | undefined;
  /** What messages call the object. Default: its kind, namespace and name. */
  readonly subject?: string | undefined;
  /** Says of a value that it is filled in later, so that nothing can be said of it. */
  readonly isUnknown?: ((value: unknown) => boolean) | undefined;
  /** Matches the patterns of kinds that are not shipped. Without it, they are not looked at, which is said. */
  readonly patterns?: PatternEngine | undefined;
  /** Evaluates the rules that have no function. Without it, they are not looked at, which is said. */
  readonly evaluate?: RuleEvaluator | undefined;
}
