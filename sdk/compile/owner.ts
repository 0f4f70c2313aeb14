import { identityKey, type ResourceId } from "../model/identity.ts";

// What applies a file, as the index of written files names it. Owners are compared as texts: equal texts, equal owners.

/** Something that applies files: a cluster's own sync, or an object of the program. */
export type Owner =
  /** The path is part of it: Flux reads the folder that it was told to read, whatever the program says. */
  | { readonly type: "root"; readonly path: string }
  | {
      readonly type: "object";
      readonly key: string;
      /** The API server that it applies to: empty for the cluster's own. */
      readonly server: string;
    };

const ROOT = "root:";
const SERVER = " @ ";

/** Prints what a cluster's own sync applies. */
export function printRootOwner(path: string): string {
  return `${ROOT}${path}`;
}

/** Says whether a file lies at the root of its clusters, and in no directory. */
export function isRootFile({ owners }: { readonly owners: readonly string[] }): boolean {
  return owners.every((owner) => parseOwner(owner).type === "root");
}

/** Prints an object that applies others. */
export function printObjectOwner(id: ResourceId, server: string): string {
  const key = identityKey(id);
  return server === "" ? key : `${key}${SERVER}${server}`;
}

/** Reads an owner. The key of an object holds a slash before any colon, and no space. */
export function parseOwner(text: string): Owner {
  if (text.startsWith(ROOT)) return { type: "root", path: text.slice(ROOT.length) };
  const end = text.indexOf(SERVER);
  if (end < 0) return { type: "object", key: text, server: "" };
  return { type: "object", key: text.slice(0, end), server: text.slice(end + SERVER.length) };
}
