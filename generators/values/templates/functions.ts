/** Functions that only look whether there is something, or compare it. They hand nothing on. */
export const TESTS: ReadonlySet<string> = new Set([
  "not",
  "empty",
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "len",
  "has",
  "fail",
  "contains",
  "hasPrefix",
  "hasSuffix",
  "regexMatch",
  "mustRegexMatch",
  "semverCompare",
  "deepEqual",
]);

/** Functions that ask what a value is, or take several kinds: a list to join may be a text that is joined already. */
export const LOOKS: ReadonlySet<string> = new Set(["join", "kindIs", "kindOf", "typeIs", "typeIsLike", "typeOf"]);

/** Functions that give back one of their arguments, or several in one. */
export const CHOICES: ReadonlySet<string> = new Set([
  "and",
  "or",
  "default",
  "coalesce",
  "ternary",
  "required",
  "deepCopy",
  "mustDeepCopy",
  "merge",
  "mustMerge",
  "mergeOverwrite",
  "mustMergeOverwrite",
  "omit",
]);

/** Functions that only a change of the text matters to. */
export const DIGESTS: ReadonlySet<string> = new Set(["sha256sum", "sha1sum", "sha512sum", "adler32sum"]);
