/** What a build has to know of a chart to check values: the generated `<file>.json` beside the types. */
export interface ChartFacts {
  readonly format: 1;
  readonly version: string;
  readonly chart: ChartLevel;
}

/** A chart or one of its dependencies, as Helm merges and checks them. */
export interface ChartLevel {
  /** Its name; of a dependency, the key of its values in those of its parent. */
  readonly name: string;
  /** The chart's own default values. */
  readonly values: JsonObject;
  /** Its schema with everything inside that it refers to, in draft 2020-12. A format in it is asked for, as older drafts do. */
  readonly schema?: Json | undefined;
  /**
   * What is known of its values: their keys, for the checks, and their words, for `sluice explain`. Those of dependencies are among them, and
   * a dependency has none of its own.
   */
  readonly fields: Readonly<Record<string, ValueFacts>>;
  /** Set where templates may read keys of the chart's top that stand nowhere. */
  readonly open?: true | undefined;
  readonly dependencies?: readonly DependencyLevel[] | undefined;
}

/** A dependency that comes with the chart. */
export interface DependencyLevel extends ChartLevel {
  readonly condition?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly importValues?: readonly (string | { readonly child: string; readonly parent: string })[] | undefined;
}

/** A value that a chart knows. Its default stands in `ChartLevel.values`. */
export interface ValueFacts {
  readonly doc?: string | undefined;
  /** What it may be, as the types say it: `string`, `"Always" | "Never"`. Absent for an object with fields. */
  readonly type?: string | undefined;
  readonly deprecated?: true | undefined;
  /** The keys of an object. */
  readonly fields?: Readonly<Record<string, ValueFacts>> | undefined;
  /** The items of a list, or the values of a map. */
  readonly items?: ValueFacts | undefined;
  /** It may hold other keys too. */
  readonly open?: true | undefined;
}

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}
