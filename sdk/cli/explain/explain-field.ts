import { knownKinds } from "../../authoring/known-kinds.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";
import type { UsageError } from "../arguments/command.ts";
import { explainPlace } from "./explain-place.ts";
import type { Explanation } from "./explanation.ts";
import { findKind } from "./find-kind.ts";
import { findPlace } from "./find-place.ts";
import type { Place } from "./place.ts";

/** Says what a kind or one of its fields is. The topic is a kind, with the names of fields behind it: `ks.spec.wait`. */
export async function explainField(topic: string): Promise<Explanation | UsageError> {
  const [name = "", ...fields] = topic.replace(/\[[^\]]*\]|\{\}/g, "").split(".");
  const entry = findKind(name);
  if ("type" in entry) return entry;
  const { kind, aliases } = entry;
  const definition = knownKinds().findByKind(kind);
  if (definition?.body === undefined) throw new InternalError(`${kind} has texts and no definition`);
  const root: Place = { topic: kind, path: "", schema: definition.body(), name: "" };
  const isWhole = fields.length === 0;
  const place = findPlace(root, isWhole ? ["spec"] : fields);
  if ("message" in place) return place;
  const explained = explainPlace(place, await entry.load());
  const apiVersion = `${definition.group}/${definition.versions.at(-1)?.name}`;
  return isWhole ? { ...explained, topic: kind, apiVersion, aliases, type: undefined } : { ...explained, apiVersion };
}
