// Texts that were made of pieces by chance and given to the libraries that controllers read them with. Which library, and what it
// said, stands in the data beside this file.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkSyntax } from "../../../../sdk/compile/check-syntax/check-syntax.ts";

interface Verdicts {
  readonly library: string;
  readonly takes: readonly string[];
  readonly refuses: readonly string[];
}

// The file is written by a program, and nothing else changes it.
const VERDICTS = JSON.parse(readFileSync(new URL("library-verdicts.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Verdicts>
>;

/** What Go takes for a URL and nothing can be fetched from: it has no host. */
const WITHOUT_HOST = /^\w+:\/\/(?:[^/?#]*@)?(?:[/?#]|$)/;

/** Readers that let pass what their library refuses: where it is certain, and where a person could have written it. */
const LENIENT: readonly string[] = ["cron", "oci-repository", "url"];

test.each(Object.entries(VERDICTS))("%s: what the library takes, the reader takes", (language, { takes }) => {
  expect(takes.length).toBeGreaterThan(100);
  const wrong = takes.filter((text) => !WITHOUT_HOST.test(text) && checkSyntax(text, { language }) !== undefined);
  expect(wrong).toEqual([]);
});

test.each(Object.entries(VERDICTS))("%s: what the library refuses, the reader refuses", (language, { refuses }) => {
  expect(refuses.length).toBe(200);
  const missed = refuses.filter((text) => checkSyntax(text, { language }) === undefined);
  expect(missed.length).toBeLessThanOrEqual(LENIENT.includes(language) ? 40 : 0);
});
