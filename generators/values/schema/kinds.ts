import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";

/** What a value of JSON can be. */
export type Kind = "string" | "number" | "boolean" | "array" | "object" | "null";

/** All of them, in the order in which types name them. */
export const KINDS: readonly Kind[] = ["string", "number", "boolean", "array", "object", "null"];

/** What a value may be that fits all of some schemas. */
export function kindsOf(nodes: readonly JsonObject[]): ReadonlySet<Kind> {
  const said = nodes.flatMap(({ type }) => (type === undefined ? [] : [kindsOfType(type)]));
  const literals = literalsOf(nodes);
  return new Set(
    KINDS.filter(
      (kind) =>
        said.every((kinds) => kinds.includes(kind)) &&
        (literals === undefined || literals.some((value) => kindOf(value) === kind)),
    ),
  );
}

/** The values that some schemas name, where they do: those that all of them allow. */
export function literalsOf(nodes: readonly JsonObject[]): readonly Json[] | undefined {
  const lists = nodes.flatMap((node) => [
    ...(Object.hasOwn(node, "const") ? [[node["const"] ?? null]] : []),
    ...(isJsonList(node["enum"]) ? [node["enum"]] : []),
  ]);
  const [first, ...others] = lists.map((list) => new Map(list.map((value) => [canonical(value), value])));
  if (first === undefined) return undefined;
  return [...first].filter(([text]) => others.every((list) => list.has(text))).map(([, value]) => value);
}

/** What a value is. */
export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (isJsonList(value)) return "array";
  if (isJsonObject(value)) return "object";
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean";
}

function kindsOfType(type: Json): readonly string[] {
  return (isJsonList(type) ? type : [type]).map((name) => (name === "integer" ? "number" : String(name)));
}

/** Equal values have equal texts. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    isJsonObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
