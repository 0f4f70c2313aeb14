import type { ReferenceFacts } from "../../model/schema.ts";
import type { KindTexts } from "./kind-texts.ts";
import type { Place } from "./place.ts";

/** What is said of a place, apart from facts. */
export interface PlaceText {
  readonly text: string;
  /** What to write instead. */
  readonly deprecated?: string | undefined;
}

/** Gives the words about a place: those of its field, or for a part of a plain reference, what such a part always is. */
export function textOf({ path, holder, name }: Place, { types, places }: KindTexts): PlaceText {
  if (path === "spec") return { text: types[places["spec"] ?? ""]?.summary ?? "" };
  const written = types[places[holder?.path ?? ""] ?? ""]?.fields[name];
  if (written === undefined) return { text: partOfReference(name, holder?.schema.reference) };
  const [text = "", ...tags] = written.split("\n\n");
  const deprecated = tags.find((tag) => tag.startsWith("@deprecated "))?.slice("@deprecated ".length);
  return deprecated === undefined ? { text } : { text, deprecated };
}

/** Gives the first sentence of a text. */
export function firstSentence(text: string): string {
  return /^(?:`[^`]*`|[^`])*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
}

function partOfReference(name: string, reference: ReferenceFacts | undefined): string {
  const kinds = reference?.kinds ?? "any";
  const what = kinds === "any" || kinds.length > 1 ? "object" : kinds[0];
  switch (name) {
    case "name":
      return `The name of the ${what}.`;
    case "kind":
      return `The kind of the ${what}.`;
    case "namespace":
      return `The namespace of the ${what}. Without it, that of the object that refers to it.`;
    case "apiVersion":
      return `The API version of the ${what}.`;
    default:
      return "";
  }
}
