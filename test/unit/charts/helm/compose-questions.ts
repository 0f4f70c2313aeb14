import type { JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { Draw } from "./draw.ts";
import { type ComposeQuestion, distinct, type Question } from "./question.ts";

const KEYS = ["a", "b", "c"];

/** Texts that `--set` takes for something else than a text, or reads as several. */
const TEXTS: readonly string[] = [
  ...["", "x", "1", "0", "-1", "+1", "007", "-0", "1.5", "1e3", "0x1f", "1_000", "9223372036854775807"],
  ...["9223372036854775808", "-9223372036854775808", "true", "True", "FALSE", "tRue", "null", "Null", "~", "yes"],
  ...["'1'", '"true"', "''x''", "'", '"', "'x\"", '"a,b"', "{}", "{1,x,null}", "{1,2", "{a},b=1", "{a}x", "{a,{b}}"],
  ...["x,b=1", "x,b", "x,", "x\\,b", "x\\", "x=y", "a.b", "[1]", "x\ny", "x\n", " x ", "{ a, b }", "ü😀"],
];

const PATHS: readonly string[] = [
  ...["a", "a.b", "a.b.c", "a\\.b", "a\\.b.c", "a[0]", "a[1]", "a[2].b", "a[0][1]", "a[0].b[1].c", "a.b[0]", "a[0]b"],
  ...["a[-1]", "a[x]", "a[", "a[]", "a[65537]", ".", "a.", ".a", "a..b", "[0]", "a b", "a,b", "a=1,b"],
  ...["a=b", "a\\=b", "a\\[0\\]", "a\\,b", "{a}", "a\\", "a[0", "a[ 0]", "a[+1]", "a[01]", "\\a", "a[0]."],
  ...[Array(30).fill("a").join("."), Array(31).fill("a").join("."), Array(32).fill("a").join(".")],
];

/** What is asked of sources of values. */
export function composeQuestions(): readonly Question<ComposeQuestion>[] {
  const own: JsonObject = { a: { b: [{ c: 1 }], d: null }, e: 1 };
  const under: JsonObject = { a: { b: [1, { c: 2 }], f: { g: 1 } }, e: { h: 1 } };
  const single = PATHS.flatMap((path) => [
    asked([{ path, text: "x" }], {}),
    asked([{ text: JSON.stringify(under) }, { path, text: "1" }], own),
    asked([{ path, text: "x", literal: true }], own),
  ]);
  const texts = TEXTS.flatMap((text) => [
    asked([{ path: "a", text }], {}),
    asked([{ path: "a", text, literal: true }], {}),
  ]);
  const drawn = Array.from({ length: 250 }, (_, number) => drawnQuestion(number));
  return distinct([...single, ...texts, ...drawn]);
}

type Layers = ComposeQuestion["compose"]["layers"];

function drawnQuestion(number: number): Question<ComposeQuestion> {
  const draw = new Draw(number + 1);
  const layers = draw.list(4, (): Layers[number] => {
    if (draw.chance(50)) return { text: JSON.stringify(draw.map(KEYS, 3)) };
    return { path: drawnPath(draw), text: draw.one(["x", "1", "null", "{1,2}"]), literal: draw.chance(30) };
  });
  return { name: `drawn ${number}`, asked: { compose: { layers, own: draw.map(KEYS, 3) } } };
}

function drawnPath(draw: Draw): string {
  const steps = [draw.one(KEYS), ...draw.list(2, () => draw.one([".a", ".b", ".c", "[0]", "[1]"]))];
  return steps.join("");
}

function asked(layers: Layers, own: JsonObject): Question<ComposeQuestion> {
  return {
    name: JSON.stringify([...layers.map(({ path, text, literal }) => [path, text, literal]), own]),
    asked: { compose: { layers, own } },
  };
}
