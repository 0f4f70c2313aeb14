import type { Input } from "sluice";

/** What may be said in the values of the chart 5-larder 1.2.3. */
export interface Chart5LarderValues {
  /**
   * How many there are.
   *
   * Default: `1`.
   */
  readonly replicas?: Input<number> | null | undefined;
  /**
   * What it is called.
   *
   * Ends no comment: *\/ and is no tag:
   * \@param.
   *
   * Default: `"larder"`.
   *
   * @deprecated
   */
  readonly name?: Input<string> | null | undefined;
  /** Default: `true`. */
  readonly on?: Input<boolean> | null | undefined;
  /** @deprecated */
  readonly old?: unknown;
  /** Examples: `80`, `"http"`. */
  readonly port?: Input<string | number> | null | undefined;
  /**
   * Many words and more of them and more of them and more of them and more of them and more of them and more of them
   * and more of them and more of them and more of them and more of them .
   */
  readonly long?: Input<string> | null | undefined;
  readonly policy?: Input<"Always" | "Never"> | null | undefined;
  readonly mode?: Input<1 | 2 | "auto" | (string & {})> | null | undefined;
  readonly flag?: Input<boolean> | null | undefined;
  readonly half?: Input<true | "maybe"> | null | undefined;
  readonly unit?: Input<Chart5LarderUnit> | null | undefined;
  readonly units?: Input<readonly Input<Chart5LarderUnits>[]> | null | undefined;
  readonly image?: Chart5LarderImage | null | undefined;
  readonly "with-dash"?: Chart5LarderWithDash | null | undefined;
  readonly withDash?: Chart5LarderWithDash2 | null | undefined;
  readonly class?: Input<string> | null | undefined;
  readonly constructor?: unknown;
  readonly toString?: unknown;
  readonly resources?: object | null | undefined;
  readonly annotations?: Input<{ readonly [key: string]: Input<string> | null | undefined }> | null | undefined;
  readonly sizes?:
    | Input<{ readonly [key: string]: Input<readonly Input<number>[]> | null | undefined }>
    | null
    | undefined;
  readonly hosts?: Input<readonly Chart5LarderHosts[]> | null | undefined;
  readonly matrix?: Input<readonly Input<readonly Input<number>[]>[]> | null | undefined;
  readonly mixed?: Input<readonly (Input<string> | Chart5LarderMixed)[]> | null | undefined;
  readonly pair?: Input<readonly [Input<string>?, Chart5LarderPair?]> | null | undefined;
  readonly row?: Input<readonly [Input<number>?, ...(Input<string> | null)[]]> | null | undefined;
  readonly empty?: Readonly<Record<string, never>> | null | undefined;
  readonly nothing?: null | undefined;
  readonly known?: Chart5LarderKnown | null | undefined;
  readonly typed?: Chart5LarderTyped | null | undefined;
  readonly store?:
    | Input<{ readonly [key: string]: Chart5LarderJars | Chart5LarderStoreWithSeams | Chart5LarderStoreTins | null | undefined }>
    | null
    | undefined;
  readonly either?: Input<false> | Chart5LarderEither | null | undefined;
  readonly both?: (Chart5LarderBoth & Chart5LarderShelf) | null | undefined;
  readonly narrow?: Input<"a" | "b"> | null | undefined;
  readonly shelf?: Chart5LarderShelf | null | undefined;
  readonly json?: Chart5LarderJson | null | undefined;
  readonly letters?: Input<readonly Chart5LarderABC[]> | null | undefined;
  readonly unknown?: unknown;
}

export type Chart5LarderUnit =
  | "millimetres"
  | "centimetres"
  | "metres"
  | "kilometres"
  | "inches"
  | "feet"
  | "yards"
  | "miles"
  | "leagues";

export type Chart5LarderUnits =
  | "millimetres"
  | "centimetres"
  | "metres"
  | "kilometres"
  | "inches"
  | "feet"
  | "yards"
  | "miles"
  | "leagues";

export interface Chart5LarderImage {
  readonly repository?: Input<string> | null | undefined;
  readonly tag?: Input<string> | null | undefined;
  readonly pullSecrets?: Input<readonly unknown[]> | null | undefined;
}

export interface Chart5LarderWithDash {
  readonly "1"?: Input<number> | null | undefined;
  readonly "with.dot"?: Input<string> | null | undefined;
}

export interface Chart5LarderWithDash2 {
  readonly other?: Input<string> | null | undefined;
}

export interface Chart5LarderToString {
  readonly a?: Input<string> | null | undefined;
}

export interface Chart5LarderHosts {
  readonly host: Input<string>;
  readonly paths?: Input<readonly Chart5LarderHostsPaths[]> | null | undefined;
}

export interface Chart5LarderHostsPaths {
  readonly path: Input<string>;
  readonly type?: Input<string> | null | undefined;
}

export interface Chart5LarderMixed {
  readonly name?: Input<string> | null | undefined;
}

export interface Chart5LarderPair {
  readonly left?: Input<boolean> | null | undefined;
}

export interface Chart5LarderKnown {
  readonly [key: string]: unknown;
  readonly first?: Input<string> | null | undefined;
  readonly second?: Chart5LarderKnownSecond | null | undefined;
}

export interface Chart5LarderKnownSecond {
  readonly deep?: Input<number> | null | undefined;
}

export interface Chart5LarderTyped {
  readonly [key: string]: Input<boolean> | Chart5LarderTypedOther | Chart5LarderTypedSecond | null | undefined;
  readonly first?: Input<boolean> | null | undefined;
  readonly second?: Chart5LarderTypedSecond | null | undefined;
}

export interface Chart5LarderTypedSecond {
  readonly deep?: Input<number> | null | undefined;
}

export interface Chart5LarderTypedOther {
  readonly size?: Input<number> | null | undefined;
}

export interface Chart5LarderJars {
  readonly kind: "jars";
  readonly lids?: Input<number> | null | undefined;
}

export interface Chart5LarderStoreWithSeams {
  readonly kind?: "sacks" | "bags" | null | undefined;
  readonly seams?: Input<string> | null | undefined;
}

export interface Chart5LarderStoreTins {
  readonly kind?: "tins" | null | undefined;
}

export interface Chart5LarderEither {
  readonly left?: Input<string> | null | undefined;
  readonly right?: Input<string> | null | undefined;
}

export interface Chart5LarderBoth {
  readonly up?: Input<string> | null | undefined;
}

export interface Chart5LarderShelf {
  readonly label?: Input<string> | null | undefined;
  readonly shelves?: Input<readonly Chart5LarderShelf[]> | null | undefined;
}

export type Chart5LarderJson =
  | Input<string | number | boolean>
  | Input<readonly Chart5LarderJson[]>
  | Input<{ readonly [key: string]: Chart5LarderJson | null | undefined }>
  | null;

export type Chart5LarderABC = Input<"x" | "y">;
