import type { FieldPath } from "./field-path.ts";

/** Where a kind that installs Helm charts says which, and with which values: its fields, each by its path from the object's top. */
export interface ChartInstaller {
  /** An object that picks a chart of a source, with the fields of a kind whose `chartSource` is `chart`. */
  readonly template: FieldPath;
  /** A reference to an object that is a chart, or picks one. */
  readonly reference: FieldPath;
  readonly values: FieldPath;
  readonly valuesFrom: FieldPath;
  /** Flags that keep the values from being held against the chart's schema; each keeps one action from it. */
  readonly unchecked: readonly FieldPath[];
  /** A flag with which values stay that an earlier release had. */
  readonly keepsValues: FieldPath;
}

/** How charts come from objects of a kind. Fields are those of the spec. */
export type ChartSource =
  /** It has charts by their names and versions; `url` says where. */
  | { readonly type: "repository"; readonly url: string }
  /** It has files, and a chart is a folder of them. */
  | { readonly type: "files" }
  /** It is one chart: `url` says where it lies, and `version` has a `digest`, a `semver` or a `tag`. */
  | { readonly type: "artifact"; readonly url: string; readonly version: string }
  /** It picks a chart of another object, by `chart`, `version` and `sourceRef`. */
  | { readonly type: "chart" };
