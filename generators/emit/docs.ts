import type { JSDocStructure, OptionalKind } from "ts-morph";
import type { Json } from "../locks/lock.ts";
import type { Field, ObjectNode } from "../schema/schema-model.ts";
import { WIDTH, wrapComment } from "./layout.ts";
import type { TypeContext } from "./type-context.ts";
import { leafOf } from "./type-text.ts";

/** A comment in front of a declaration. */
export type Docs = OptionalKind<JSDocStructure>[];

/** Durations that Flux reads, with the units of each. */
const DURATIONS: Readonly<Record<string, string>> = {
  "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$": "Units: `ms`, `s`, `m`, `h`.",
  "^([0-9]+(\\.[0-9]+)?(ms|s|m))+$": "Units: `ms`, `s`, `m`; no hours.",
};

/** The comment of an object's type: what it is, and the part of Flux's documentation that it follows. */
export function summaryDocs({ docs, kind, page }: TypeContext, node: ObjectNode): Docs {
  const texts = docs[node.name];
  if (texts === undefined) return [];
  const source = texts.section ?? (node.name === `${kind}Spec` ? "" : undefined);
  return comment([texts.summary], source === undefined ? [] : [`Source: ${page}${source}`], 0);
}

/** The comment of a type that the generator made up. */
export function noteDocs(note: string): Docs {
  return comment([note], [], 0);
}

/** The comment of a field: our words, and behind them what the schemas state. */
export function fieldDocs({ docs }: TypeContext, node: ObjectNode, field: Field): Docs {
  const text = docs[node.name]?.fields[field.name];
  if (text === undefined) return [];
  const [words = "", ...tags] = text.split("\n\n");
  const since = field.since === undefined ? [] : [`@since Flux ${field.since}`];
  return comment([words, ...schemaFacts(field)], [...tags, ...since], 2);
}

function schemaFacts({ node, newValues, requiredUntil, default: byDefault }: Field): readonly string[] {
  const leaf = leafOf(node);
  const units = leaf?.pattern === undefined ? undefined : DURATIONS[leaf.pattern];
  return [
    ...(units === undefined ? [] : [units]),
    ...newValues.map(({ value, since }) => `${code(value)} since Flux ${since}.`),
    ...(requiredUntil === undefined ? [] : [`Required up to Flux ${requiredUntil}.`]),
    ...(byDefault === undefined ? [] : [`Default: ${code(byDefault)}.`]),
  ];
}

function code(value: Json): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function comment(sentences: readonly string[], last: readonly string[], indent: number): Docs {
  const lines = wrapComment(sentences.join(" ").trim(), indent);
  const [only = ""] = lines;
  const isShort = lines.length === 1 && last.length === 0 && indent + only.length + "/**  */".length <= WIDTH;
  if (isShort) return [{ description: only }];
  const text = ["", ...lines, ...(last.length > 0 ? ["", ...last] : [])].join("\n");
  return [{ description: text.replaceAll("*/", "*\\/") }];
}
