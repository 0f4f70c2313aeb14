import { groupOf, type ResourceId } from "../model/identity.ts";
import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import { inFolder } from "./paths.ts";
import type { View, ViewFile } from "./view.ts";

/** An object in a file that Sluice does not write. */
export interface ForeignObject {
  readonly id: ResourceId;
  readonly definition: KindDefinition | undefined;
  readonly data: unknown;
  readonly file: string;
  /** The number of its document in the file, from 1. */
  readonly document: number;
}

/** The objects that stand in files that Sluice does not write, below a folder. */
export function foreignObjects(folder: string, view: View, kinds: KindTable): readonly ForeignObject[] {
  const objects: ForeignObject[] = [];
  for (const [file, entry] of view.files) {
    if (entry.type !== "yaml" || !inFolder(file, folder)) continue;
    for (const document of entry.documents) {
      for (const data of itemsOf(document.data)) {
        const identified = identify(data, kinds);
        if (identified) objects.push({ ...identified, data, file, document: document.number });
      }
    }
  }
  return objects;
}

/** Why Flux cannot read the documents of a file as objects; `undefined` when it can. */
export function notAnObject(file: ViewFile): string | undefined {
  if (file.type !== "yaml") return undefined;
  for (const { number, data } of file.documents) {
    for (const item of itemsOf(data)) {
      const lacking = typeof fieldOf(item, "kind") !== "string" ? "kind" : hasName(item) ? undefined : "metadata.name";
      if (lacking !== undefined) return `document ${number} has no ${lacking}`;
    }
  }
  return undefined;
}

function hasName(data: unknown): boolean {
  const name = fieldOf(fieldOf(data, "metadata"), "name");
  return typeof name === "string" || typeof name === "number";
}

/** A list of objects counts as its items, as kubectl and Flux read it. */
function itemsOf(data: unknown): readonly unknown[] {
  const items = fieldOf(data, "items");
  return Array.isArray(items) && String(fieldOf(data, "kind")).endsWith("List") ? items : [data];
}

function identify(data: unknown, kinds: KindTable): Pick<ForeignObject, "id" | "definition"> | undefined {
  const apiVersion = fieldOf(data, "apiVersion");
  const kind = fieldOf(data, "kind");
  const metadata = fieldOf(data, "metadata");
  const name = fieldOf(metadata, "name");
  const namespace = fieldOf(metadata, "namespace");
  if (typeof apiVersion !== "string" || typeof kind !== "string" || typeof name !== "string") return undefined;
  const group = groupOf(apiVersion);
  const definition = kinds.find(group, kind);
  const isNamespaced = definition?.scope !== "Cluster" && typeof namespace === "string";
  return { id: { group, kind, namespace: isNamespaced ? namespace : undefined, name }, definition };
}

/** A field of data that somebody else wrote. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
