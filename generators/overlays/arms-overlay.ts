/** What is special about one alternative. */
export interface CaseOverlay {
  /**
   * The values of fields that choose the alternative. They are literals, for the compiler chooses by them: `others` are those
   * that no other alternative has.
   */
  readonly when?: Readonly<Record<string, readonly string[] | "others">> | undefined;
  readonly requires?: readonly string[] | undefined;
  readonly forbids?: readonly string[] | undefined;
  /** The values of fields that are possible here. */
  readonly narrows?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * Alternatives that a CRD states as rules. They are made types as long as the CRD has the rules. The compiler's message about
 * a literal that fits none speaks of the last one, so the usual one comes last.
 */
export type ArmsOverlay = {
  /** The text of every CEL rule at this place that backs the alternatives. */
  readonly rules: readonly string[];
} & (
  | { readonly exactlyOne: readonly string[] }
  | { readonly atLeastOne: readonly string[] }
  /** A field that is allowed only beside some values of another. */
  | { readonly field: string; readonly onlyWith: { readonly discriminant: string; readonly values: readonly string[] } }
  /** Any other alternatives, by what their names add to that of the type. */
  | { readonly cases: Readonly<Record<string, CaseOverlay>> }
);
