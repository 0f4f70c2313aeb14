import type { FluxVersion } from "./flux-version.ts";
import type { Rule } from "./rule.ts";
import type { SecretConsumer } from "./secret-use.ts";

/** What a reference slot accepts, and what its reference does. */
export interface ReferenceFacts {
  /** The kinds that fit; `"any"` where the slot names a kind freely. */
  readonly kinds: readonly string[] | "any";
  /** Other kinds may be named too: the slot's enum is extended where Flux is installed. */
  readonly open?: true | undefined;
  /** A needed object comes along with the one that needs it; a mentioned one does not. */
  readonly edge: "need" | "mention";
  /** Fields that are always written, also where they could be left out. */
  readonly always?: readonly ("apiVersion" | "namespace")[] | undefined;
  /** The objects that it names are waited for: a circle of such references never ends. */
  readonly ordering?: true | undefined;
  /** When the object that refers has a `kubeConfig`, the object that is named is on that remote cluster. */
  readonly remote?: true | undefined;
  /** The object that is named may be on any API server of the cluster: what reads its name is not that server. */
  readonly anywhere?: true | undefined;
  /** The contract of what reads a Secret that is named here. */
  readonly secret?: SecretConsumer | undefined;
  /** What an unresolved string reference means here. Default: a warning. */
  readonly unresolved?: "error" | "warning" | "ignore" | undefined;
}

/** Facts that any place of a schema can have. */
export interface SchemaFacts {
  /** `null` is a value here. Elsewhere the API server takes it away or refuses it. */
  readonly nullable?: true | undefined;
  /** What the API server writes where the author writes nothing: JSON. */
  readonly default?: unknown;
  /** The Flux minor that brought the field, when the oldest known one lacks it. */
  readonly since?: FluxVersion | undefined;
  /** The last Flux minor that requires the field, when the newest does not. */
  readonly requiredUntil?: FluxVersion | undefined;
  /** Where older Flux minors narrow the values here in another way: all facts that do so, up to that minor. Oldest first. */
  readonly before?: readonly { readonly until: FluxVersion; readonly facts: NarrowingFacts }[] | undefined;
  readonly rules?: readonly Rule[] | undefined;
  /** Schemas that narrow values, and change nothing about which fields there are. */
  readonly allOf?: readonly Narrowing[] | undefined;
  readonly anyOf?: readonly Narrowing[] | undefined;
  readonly oneOf?: readonly Narrowing[] | undefined;
  readonly not?: Narrowing | undefined;
}

/** What narrows the values of a place and does not change its structure, whatever it is. */
export type NarrowingFacts = Pick<SchemaFacts, "nullable" | "default"> &
  Pick<ListSchema, "minItems" | "maxItems" | "uniqueItems" | "listType" | "keys"> &
  Pick<MapSchema, "minProperties" | "maxProperties"> &
  Pick<
    LeafSchema,
    | "pattern"
    | "format"
    | "minLength"
    | "maxLength"
    | "minimum"
    | "maximum"
    | "exclusiveMinimum"
    | "exclusiveMaximum"
    | "multipleOf"
  >;

/** What narrows the values of a place beside its own facts, as JSON schema words: `{ required: ["name"] }`. */
export type Narrowing = Readonly<Record<string, unknown>>;

/** An object with named fields. With `reference`, a resource may stand in its place or in the place of its `name`. */
export interface ObjectSchema extends SchemaFacts {
  readonly type: "object";
  readonly properties: Readonly<Record<string, Schema>>;
  /** The fields that must be there. One that has a default is filled in before this is looked at. */
  readonly required?: readonly string[] | undefined;
  /** Fields that are not listed are kept. Elsewhere the API server takes them away, and Flux's strict validation refuses them. */
  readonly open?: true | undefined;
  /** It is a Kubernetes object itself, with `apiVersion`, `kind` and `metadata`. */
  readonly embedded?: true | undefined;
  readonly minProperties?: number | undefined;
  readonly maxProperties?: number | undefined;
  readonly reference?: ReferenceFacts | undefined;
}

/** A list. */
export interface ListSchema extends SchemaFacts {
  readonly type: "array";
  readonly items: Schema;
  /** How the API server merges it. Default: `atomic`. A set has each item once, a map each combination of its keys. */
  readonly listType?: "atomic" | "set" | "map" | undefined;
  /** The fields that tell the items of a `map` apart. */
  readonly keys?: readonly string[] | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly uniqueItems?: true | undefined;
}

/** An object with keys that the author chooses. */
export interface MapSchema extends SchemaFacts {
  readonly type: "map";
  readonly values: Schema;
  /** The language that a controller reads the keys in. */
  readonly keySyntax?: Syntax | undefined;
  readonly minProperties?: number | undefined;
  readonly maxProperties?: number | undefined;
}

/** Anything: the author's order of keys is kept. */
export interface OpaqueSchema extends SchemaFacts {
  readonly type: "opaque";
  /** It has to be an object. */
  readonly object?: true | undefined;
  /** It is a Kubernetes object itself, with `apiVersion`, `kind` and `metadata`. */
  readonly embedded?: true | undefined;
}

/** A scalar. With `reference`, it holds a name and a resource may stand for it; with `directory`, a directory may. */
export interface LeafSchema extends SchemaFacts {
  readonly type: "string" | "boolean" | "integer" | "number" | "int-or-string";
  readonly reference?: ReferenceFacts | undefined;
  readonly directory?: true | undefined;
  readonly enum?: readonly unknown[] | undefined;
  /** The enum is extended where Flux is installed, so a value that is not in it may be right. */
  readonly open?: true | undefined;
  /** Values of `enum` that an older Flux minor does not know, with the minor that brought each. */
  readonly newValues?: readonly { readonly value: unknown; readonly since: FluxVersion }[] | undefined;
  /** A regular expression of RE2 that some part of the text has to match. */
  readonly pattern?: string | undefined;
  /** A format that the API server checks: `date-time`, `int32`, `uri`. */
  readonly format?: string | undefined;
  /** Lengths in Unicode code points. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: true | undefined;
  readonly exclusiveMaximum?: true | undefined;
  readonly multipleOf?: number | undefined;
  /** The language that a controller reads the text in, later than the API server. */
  readonly syntax?: Syntax | undefined;
}

/** A language that a controller reads a text in. */
export interface Syntax {
  /** Its name in the table of readers: `version-range`, `regular-expression`, `cel`. */
  readonly language: string;
  /** The variables that an expression may use. Without them, its names are the fields of an object that is not known. */
  readonly variables?: readonly string[] | undefined;
  /** The type that an expression has to give. */
  readonly result?: "bool" | "string" | undefined;
}

/** The structure of a kind's fields: what the linker, the checks and the emitters need to know of them. */
export type Schema = ObjectSchema | ListSchema | MapSchema | OpaqueSchema | LeafSchema;
