import { isDeferred } from "./deferred.ts";
import { isExternal, type RefTo } from "./reference.ts";
import { isResource } from "./resource.ts";

/** What an author gave as a namespace. */
export interface NamespaceOption {
  readonly name: string;
  /** Whether the author said that it exists: `external("Namespace", name)`. */
  readonly exists: boolean;
}

/** Reads a namespace that was given as a name, as the Namespace itself, or as a reference to it. */
export function namespaceOption(namespace: string | RefTo<"Namespace"> | undefined): NamespaceOption | undefined {
  // A program without types may say null.
  if (namespace === undefined || namespace === null) return undefined;
  // A namespace that is not known yet makes no identity; the compiler reports it as one that is no plain string.
  if (typeof namespace !== "object" || isDeferred(namespace)) return { name: namespace as string, exists: false };
  if (isResource(namespace)) return { name: namespace.metadata.name, exists: false };
  // The same holds for its name.
  return { name: namespace.name as string, exists: isExternal(namespace) };
}
