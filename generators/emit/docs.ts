import type { JSDocStructure, OptionalKind } from "ts-morph";
import type { Schema } from "../../sdk/model/schema.ts";
import { constraintWords } from "../../sdk/model/schema-words.ts";
import type { KindDocs } from "../docs/kind-docs.ts";
import type { Json } from "../locks/lock.ts";
import type { Field, ObjectNode, SchemaNode } from "../schema/schema-model.ts";
import { WIDTH, wrapComment } from "./layout.ts";
import { schemaFacts } from "./schema-facts.ts";
import { leafOf } from "./type-text.ts";

/** A comment in front of a declaration. */
export type Docs = OptionalKind<JSDocStructure>[];

/** Gives the comments of a kind's types. */
export interface Comments {
  ofType(node: ObjectNode): Docs;
  ofField(node: ObjectNode, field: Field): Docs;
}

/** The comments of a kind of Flux: our own words, and behind them what the schemas state. */
export function fluxComments(kind: string, page: string, docs: KindDocs): Comments {
  return {
    ofType(node) {
      const texts = docs[node.name];
      if (texts === undefined) return [];
      const source = texts.section ?? (node.name === `${kind}Spec` ? "" : undefined);
      return comment([texts.summary], source === undefined ? [] : [`Source: ${page}${source}`], 0);
    },
    ofField(node, field) {
      const texts = docs[node.name];
      const text = texts?.fields[field.name];
      if (text === undefined) return [];
      const [words = "", ...tags] = text.split("\n\n");
      const since = field.since === undefined ? [] : [`@since Flux ${field.since}`];
      const section = sectionOf(field.node, docs) ?? texts?.section ?? "";
      const see = page === "" ? [] : [`@see ${page}${section}`];
      return comment([words, ...factWords(field)], [...tags, ...since, ...see], 2);
    },
  };
}

/** The comment of a type that the generator made up. */
export function noteDocs(note: string): Docs {
  return comment([note], [], 0);
}

/** The part of the kind's page that the type of a field follows. */
function sectionOf(node: SchemaNode, docs: KindDocs): string | undefined {
  if (node.type === "array") return sectionOf(node.items, docs);
  if (node.type === "map") return sectionOf(node.values, docs);
  return node.type === "object" ? docs[node.name]?.section : undefined;
}

function factWords({ node, newValues, requiredUntil, default: byDefault }: Field): readonly string[] {
  // What is emitted of a node is its schema, which the compiler reads.
  const constraints = leafOf(node)?.reference === undefined ? constraintWords(schemaFacts(node) as Schema) : [];
  return [
    ...constraints,
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
