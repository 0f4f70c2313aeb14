import type { Input } from "./input.ts";
import type { Resource } from "./resource.ts";

/** A reference as a plain object: what `external()` returns, and what Flux's own YAML holds. */
export interface ObjectRef<out Kind extends string> {
  readonly kind: Kind;
  readonly name: Input<string>;
  /** Without it: the namespace of the object that refers. */
  readonly namespace?: string | undefined;
  readonly apiVersion?: string | undefined;
}

/** A reference in a slot that names no kind, like `secretRef`: Flux's own form, in which the object may stand for its name. */
export interface LocalRef<out Kind extends string = string> {
  readonly name: NameOf<Kind>;
  readonly kind?: undefined;
}

/** A reference slot that can name a kind: the resource itself, or an object that names it. */
export type RefTo<Kind extends string> = Resource<Kind> | ObjectRef<Kind>;

/**
 * A reference slot that holds a name alone, in the namespace of the object that refers: the resource, an object that names
 * it, or `{ name }`.
 */
export type LocalRefTo<Kind extends string> = Resource<Kind> | ObjectRef<Kind> | LocalRef<Kind>;

/** A field that holds the name of an object: the name, or the object. */
export type NameOf<Kind extends string> = Input<string> | RefTo<Kind>;

/** How {@link ObjectRef}s made by `external()` are told from plain objects: such a reference is never reported as unresolved. */
const EXTERNAL: unique symbol = Symbol.for("sluice.external");

/**
 * A reference to an object that exists in the cluster and that this program does not make. It is checked for its kind and
 * never emitted.
 *
 * @param kind The object's kind.
 * @param name The object's name.
 * @param namespace The object's namespace. Without it: the referrer's own in a slot that cannot name a namespace, else
 * `flux-system` for Flux's own kinds and the referrer's for others.
 */
export function external<Kind extends string>(kind: Kind, name: Input<string>, namespace?: string): ObjectRef<Kind> {
  const reference = namespace === undefined ? { kind, name } : { kind, name, namespace };
  Object.defineProperty(reference, EXTERNAL, { value: true, enumerable: true });
  return Object.freeze(reference);
}

/** Says whether a reference was made by {@link external}. */
export function isExternal(reference: object): boolean {
  return EXTERNAL in reference;
}
