/** What every canary has in it. Nothing else in this repository or in what it prints has. */
const STEM = "Kq7vXw3ZtB9nRd5Y";

/** A secret of a test: no two are the same. */
export function canary(number: number): string {
  return `hunt-${STEM}-${number}`;
}

/** A private key of a test: its lines are known by themselves. */
export function canaryKey(number: number): string {
  const lines = [0, 1, 2].map(
    (line) => `${STEM}${String(number).padStart(4, "0")}${"MIIEvQIBADANBgkqhkiG9w0BAQEF".slice(line)}`,
  );
  return `-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----\n`;
}

/** The stem as it stands in base64, behind 0, 1 or 2 bytes of something else, without what those have a share in. */
function inBase64(stem: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.from("~".repeat(offset) + stem)
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(offset === 0 ? 0 : offset + 1, -2);
  });
}

/** Half of the stem is enough to know it, where a line was cut. */
const PIECES: readonly string[] = [STEM.slice(0, 10), STEM.slice(6)];
const REVERSED = [...STEM].reverse().join("");
const HEX = Buffer.from(STEM).toString("hex");

const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ["as it is", anyOf(PIECES, "")],
  ["in base64", anyOf([...inBase64(STEM), ...inBase64(STEM).map(urlSafe)], "")],
  ["in base64 of base64", anyOf(inBase64(STEM).flatMap(inBase64), "")],
  ["in hexadecimal", anyOf([HEX.slice(0, 20), HEX.slice(12)], "i")],
  [
    "in escapes",
    anyOf(
      [
        [...STEM].map((character) => `%${hex(character)}`).join(""),
        [...STEM].map((character) => `\\u00${hex(character)}`).join(""),
      ],
      "i",
    ),
  ],
  ["backwards", anyOf([REVERSED], "")],
  [
    "as numbers",
    anyOf([[...Buffer.from(STEM)].slice(0, 8).join(","), [...Buffer.from(STEM)].slice(0, 8).join(", ")], ""),
  ],
];

function urlSafe(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}

function anyOf(texts: readonly string[], flags: string): RegExp {
  return new RegExp(texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), flags);
}

/** Says in which form a canary stands in a text, and where. `undefined` where there is none. */
export function findCanary(text: string): string | undefined {
  for (const [form, pattern] of FORMS) {
    const found = pattern.exec(text);
    if (found !== null)
      return `${form}: …${text.slice(Math.max(0, found.index - 200), found.index + found[0].length + 40)}…`;
  }
  return undefined;
}
