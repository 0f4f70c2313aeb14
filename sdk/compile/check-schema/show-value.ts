const MAX_SHOWN = 60;

/** A user's name and password in a URL. */
const CREDENTIALS = /\/\/[^/@\s]*@/g;

/** Shows a value in a message: scalars as they are written, texts cut short and without credentials, the rest by its type. */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case "string": {
      const characters = [...value.slice(0, 4 * MAX_SHOWN).replace(CREDENTIALS, "//…@")];
      return JSON.stringify(
        characters.length <= MAX_SHOWN ? characters.join("") : `${characters.slice(0, MAX_SHOWN).join("")}…`,
      );
    }
    case "number":
    case "boolean":
      return String(value);
    default:
      return typeOf(value);
  }
}

/** Says what type of value something is, as a reader of YAML calls it. */
export function typeOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "boolean":
      return "a boolean";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "a list" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** Joins words to `"a", "b" or "c"`, as many as a reader can take in. */
export function oneOf(words: readonly string[], most = 24): string {
  const shown = words.length > most ? [...words.slice(0, most), `… (${words.length} in all)`] : words;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1]}`;
}
