/** Characters that take two columns of a terminal: East Asian ones, and pictures. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

/** Characters that take none: they change the one before. */
const COMBINING = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u;

/** How many columns a character takes on a terminal. */
export function displayWidth(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Blanks as wide as a text, so that what follows stands below what follows the text. Tabs are kept: how wide they are is not known. */
export function blanksFor(text: string): string {
  return [...text].map((character) => (character === "\t" ? "\t" : " ".repeat(displayWidth(character)))).join("");
}

/** Characters that a terminal would act on, or that change the order in which others are shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const ACTING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** A text with a sign in the place of each character that a terminal would act on. Line ends are kept. */
export function printable(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(ACTING, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });
}
