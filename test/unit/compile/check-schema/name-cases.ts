import type { NameRule } from "../../../../sdk/model/kind-definition.ts";

/** Names that objects may and may not have, by the rule for the names of their kind. */
export const NAMES: Readonly<Record<NameRule, readonly [takes: readonly string[], refuses: readonly string[]]>> = {
  subdomain: [
    ["a", "a-b.c", "1", "a".repeat(253)],
    ["A", "-a", "a-", "a..b", ".a", "a_b", "a/b", "ä", "a".repeat(254)],
  ],
  label: [
    ["a", "a-b", "1a", "a".repeat(63)],
    ["a.b", "A", "-a", "a".repeat(64)],
  ],
  "label-with-letter": [
    ["a", "a-1"],
    ["1a", "a.b", "A", "a".repeat(64)],
  ],
  "path-segment": [
    ["a", "system:Node", "A b", "ä"],
    ["a/b", "a%b", ".", ".."],
  ],
};
