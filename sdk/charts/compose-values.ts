import { mergeMaps } from "./merge-maps.ts";
import { emptyMap, OTHERS, type PartialMap } from "./partial-values.ts";
import { setLine, setUnknown } from "./set-path.ts";

/** One source of values, as `valuesFrom` names it. */
export type ValuesLayer =
  /** A file of values; nothing is known of one without. */
  | { readonly type: "values"; readonly values: PartialMap | undefined }
  /** One value for a path; nothing is known of one without a text. */
  | { readonly type: "path"; readonly path: string; readonly text: string | undefined; readonly isLiteral: boolean };

/**
 * Composes the values of a release as helm-controller does: sources in their order, each over those before it, and what the release says
 * itself over all. For a `path` its own values are merged in first, and once more in the end: which of both stays there depends on
 * whether the maps on the way to it are shared with its own values. `undefined` where the controller refuses to.
 *
 * @param own What the release says itself. Changed as the controller changes it.
 */
export function composeValues(layers: readonly ValuesLayer[], own: PartialMap): PartialMap | undefined {
  let result = emptyMap();
  let isHidden = false;
  for (const layer of layers) {
    if (layer.type === "values") {
      isHidden ||= layer.values === undefined;
      result = layer.values === undefined ? mergeMaps(result, nothingKnown()) : mergeMaps(result, layer.values);
      continue;
    }
    result = mergeMaps(result, own);
    // What lies below decides which maps are shared.
    const isSet = isHidden || layer.text === undefined ? setUnknown(result, layer.path) : setText(result, layer);
    if (!isSet) return undefined;
  }
  return mergeMaps(result, own);
}

function nothingKnown(): PartialMap {
  const map = emptyMap();
  map[OTHERS] = true;
  return map;
}

function setText(target: PartialMap, layer: Extract<ValuesLayer, { type: "path" }>): boolean {
  const { path, text = "", isLiteral } = layer;
  if (isLiteral) return setLine(target, `${path}=${text.replace(/[\\,[\]{}]/g, "\\$&")}`, true);
  const isQuoted = ["'", '"'].some((quote) => text.startsWith(quote) && text.endsWith(quote));
  return setLine(target, `${path}=${isQuoted ? text.replace(/^['"]+|['"]+$/g, "") : text}`, isQuoted);
}
