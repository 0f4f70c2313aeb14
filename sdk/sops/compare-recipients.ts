import { isSameRecipient, type KeyGroup, type Recipient } from "./recipient.ts";
import type { SopsRule } from "./rules.ts";
import type { SopsFile } from "./sops-file.ts";

/** In what a file differs from the rule for it, of those who can read it. */
export interface RecipientDifference {
  /** Named by the rule, and not able to read the file, or not in the same group. */
  readonly missing: readonly Recipient[];
  /** Able to read the file, and not named by the rule. */
  readonly extra: readonly Recipient[];
  /** How many groups it takes, where the file says something else. */
  readonly threshold?: { readonly file: number; readonly rule: number } | undefined;
}

/** Compares those who can read a file with those whom the rule names. `undefined` when they are the same, in the same groups. */
export function recipientsDiffer(
  { metadata }: SopsFile,
  { keyGroups, shamirThreshold }: Pick<SopsRule, "keyGroups" | "shamirThreshold">,
): RecipientDifference | undefined {
  const groups = metadata.keyGroups.map((group): KeyGroup => group.map(({ recipient }) => recipient));
  const missing = keyGroups.flatMap((group, index) => notIn(group, groups[index] ?? []));
  const extra = groups.flatMap((group, index) => notIn(group, keyGroups[index] ?? []));
  const file = metadata.shamirThreshold ?? groups.length;
  const rule = shamirThreshold ?? keyGroups.length;
  const isThresholdRight = keyGroups.length < 2 || groups.length < 2 || file === rule;
  if (missing.length === 0 && extra.length === 0 && isThresholdRight) return undefined;
  return { missing, extra, threshold: isThresholdRight ? undefined : { file, rule } };
}

function notIn(group: KeyGroup, other: KeyGroup): readonly Recipient[] {
  return group.filter((recipient) => !other.some((candidate) => isSameRecipient(candidate, recipient)));
}
