import type { JSDocStructure, OptionalKind } from "ts-morph";
import type { Field, KindDocs, ObjectNode } from "../schema/schema-model.ts";
import { wrapComment } from "./layout.ts";

/** What the comments of a kind's types are made of. */
export interface DocTexts {
  readonly kind: string;
  readonly page: string;
  readonly texts: KindDocs;
}

type Docs = OptionalKind<JSDocStructure>[];

/** The comment of a type. */
export function typeDocs({ texts, page, kind }: DocTexts, node: ObjectNode, name: string): Docs {
  const summary = texts[name]?.["summary"] ?? texts[node.name]?.["summary"];
  if (summary === undefined) return [];
  return comment(node.name === `${kind}Spec` ? [summary, "", `Source: ${page}`] : [summary], 0);
}

/** The comment of a field: our words, and behind them the facts that the schema states. */
export function fieldDocs({ texts }: DocTexts, node: ObjectNode, field: Field): Docs {
  const text = texts[node.name]?.[field.name];
  if (text === undefined) return [];
  const facts = [text, ...schemaFacts(field)].join(" ");
  return comment(field.since === undefined ? [facts] : [facts, "", `@since Flux ${field.since}`], 2);
}

function schemaFacts(field: Field): readonly string[] {
  const facts = field.newValues.map(({ value, since }) => `\`${JSON.stringify(value)}\` since Flux ${since}.`);
  if (field.requiredUntil !== undefined) facts.push(`Required up to Flux ${field.requiredUntil}.`);
  if (field.default !== undefined) facts.push(`Default: \`${JSON.stringify(field.default)}\`.`);
  return facts;
}

function comment(paragraphs: readonly string[], indent: number): Docs {
  const lines = paragraphs.flatMap((paragraph) => wrapComment(paragraph, indent));
  const [only] = lines;
  // A comment of one line also has to hold its opening and closing.
  const isShort = lines.length === 1 && only !== undefined && indent + only.length + 7 <= 120;
  return [{ description: isShort ? lines.join("\n") : `\n${lines.join("\n")}` }];
}
