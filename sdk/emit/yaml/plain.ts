import { PRINTABLE } from "./printable.ts";

/**
 * One line of printable text that does not start with an indicator. `-` is none when something follows it at once; so are `?`
 * and `:`, but nobody writes those without quotes.
 */
const SHAPE = new RegExp(`^(?![ ?:,[\\]{}#&*!|>'"%@\`]|-(?: |$))[${PRINTABLE}]+$`, "u");
/** The same for ASCII, which is nearly everything and much faster to tell. */
const ASCII_SHAPE = /^(?![ ?:,[\]{}#&*!|>'"%@`]|-(?: |$))[ -~]+$/;

/** What ends a scalar before its text does: a key's colon, a comment, space at the end. */
const CUT = /: | #|[: ]$/;

/** Only a text that starts so can be a number. The parser `yaml` takes `e5` for one in YAML 1.1. */
const NUMBER_START = /^(?:[-+.\d]|e[-+]?\d)/i;

/**
 * Numbers of YAML 1.1, of YAML 1.2 and of the parsers in use, and a little more: binary, octal (`017`, `0o17`) and hexadecimal
 * integers, sexagesimal ones (`12:30:45`), exponents without a dot, `.inf`, `.nan`. Without `_`, which may stand anywhere in one.
 */
const NUMBER =
  /^[-+]?(?:0x[\da-f]*|0o[-+]?[0-7]*|0b[-+]?[01]*|\d*(?::[0-5]?\d)*(?:\.\d*)?(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[ t])/i;

/** Words that are a null or a boolean to some parser; `<<` is its merge key, and `---` and `...` end documents. */
const WORD = /^(?:y|yes|n|no|true|false|on|off|null|~|=|<<|(?:---|\.\.\.)(?: .*)?)$/i;

/**
 * Most texts of most manifests: ASCII that starts like no number, where a colon or a space stands between characters that
 * give it no meaning. One look, where the exact rules take five.
 */
const COMMON = /^(?:[A-DF-Za-df-z$/]|[Ee][A-Za-z])[!-9;-~]*(?:(?: +|:+)[!"$-9;-~][!-9;-~]*)*$/;
const LONGEST_WORD = 5;

/** Says whether a text can be written without quotes and is read back as the same text by every YAML parser. */
export function isPlain(text: string): boolean {
  if (COMMON.test(text)) return text.length > LONGEST_WORD || !WORD.test(text);
  if (!ASCII_SHAPE.test(text) && !SHAPE.test(text)) return false;
  if (CUT.test(text) || WORD.test(text)) return false;
  return !NUMBER_START.test(text) || !(NUMBER.test(text.replaceAll("_", "")) || DATE.test(text));
}
