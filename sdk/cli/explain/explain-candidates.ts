import { knownKinds } from "../../authoring/known-kinds.ts";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { findKind } from "./find-kind.ts";
import { findPlace } from "./find-place.ts";
import { fieldsOf, objectAt, type Place } from "./place.ts";
import { kindTexts } from "./texts/index.gen.ts";

/** What a topic may become, for a shell: a kind, behind a dot the fields there, a code, or the command for values. */
export async function explainCandidates(current: string): Promise<readonly string[]> {
  const end = current.lastIndexOf(".");
  if (end < 0)
    return [...kindTexts.flatMap(({ kind, aliases }) => [kind, ...aliases]), ...Object.keys(CATALOG), "values"];
  const typed = current.slice(0, end);
  const [name = "", ...fields] = typed.split(".");
  const entry = findKind(name);
  const schema = "type" in entry ? undefined : knownKinds().findByKind(entry.kind)?.body?.();
  if (schema === undefined) return [];
  const root: Place = { topic: name, path: "", schema, name: "" };
  const place = findPlace(root, fields);
  const holder = "message" in place ? undefined : objectAt(place);
  return holder === undefined ? [] : fieldsOf(holder).map((field) => `${typed}.${field.name}`);
}
