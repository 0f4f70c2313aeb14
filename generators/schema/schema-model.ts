import type { FluxVersion } from "../../sdk/model/flux-version.ts";
import type { KindVersion } from "../../sdk/model/kind-definition.ts";
import type { LeafSchema, ReferenceFacts, Syntax } from "../../sdk/model/schema.ts";
import type { TranslatedRule } from "../cel/translate-rule.ts";
import type { KindDocs } from "../docs/kind-docs.ts";
import type { FieldFacts, Json } from "../locks/lock.ts";
import type { LockPath } from "../locks/lock-path.ts";
import type { Overlay } from "../overlays/overlay.ts";
import type { DatedRule, EarlierFacts } from "./history.ts";

/**
 * Everything that is emitted of a kind: what the locks say of it, and what its overlay and its texts add. Emitters read nothing
 * else.
 */
export interface SchemaModel {
  readonly kind: string;
  readonly group: string;
  /** What else the API server calls the kind: `kustomizations`, `ks`. */
  readonly aliases: readonly string[];
  readonly scope: "Namespaced" | "Cluster";
  /** What the types are of: `source-controller 1.9.4 (Flux 2.9.4)`. */
  readonly origin: string;
  /** Oldest first. */
  readonly versions: readonly KindVersion[];
  readonly spec: ObjectNode;
  /** The fields beside `metadata` that have to be there. */
  readonly required: readonly string[];
  /** The rules on the whole object. */
  readonly rules: readonly WordedRule[];
  /** The objects that have a type of their own, each once: the spec first, then as a reader meets them. */
  readonly types: readonly ObjectNode[];
  readonly overlay: Overlay;
  readonly docs: KindDocs;
}

/** A place in a schema. */
export type SchemaNode = LeafNode | ListNode | MapNode | OpaqueNode | ObjectNode;

interface PlacedNode {
  readonly path: LockPath;
  /** What its CRD says of it, in a user's own kinds. */
  readonly description?: string | undefined;
  /** What the newest schema says of the place. */
  readonly facts: FieldFacts;
  /** What older minors say of it instead. */
  readonly earlier: EarlierFacts;
  readonly rules: readonly WordedRule[];
}

/** A rule with the words for who breaks it. */
export interface WordedRule extends DatedRule {
  readonly message: string;
  /** The rule as a function. */
  readonly translation?: TranslatedRule | undefined;
}

/** A scalar. */
export interface LeafNode extends PlacedNode {
  readonly type: LeafSchema["type"];
  readonly enum?: readonly Json[] | undefined;
  /** Values that are added to the enum where Flux is installed. Others are possible too. */
  readonly open?: readonly string[] | undefined;
  /** The name of the type of its values, where it is not made of the names around it. */
  readonly valuesName?: string | undefined;
  readonly pattern?: string | undefined;
  /** The language that a controller reads it in. */
  readonly syntax?: Syntax | undefined;
  readonly reference?: ReferenceFacts | undefined;
  /** A directory may stand here. */
  readonly directory?: boolean | undefined;
}

/** A list. */
export interface ListNode extends PlacedNode {
  readonly type: "array";
  readonly items: SchemaNode;
}

/** An object with keys that the author chooses. */
export interface MapNode extends PlacedNode {
  readonly type: "map";
  readonly values: SchemaNode;
  /** The language that a controller reads the keys in. */
  readonly keySyntax?: Syntax | undefined;
}

/** Anything, or any object. */
export interface OpaqueNode extends PlacedNode {
  readonly type: "opaque";
  readonly object: boolean;
  /** What is known of it all the same, as the members of a type. */
  readonly members?: readonly string[] | undefined;
  /** The type parameter that says what stands here. */
  readonly parameter?: string | undefined;
}

/** An object with named fields. */
export interface ObjectNode extends PlacedNode {
  readonly type: "object";
  /** The name of its type. */
  readonly name: string;
  readonly fields: readonly Field[];
  /** It may have other fields too. */
  readonly open?: boolean | undefined;
  readonly reference?: ReferenceFacts | undefined;
  readonly arms?: readonly Arm[] | undefined;
}

/** A field of an object. */
export interface Field {
  readonly name: string;
  readonly node: SchemaNode;
  /** Whether the author must give it: required, and without a default. */
  readonly required: boolean;
  readonly default?: Json | undefined;
  /** The Flux minor that brought it, when the oldest known one lacks it. */
  readonly since?: FluxVersion | undefined;
  /** The last Flux minor that requires what the newest leaves free. */
  readonly requiredUntil?: FluxVersion | undefined;
  /** Values that an older Flux minor does not know, with the minor that brought them. */
  readonly newValues: readonly { readonly value: Json; readonly since: FluxVersion }[];
}

/** An alternative of an object: an interface of its own over what all of them share. */
export interface Arm {
  /** What its name adds to that of the object's type: `WithChart`. */
  readonly suffix: string;
  /** Which it is, as the end of a sentence: "with `chart`". */
  readonly note: string;
  /** The fields in which the alternatives differ, in the order of the object. */
  readonly fields: readonly ArmField[];
}

/** A field of an alternative. */
export interface ArmField {
  readonly field: Field;
  readonly use: "required" | "optional" | "forbidden";
  /** The values that are possible here, where not all are. */
  readonly values?: readonly string[] | undefined;
  /** The compiler chooses the alternative by the value, so it has to be known when the program is compiled. */
  readonly literal?: boolean | undefined;
}
