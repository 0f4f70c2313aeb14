import type { PartialValue } from "../../charts/partial-values.ts";
import type { SchemaProblem } from "../../charts/schema-problem.ts";
import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import { isSecretName } from "../../diagnostics/exposed/suspicious.ts";
import { type FieldPath, formatFieldPath } from "../../model/field-path.ts";
import { formatIdentity } from "../../model/identity.ts";
import type { ChartRelease } from "../chart-releases.ts";
import { showValue, typeOf } from "../check-schema/show-value.ts";
import { place, type Reporter } from "../reporter.ts";
import type { ChartTable } from "./chart-table.ts";
import { type Description, describeProblem } from "./describe-problem.ts";
import { below, originOf, type ValuesPath } from "./origin.ts";
import type { ReleaseLayers } from "./release-layers.ts";

/** Reports what is wrong with the values of one release, at the place where they were written. */
export class ValuesReporter {
  readonly #release: ChartRelease;
  readonly #layers: ReleaseLayers;
  readonly #charts: ChartTable;
  readonly #reporter: Reporter;
  readonly #said = new Set<string>();
  /** The chart and its version: `podinfo 6.9.1`. */
  readonly chart: string;

  constructor(release: ChartRelease, layers: ReleaseLayers, chart: string, charts: ChartTable, reporter: Reporter) {
    this.#release = release;
    this.#layers = layers;
    this.#charts = charts;
    this.#reporter = reporter;
    this.chart = chart;
  }

  /**
   * Reports what a schema forbids.
   *
   * @param name The chart that has the schema.
   * @param level The keys that lead to its values.
   * @param values All values, as Helm sees them.
   */
  problem(problem: SchemaProblem, name: string, level: readonly string[], values: PartialValue): void {
    const holder: ValuesPath = [...level, ...problem.path];
    const path = problem.keyword === "false" ? [...holder, problem.keys?.[0] ?? ""] : holder;
    const value = path.reduce<PartialValue | undefined>(below, values);
    const chart = level.length === 0 ? this.chart : `${name} of ${this.chart}`;
    this.#report("values/schema", path, value, describeProblem(problem, value, chart, shownAt(path)));
  }

  /** Reports values of a dependency that are no map: Helm takes none of the values then. */
  noMap(path: readonly string[], values: PartialValue): void {
    const value = path.reduce<PartialValue | undefined>(below, values);
    const name = path.at(-1) ?? "";
    this.#report("values/schema", path, value, {
      says: `is ${typeOf(value)}, and ${this.chart} takes an object: the values of ${name}, which it depends on`,
      hint: `write an object, or switch ${name} off by its own key`,
    });
  }

  /** Reports a key that a chart without a schema does not know. */
  unknownKey(path: ValuesPath, value: PartialValue, description: Description): void {
    this.#report("values/unknown-key", path, value, description);
  }

  #report(code: DiagnosticCode, path: ValuesPath, value: PartialValue | undefined, { says, hint }: Description): void {
    const key = path.join("\0");
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const { resource, valuesPath } = this.#release;
    const { written, path: found, isExact } = originOf(this.#layers, path, value);
    const what = formatFieldPath(path.length === 0 ? valuesPath : path);
    const isConfidential = path.some((part) => isSecretName(String(part))) ? true : undefined;
    const name = formatIdentity(resource.id);
    if (written.file === undefined) {
      // What `valuesFrom` puts at a path is no default, and stands nowhere as it is.
      const isDefault =
        !this.#layers.layers.some(({ type }) => type === "path") &&
        !isExact &&
        value !== undefined &&
        path.length > 0 &&
        code === "values/schema" &&
        !says.startsWith("lacks");
      this.#reporter.report(code, {
        resource: resource.resource,
        id: resource.id,
        path: [...valuesPath, ...found] satisfies FieldPath,
        message: `${what} of ${name} ${says}${isDefault ? ", which is also what it is by default" : ""}`,
        hint,
        isConfidential,
      });
      return;
    }
    const { content, field, key: file, text } = written.file;
    const line = this.#charts.lineOf(text, found);
    const where = `${JSON.stringify(file)} of ${formatIdentity(content.id)}${line === undefined ? "" : `, line ${line},`}`;
    this.#reporter.report(code, {
      resource: content.resource,
      id: content.id,
      path: [field, file],
      message: `${what} in ${where} ${says}`,
      hint,
      isConfidential,
      related: [place(`${name} takes values from it`, resource.resource)],
    });
  }
}

/** What stands under a name that asks for a secret is not shown. */
function shownAt(path: ValuesPath): (value: unknown) => string {
  return path.some((part) => isSecretName(String(part))) ? typeOf : showValue;
}
