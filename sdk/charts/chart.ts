/** A Helm chart as it lies in its archive or folder: texts, nothing evaluated. */
export interface Chart {
  readonly metadata: ChartMetadata;
  /** The text of `values.yaml`, if it has one. */
  readonly values?: string | undefined;
  /** The text of `values.schema.json`, if it has one. */
  readonly schema?: string | undefined;
  /** The texts below `templates/`, by their paths from the chart's folder; the notes and partial templates too. */
  readonly templates: ReadonlyMap<string, string>;
  /** Other texts at the chart's top that hold values: `values-production.yaml`, `ci/test-values.yaml`. */
  readonly otherValues: ReadonlyMap<string, string>;
  /** The charts below `charts/`, as folders or archives. */
  readonly dependencies: readonly Chart[];
}

/** What `Chart.yaml` says, where it matters for values. In charts of the first format, dependencies stand in `requirements.yaml`. */
export interface ChartMetadata {
  readonly name: string;
  readonly version: string;
  readonly type?: "application" | "library" | undefined;
  readonly dependencies: readonly ChartDependency[];
}

/** A dependency, as the chart that has it says. */
export interface ChartDependency {
  readonly name: string;
  readonly version?: string | undefined;
  readonly repository?: string | undefined;
  /** The key of its values, where that is not its name. */
  readonly alias?: string | undefined;
  /** Paths of values that switch it on or off, divided by commas: `redis.enabled,global.redis.enabled`. */
  readonly condition?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly importValues?: readonly (string | { readonly child: string; readonly parent: string })[] | undefined;
}
