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
 */
export function substitution(variable: string, fallback?: string): Substitution {
  const text = fallback === undefined ? `\${${variable}}` : `\${${variable}:=${fallback}}`;
  const value = { sluice: "substitution/1", variable, default: fallback } as const;
  // Not enumerable, so that two substitutions of one variable are equal as data.
  Object.defineProperty(value, "toString", { value: () => text });
  return Object.freeze(value);
}

/** Says whether a value is a {@link Substitution}. */
export function isSubstitution(value: object): value is Substitution {
  return "sluice" in value && value.sluice === "substitution/1";
}
