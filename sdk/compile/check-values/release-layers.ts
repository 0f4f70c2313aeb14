import type { ValuesLayer } from "../../charts/compose-values.ts";
import {
  emptyMap,
  isPartialMap,
  OTHERS,
  type PartialMap,
  type PartialValue,
  UNKNOWN,
} from "../../charts/partial-values.ts";
import type { ChartRelease, ValuesSource } from "../chart-releases.ts";
import { isNoData } from "../check-objects.ts";
import type { CompiledResource } from "../compiled.ts";
import { fieldOf } from "../foreign-objects.ts";
import { isMap } from "../values.ts";
import type { ChartTable } from "./chart-table.ts";

/** Values of a release that its author wrote, and where. */
export interface WrittenValues {
  readonly values: PartialMap;
  /** Set where they stand in another object. */
  readonly file?: {
    readonly content: CompiledResource;
    readonly field: string;
    readonly key: string;
    readonly text: string;
  };
}

/** The values of a release, source by source. */
export interface ReleaseLayers {
  /** What `valuesFrom` names, in its order. */
  readonly layers: readonly ValuesLayer[];
  /** What the release says itself. */
  readonly own: PartialMap;
  /** What its author wrote, what wins first. */
  readonly written: readonly WrittenValues[];
}

/** Reads the values of a release, as far as they are known. */
export function releaseLayers(release: ChartRelease, charts: ChartTable): ReleaseLayers {
  const own = valuesOf(release.values ?? {}, release.maySubstitute);
  const layers: ValuesLayer[] = release.keepsValues ? [{ type: "values", values: undefined }] : [];
  const written: WrittenValues[] = [];
  for (const source of release.valuesFrom) {
    const file = textOf(source);
    const path = fieldOf(source.entry, "targetPath");
    if (path !== undefined && path !== "") {
      // Of a path that is not known, all that is sure is that it leads somewhere.
      if (typeof path !== "string" || path.includes("${")) layers.push({ type: "values", values: undefined });
      else layers.push({ type: "path", path, text: file?.text, isLiteral: fieldOf(source.entry, "literal") === true });
      continue;
    }
    const read = file && charts.readValues(file.text);
    const values = read && valuesOf(read, false);
    layers.push({ type: "values", values });
    if (values && file) written.unshift({ values, file });
  }
  return { layers, own, written: [{ values: own }, ...written] };
}

/** The text that a source has. `undefined` for one that is not known. */
function textOf({ entry, content, maySubstitute }: ValuesSource): NonNullable<WrittenValues["file"]> | undefined {
  const field = content?.definition?.secretFields ? undefined : content?.definition?.content?.texts;
  if (content === undefined || field === undefined) return undefined;
  const given = fieldOf(entry, "valuesKey") ?? "values.yaml";
  const key = given === "" ? "values.yaml" : given;
  const text = typeof key === "string" ? fieldOf(content.manifest[field], key) : undefined;
  if (typeof key !== "string" || typeof text !== "string" || (maySubstitute && text.includes("${"))) return undefined;
  return { content, field, key, text };
}

/** Takes what an author wrote for values. What is no data is not known. */
function valuesOf(value: object, maySubstitute: boolean): PartialMap {
  const partial = partialOf(value, maySubstitute);
  if (isPartialMap(partial)) return partial;
  const nothing = emptyMap();
  nothing[OTHERS] = true;
  return nothing;
}

function partialOf(value: unknown, maySubstitute: boolean): PartialValue {
  if (typeof value === "string") return maySubstitute && value.includes("${") ? UNKNOWN : value;
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : UNKNOWN;
  if (isNoData(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item) => partialOf(item, maySubstitute));
  if (!isMap(value)) return UNKNOWN;
  const map = emptyMap();
  for (const [key, field] of Object.entries(value)) {
    if (maySubstitute && key.includes("${")) map[OTHERS] = true;
    else if (field !== undefined) map[key] = partialOf(field, maySubstitute);
  }
  return map;
}
