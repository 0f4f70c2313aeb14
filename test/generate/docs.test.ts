import { expect, test } from "vitest";
import { type KindDocs, readDocs } from "../../generators/docs/kind-docs.ts";
import { readInput } from "../../generators/main.ts";
import { ROOT } from "../tools/repository.ts";

/** A text, where it stands, and the field that it is about, if it is about one. */
interface Text {
  readonly place: string;
  readonly field?: string;
  readonly text: string;
}

const TEXTS: readonly Text[] = [...readInput(ROOT).docs].flatMap(([file, yaml]) =>
  textsOf(
    readDocs(file, yaml, ({ message }) => {
      throw new Error(message);
    }),
  ),
);

/** Words that say nothing, and those of reference manuals that repeat the field's name in a longer way. */
const EMPTY =
  /\b(simply|just|very|basically|please|note that|in order to|specif(?:y|ies|ied)|defines?|desired|optionally|various|etc|respectively|obviously|easily|utili[sz]e|leverage|is used to)\b|\be\.g\.|\bi\.e\./i;

test("every kind's texts are read", () => {
  expect(TEXTS.length).toBeGreaterThan(500);
});

/** What must not be true of any text. */
const MISTAKES: Readonly<Record<string, (text: Text) => boolean>> = {
  "starts in the middle": ({ text }) => !/^(?:[A-Z`]|kustomize )/.test(text),
  "starts with the field's name": ({ text, field }) =>
    /[A-Za-z]+/.exec(text)?.[0].toLowerCase() === field?.toLowerCase(),
  "ends without a period": ({ text }) => !text.endsWith("."),
  "is long": ({ text }) => sentencesOf(text).length > 3 || text.length > 340,
  "has empty words": ({ text }) => EMPTY.test(withoutCode(text)),
  "leaves code open": ({ text }) => text.split("`").length % 2 === 0,
  "has blanks too many": ({ text }) => / {2}|\s$/.test(text),
};

test.each(Object.entries(MISTAKES))("no text %s", (_, isMistake) => {
  expect(TEXTS.filter(isMistake)).toEqual([]);
});

test.each([
  ["starts in the middle", "how often."],
  ["starts with the field's name", "Interval at which it looks."],
  ["ends without a period", "How often"],
  ["is long", "How. Often. It. Looks."],
  ["has empty words", "Simply how often."],
  ["leaves code open", "How often, as `1h."],
  ["has blanks too many", "How  often."],
])("of a text that %s, that is said and nothing else", (mistake, text) => {
  const found = Object.entries(MISTAKES).filter(([, isMistake]) => isMistake({ place: "", field: "interval", text }));
  expect(found.map(([name]) => name)).toEqual([mistake]);
});

function textsOf(docs: KindDocs): readonly Text[] {
  return Object.entries(docs).flatMap(([type, { summary, fields }]) => [
    { place: type, text: summary },
    ...Object.entries(fields).map(([field, text]) => ({
      place: `${type}.${field}`,
      field,
      // Behind an empty line there are tags for the editor.
      text: text.split("\n\n")[0] ?? "",
    })),
  ]);
}

function sentencesOf(text: string): readonly string[] {
  return withoutCode(text).split(/(?<=[.])\s+(?=[A-Z`])/);
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, "`x`");
}
