import { isDeepStrictEqual } from "node:util";
import { isMap, type Values } from "./engine-values.ts";

/** What makes an update of two states of an object, or another object of it. */
export interface Differences {
  /** The paths of what differs, such as `spec.interval`. */
  readonly changed: readonly string[];
  /** Those for which the object has to be deleted and made anew. */
  readonly replaces: readonly string[];
}

/** What the provider is told about kinds that it replaces where their data changes. */
export interface Mutable {
  readonly secrets: boolean;
  readonly configMaps: boolean;
}

const IDENTITY = ["apiVersion", "kind", "metadata.name", "metadata.namespace"];

/**
 * Compares what is with what is wanted: of what is, only the fields that the program gave before count, so that defaults and
 * the work of controllers make no difference.
 */
export function differencesOf(live: Values, before: Values, wanted: Values, mutable: Mutable): Differences {
  const changed = changedPaths(normalized(pruned(live, before)), normalized(wanted), "");
  const data = dataOf(wanted["kind"], mutable);
  const isReplaced = (path: string): boolean =>
    IDENTITY.includes(path) || data.some((field) => path === field || path.startsWith(`${field}.`));
  return { changed, replaces: changed.filter(isReplaced) };
}

function dataOf(kind: unknown, mutable: Mutable): readonly string[] {
  if (kind === "Secret") return mutable.secrets ? [] : ["data", "type"];
  if (kind === "ConfigMap") return mutable.configMaps ? [] : ["binaryData", "data"];
  return [];
}

/** Takes away what a pattern does not have. */
export function pruned(values: Values, pattern: Values): Values {
  // An API server turns one into the other.
  const own = "stringData" in pattern ? { ...pattern, data: undefined } : pattern;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => key in own)
      .map(([key, value]) => [key, prunedValue(value, own[key])]),
  );
}

function prunedValue(value: unknown, pattern: unknown): unknown {
  if (isMap(value) && isMap(pattern)) return pruned(value, pattern);
  if (Array.isArray(value) && Array.isArray(pattern)) return value.map((item, at) => prunedValue(item, pattern[at]));
  return value;
}

/** A Secret's texts, as the API server keeps them. */
function normalized(values: Values): Values {
  const { stringData, ...others } = values;
  if (values["kind"] !== "Secret" || !isMap(stringData)) return values;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString("base64")]);
  return { ...others, data: { ...(isMap(others["data"]) && others["data"]), ...Object.fromEntries(encoded) } };
}

/** An empty map is not the same as none: the real provider updates such an object again and again. */
function changedPaths(left: Values, right: Values, at: string): readonly string[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => {
    const [a, b] = [left[key], right[key]];
    const path = at === "" ? key : `${at}.${key}`;
    if (isDeepStrictEqual(a, b)) return [];
    return isMap(a) && isMap(b) ? changedPaths(a, b, path) : [path];
  });
}
