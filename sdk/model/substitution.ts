/**
 * A leaf that Flux fills in: `${NAME}` in the applied text, replaced by kustomize-controller from `spec.postBuild`.
 * It turns into its text inside a template string, so it may be part of a name.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 */
export interface Substitution {
  readonly sluice: "substitution/1";
  /** The variable's name. */
  readonly variable: string;
  /** What Flux writes when the variable is unset or empty. */
  readonly default?: string | undefined;
  toString(): string;
}

/**
 * A leaf that Flux fills in from `postBuild.substitute` or `postBuild.substituteFrom` of the Kustomization that applies it.
 *
 * @param variable The variable's name: letters, digits and `_`, not starting with a digit.
 * @param fallback What Flux writes when the variable is unset or empty. Without it, an unset variable fails the build.
 *
 * Given as itself, its name is checked, and that the Kustomization has a `postBuild`. Inside a template string it is text like that
 * of a shell script, of which nothing is checked.
 */
export function substitution(variable: string, fallback?: string): Substitution {
  const given = fallback === undefined ? {} : { default: fallback };
  const value: Omit<Substitution, "toString"> = { sluice: "substitution/1", variable, ...given };
  // Not enumerable, so that two substitutions of one variable are equal as data.
  Object.defineProperty(value, "toString", { value: () => substitutionText(value) });
  return Object.freeze(value);
}

/** The text that Flux replaces. A substitution that was data in between has no `toString` of its own. */
export function substitutionText({ variable, default: fallback }: Pick<Substitution, "variable" | "default">): string {
  return fallback === undefined ? `\${${variable}}` : `\${${variable}:=${fallback}}`;
}

/** Says whether a value is a {@link Substitution}. */
export function isSubstitution(value: object): value is Substitution {
  return "sluice" in value && value.sluice === "substitution/1";
}
