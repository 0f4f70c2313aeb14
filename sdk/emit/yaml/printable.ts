/**
 * What may stand in a file as it is, as the inside of a character class: what YAML 1.1 and 1.2 both call printable, but for
 * line breaks of YAML 1.1 and for characters that cannot be seen or turn the direction of what follows, so that a reviewer
 * sees them as escapes.
 */
export const PRINTABLE =
  " -~\\u00a0-\\u200a\\u200c\\u200d\\u2010-\\u2027\\u202f-\\u205f\\u206a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\u{10000}-\\u{10ffff}";
