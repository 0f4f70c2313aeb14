import type { LeafSchema, ReferenceFacts, Schema } from "../../model/schema.ts";
import { constraintWords } from "../../model/schema-words.ts";
import type { ExplainedPart, Explanation } from "./explanation.ts";
import type { KindTexts } from "./kind-texts.ts";
import { fieldsOf, objectAt, type Place } from "./place.ts";
import { firstSentence, textOf } from "./text-of.ts";
import { nameWords, typeWords } from "./type-words.ts";

/** Says what a place of a kind is: its words, and what its schema states. */
export function explainPlace(place: Place, texts: KindTexts): Explanation {
  const { topic, schema, holder } = place;
  const object = objectAt(place);
  const leaf = leafAt(schema);
  const newValues = (leaf?.newValues ?? []).map(({ value, since }) => `\`${value}\` since Flux ${since}.`);
  const constraints = [...constraintWords(schema), ...newValues];
  const reference = referenceAt(schema);
  const section = sectionAt(object?.path, texts) ?? sectionAt(holder?.path, texts) ?? "";
  return {
    topic,
    type: typeOf(place, texts),
    ...textOf(place, texts),
    isRequired: isRequired(place),
    default: schema.default,
    values: leaf?.enum?.map(String),
    constraints: constraints.length > 0 ? constraints : undefined,
    rules: object?.schema.rules?.map(({ message }) => message),
    since: schema.since,
    references: reference && { kinds: reference.kinds, edge: reference.edge },
    page: `${texts.page}${section}`,
    parts: object && fieldsOf(object).map((field) => partOf(field, texts)),
  };
}

function typeOf({ path, schema, holder, name }: Place, { places }: KindTexts): string {
  const reference = name === "name" ? holder?.schema.reference : undefined;
  return reference === undefined ? typeWords(schema, path, (at) => places[at]) : nameWords(reference);
}

function partOf(field: Place, texts: KindTexts): ExplainedPart {
  return { name: field.name, text: firstSentence(textOf(field, texts).text), isRequired: isRequired(field) };
}

function sectionAt(path: string | undefined, { places, types }: KindTexts): string | undefined {
  const type = path === undefined ? undefined : places[path];
  return type === undefined ? undefined : types[type]?.section;
}

/** A field with a default need not be written. */
function isRequired({ holder, name, schema }: Place): boolean {
  return holder?.schema.required?.includes(name) === true && schema.default === undefined;
}

function referenceAt(schema: Schema): ReferenceFacts | undefined {
  if (schema.type === "array") return referenceAt(schema.items);
  return "reference" in schema ? schema.reference : undefined;
}

/** The value at the end of lists and maps. */
function leafAt(schema: Schema): LeafSchema | undefined {
  switch (schema.type) {
    case "array":
      return leafAt(schema.items);
    case "map":
      return leafAt(schema.values);
    case "object":
    case "opaque":
      return undefined;
    default:
      return schema;
  }
}
