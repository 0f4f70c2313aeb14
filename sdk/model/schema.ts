/** What a reference slot accepts, and what its reference does. */
export interface ReferenceFacts {
  /** The kinds that fit; `"any"` where the slot names a kind freely. */
  readonly kinds: readonly string[] | "any";
  /** A needed object comes along with the one that needs it; a mentioned one does not. */
  readonly edge: "need" | "mention";
  /** Fields that are always written, also where they could be left out. */
  readonly always?: readonly ("apiVersion" | "namespace")[] | undefined;
  /** The objects that it names are waited for: a circle of such references never ends. */
  readonly ordering?: true | undefined;
  /** When the object that refers has a `kubeConfig`, the object that is named is on that remote cluster. */
  readonly remote?: true | undefined;
  /** What an unresolved string reference means here. Default: a warning. */
  readonly unresolved?: "error" | "warning" | "ignore" | undefined;
}

/** An object with named fields. With `reference`, a resource may stand in its place or in the place of its `name`. */
export interface ObjectSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, Schema>>;
  readonly reference?: ReferenceFacts | undefined;
}

/** A list. */
export interface ListSchema {
  readonly type: "array";
  readonly items: Schema;
}

/** An object with keys that the author chooses. */
export interface MapSchema {
  readonly type: "map";
  readonly values: Schema;
}

/** Anything: the author's order of keys is kept. */
export interface OpaqueSchema {
  readonly type: "opaque";
}

/** A scalar. With `reference`, it holds a name and a resource may stand for it; with `directory`, a directory may. */
export interface LeafSchema {
  readonly type: "string" | "boolean" | "integer" | "number" | "int-or-string";
  readonly reference?: ReferenceFacts | undefined;
  readonly directory?: true | undefined;
}

/** The structure of a kind's fields: what the linker and the emitters need to know of them. */
export type Schema = ObjectSchema | ListSchema | MapSchema | OpaqueSchema | LeafSchema;
