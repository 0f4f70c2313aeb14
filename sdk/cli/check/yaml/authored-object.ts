import { groupOf } from "../../../model/identity.ts";
import type { KindTable } from "../../../model/kind-definition.ts";

/** A Kubernetes object as somebody wrote it into a document. */
export interface AuthoredObject {
  readonly data: Readonly<Record<string, unknown>>;
  readonly apiVersion: string;
  readonly kind: string;
  /** Where it is in the document: an item of a list has a path. */
  readonly path: readonly (string | number)[];
  /** It carries metadata of SOPS, whether or not that is right. */
  readonly isSealed: boolean;
}

/** Keys that are instructions for merging, which no object keeps. */
const DIRECTIVE = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/;

/** Finds the objects in a document. None where it holds something else: values of a chart, settings of a tool, a list of patches. */
export function objectsIn(data: unknown): readonly AuthoredObject[] {
  if (!isMap(data)) return [];
  const { apiVersion, kind, items } = data;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || isOfTool(apiVersion)) return [];
  if (/List$/.test(kind) && Array.isArray(items))
    return items.flatMap((item, index) =>
      objectsIn(item).map((object) => ({ ...object, path: ["items", index, ...object.path] })),
    );
  const isSealed = hasSopsMetadata(data);
  return [{ data: withoutDirectives(isSealed ? withoutSops(data) : data), apiVersion, kind, path: [], isSealed }];
}

/** Tools write objects of their own, without metadata, that no cluster sees. Of a kind that is known, it is a mistake. */
export function isOfCluster({ data, apiVersion, kind }: AuthoredObject, kinds: KindTable): boolean {
  return isMap(data["metadata"]) || kinds.find(groupOf(apiVersion), kind) !== undefined;
}

/** Files of kustomize look like objects, and never reach a cluster. */
function isOfTool(apiVersion: string): boolean {
  return apiVersion.startsWith("kustomize.config.k8s.io/");
}

/** What SOPS writes into every file. */
const OF_SOPS = ["mac", "lastmodified", "version"];

/** Says quickly of a text whether a document in it may carry metadata of SOPS. */
export function hasSealedMark(text: string): boolean {
  return /^[ \t{]*["']?sops["']?[ \t]*:/m.test(text);
}

/** Says whether a document carries metadata of SOPS, of which something may be missing. */
function hasSopsMetadata({ sops }: Readonly<Record<string, unknown>>): boolean {
  return isMap(sops) && OF_SOPS.some((field) => field in sops);
}

/** Flux takes SOPS' own field away before it applies an object. */
function withoutSops({ sops: _, ...data }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return data;
}

/** The same object where there are no directives, which is nearly always. */
function withoutDirectives<Data>(data: Data): Data {
  if (Array.isArray(data)) {
    const items = data.map(withoutDirectives);
    // The list that was given, or one of the same items without some fields.
    return items.every((item, index) => item === data[index]) ? data : (items as Data);
  }
  if (!isMap(data)) return data;
  let clean: Record<string, unknown> | undefined;
  for (const key in data) {
    const value = data[key];
    const kept = withoutDirectives(value);
    if (kept === value && !DIRECTIVE.test(key)) continue;
    clean ??= { ...data };
    if (DIRECTIVE.test(key)) delete clean[key];
    else clean[key] = kept;
  }
  // The object that was given, without some fields.
  return clean === undefined ? data : (clean as Data);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
