import type { Json } from "../../sdk/charts/chart-facts.ts";

/** The values that a chart takes, in the words of TypeScript. Emitters read nothing else. */
export interface ValuesModel {
  readonly root: ObjectType;
  /** Types that are used in several places or in themselves, by the names that they should have. */
  readonly named: ReadonlyMap<string, ValueType>;
}

/** What a value may be. */
export type ValueType =
  | AnyType
  | ScalarType
  | LiteralType
  | ListType
  | TupleType
  | ObjectType
  | UnionType
  | IntersectionType
  | NamedType;

/** Anything: where the chart says `null`, or its schema nothing. */
export interface AnyType {
  readonly type: "any";
}

export interface ScalarType {
  readonly type: "string" | "number" | "boolean" | "null";
}

/** One value: an item of an enum, or a constant. */
export interface LiteralType {
  readonly type: "literal";
  readonly value: string | number | boolean | null;
}

export interface ListType {
  readonly type: "list";
  readonly items: ValueType;
}

export interface TupleType {
  readonly type: "tuple";
  readonly items: readonly ValueType[];
  /** What may follow; absent where nothing may. */
  readonly rest?: ValueType | undefined;
}

/** An object with named fields, a map, or both. */
export interface ObjectType {
  readonly type: "object";
  readonly fields: readonly ValueField[];
  /** What other keys may hold. Absent where there may be none. */
  readonly others?: ValueType | undefined;
  /**
   * Set where fields are named and nothing is said of other keys, neither that there are some nor that there are none. The chart takes
   * them, so `others` is there; most are typing mistakes.
   */
  readonly silent?: true | undefined;
}

export interface UnionType {
  readonly type: "union";
  readonly members: readonly ValueType[];
}

export interface IntersectionType {
  readonly type: "intersection";
  readonly members: readonly ValueType[];
}

/** A type of `ValuesModel.named`. */
export interface NamedType {
  readonly type: "named";
  readonly name: string;
}

/** A key of an object. */
export interface ValueField {
  readonly name: string;
  readonly value: ValueType;
  /**
   * Whether it must be given. Only below the items of lists: everything else is merged with defaults and with values from elsewhere, so
   * that the check of a build says what is missing.
   */
  readonly required?: true | undefined;
  readonly docs?: ValueDocs | undefined;
}

/** The words of the chart's author. */
export interface ValueDocs {
  readonly text?: string | undefined;
  /** What the chart takes without it. Absent where nothing is known. */
  readonly default?: Json | undefined;
  readonly deprecated?: true | undefined;
  readonly examples?: readonly Json[] | undefined;
}
