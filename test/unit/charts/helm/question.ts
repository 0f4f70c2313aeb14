import type { Json, JsonObject } from "../../../../sdk/charts/chart-facts.ts";

/** Something that is asked of Helm, and what we call it. */
export interface Question<Asked> {
  readonly name: string;
  readonly asked: Asked;
}

/** What do the sources of a release's values come to? A source with a path is one value. */
export interface ComposeQuestion {
  readonly compose: {
    readonly layers: readonly {
      readonly text: string;
      readonly path?: string | undefined;
      readonly literal?: boolean | undefined;
    }[];
    readonly own: JsonObject;
  };
}

/** A chart as Helm is asked about it. */
export interface AskedLevel {
  readonly name: string;
  /** The chart's own name, where `name` is an alias. */
  readonly original?: string | undefined;
  readonly values: JsonObject;
  readonly schema?: Json | undefined;
  readonly condition?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly importValues?: readonly (string | { readonly child: string; readonly parent: string })[] | undefined;
  readonly dependencies?: readonly AskedLevel[] | undefined;
}

/** Which dependencies are left, what are the values, and what do the schemas say of them? */
export interface ChartQuestion {
  readonly chart: { readonly level: AskedLevel; readonly values: JsonObject };
}

/** What does a schema say of values? */
export interface SchemaQuestion {
  readonly schema: { readonly schema: Json; readonly values: readonly JsonObject[] };
}

/** Leaves out what would be asked twice. */
export function distinct<Asked>(questions: readonly Question<Asked>[]): readonly Question<Asked>[] {
  return [...new Map(questions.map((question) => [question.name, question])).values()];
}
