import { goPattern, type Matcher } from "./pattern.ts";

/** What a file's values are chosen by; SOPS takes one of these at most. */
export const SELECTORS = [
  "unencrypted_suffix",
  "encrypted_suffix",
  "unencrypted_regex",
  "encrypted_regex",
  "unencrypted_comment_regex",
  "encrypted_comment_regex",
] as const;

export type Selector = (typeof SELECTORS)[number];

/** Which values of a file are encrypted. */
export interface Selection {
  readonly by: Selector;
  readonly pattern: string;
}

/** What SOPS chooses by where nothing else is said. */
export const DEFAULT_SELECTION: Selection = { by: "unencrypted_suffix", pattern: "_unencrypted" };

/** Where a value or comment stands. */
export interface SelectedPlace {
  /** The keys on the way to it; items of lists have none. */
  readonly keys: readonly string[];
  /** The comments in front of it, and of what it is in: a list for each map and list. */
  readonly comments: readonly (readonly string[])[];
  readonly isComment: boolean;
}

/** Makes a function that says which values are encrypted. An expression that Go does not take matches nothing, as in SOPS. */
export function selectorOf({ by, pattern }: Selection): (place: SelectedPlace) => boolean {
  switch (by) {
    case "encrypted_suffix":
      return ({ keys }) => keys.some((key) => key.endsWith(pattern));
    case "unencrypted_suffix":
      return ({ keys }) => !keys.some((key) => key.endsWith(pattern));
    case "encrypted_regex":
    case "unencrypted_regex": {
      const matches = matcherOf(pattern);
      return ({ keys }) => keys.some(matches) === (by === "encrypted_regex");
    }
    case "encrypted_comment_regex": {
      const matches = matcherOf(pattern);
      return (place) => earlierComments(place).some(matches);
    }
    case "unencrypted_comment_regex": {
      const matches = matcherOf(pattern);
      return ({ comments }) => !comments.some((list) => list.some(matches));
    }
  }
}

function matcherOf(pattern: string): Matcher {
  return goPattern(pattern) ?? (() => false);
}

/** The comments before a place; a comment that asks for encryption is itself not encrypted. */
function earlierComments({ comments, isComment }: SelectedPlace): readonly string[] {
  const all = comments.flat();
  return isComment ? all.slice(0, -1) : all;
}
