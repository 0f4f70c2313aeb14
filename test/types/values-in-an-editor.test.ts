// What an editor offers inside of a chart's values, and what it shows of them.
import { join } from "node:path";
import { expect, test } from "vitest";
import { printFiles } from "../../generators/emit/print.ts";
import { valuesFile } from "../../generators/emit/values/values-file.ts";
import { everyType } from "../generate/values/every-type.ts";
import { ROOT } from "../tools/repository.ts";
import { editorFor, shownAt } from "./editor.ts";

const FOLDER = join(ROOT, "test/types");

const START = `
import { app, external, fluxSystem, helmRelease, withDefaults } from "sluice";
import type { LarderValues } from "./larder.ts";
const chartRef = external("OCIRepository", "a");
`;

/** Wherever values may stand. */
const PLACES: readonly ((values: string) => string)[] = [
  (values) => `helmRelease<LarderValues>("a", { chartRef, interval: "1h", values: ${values} });`,
  (values) => `withDefaults({ interval: "1h" }).helmRelease<LarderValues>("a", { chartRef, values: ${values} });`,
  (values) =>
    `app<LarderValues>("a", { path: "a", interval: "1h", chart: { url: "oci://a" }, ` +
    `sync: { sourceRef: fluxSystem, prune: true }, release: { values: ${values} } });`,
  (values) => `export const values: LarderValues = ${values};`,
];

/** `|` is where the author is. */
const OFFERED: readonly (readonly [values: string, want: readonly string[]])[] = [
  ["{ image: { | } }", ["pullSecrets", "repository", "tag"]],
  ["{ image: { tag: 1, | } }", ["pullSecrets", "repository"]],
  ["{ hosts: [{ host: 'a', paths: [{ | }] }] }", ["path", "type"]],
  ["{ known: { second: { | } } }", ["deep"]],
  ["{ known: { | } }", ["first", "second"]],
  ["{ store: { any: { kind: 'jars', | } } }", ["lids"]],
  ["{ store: { any: { kind: '|' } } }", ["bags", "jars", "sacks", "tins"]],
  ["{ policy: '|' }", ["Always", "Never"]],
  ["{ mode: '|' }", ["auto"]],
  ["{ letters: ['|'] }", ["x", "y"]],
];

const SHOWN: readonly (readonly [values: string, parts: readonly string[]])[] = [
  ["{ |replicas: 1 }", ["How many there are.", "Default: `1`."]],
  ["{ |name: 'a' }", ["What it is called.", "@param.", "@deprecated"]],
  ["{ |port: 1 }", ['Examples: `80`, `"http"`.']],
];

const programs = new Map(
  [...OFFERED, ...SHOWN].flatMap(([values]) => PLACES.map((place) => [START + place(values), values] as const)),
);
const paths = new Map([...programs.keys()].map((text, index) => [text, join(FOLDER, `program-${index}.ts`)]));
const types = printFiles(
  new Map([[join(FOLDER, "larder.ts"), valuesFile({ name: "larder", version: "1.2.3" }, everyType)]]),
);
const service = editorFor({
  ...Object.fromEntries(types),
  ...Object.fromEntries([...paths].map(([text, path]) => [path, text.replace("|", "")])),
});

/** Where the author is in each of the programs with some values. */
function placesOf(values: string): readonly (readonly [path: string, position: number])[] {
  const texts = [...programs].flatMap(([text, given]) => (given === values ? [text] : []));
  return texts.map((text) => [paths.get(text) ?? "", text.indexOf("|")]);
}

test.each(OFFERED)("%s is completed with %j", (values, want) => {
  const offered = placesOf(values).map(([path, position]) => {
    const { entries = [] } = service.getCompletionsAtPosition(path, position, {}) ?? {};
    return entries.map(({ name }) => name).sort();
  });
  expect(offered).toEqual(PLACES.map(() => want));
});

test.each(SHOWN)("%s is explained with %j", (values, parts) => {
  const shown = placesOf(values).map(([path, position]) => shownAt(service, path, position));
  expect(shown).toHaveLength(PLACES.length);
  for (const text of shown) for (const part of parts) expect(text).toContain(part);
});
