import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { readValues } from "../../../../sdk/cli/yaml/values-text.ts";
import { fixturesFolder } from "../../../fixtures-folder.ts";
import { valuesProblems } from "./release-values.ts";

const folder = join(fixturesFolder() ?? "", "fixtures/charts");

interface WholeChart {
  readonly name: string;
  readonly values: JsonObject;
  readonly schema?: Json;
}

function chart(name: string): WholeChart {
  const schema = join(folder, name, "values.schema.json");
  return {
    name,
    // What a reader of YAML gives is JSON.
    values: (readValues(readFileSync(join(folder, name, "values.yaml"), "utf8")) ?? {}) as JsonObject,
    ...(existsSync(schema) ? { schema: JSON.parse(readFileSync(schema, "utf8")) } : {}),
  };
}

describe.skipIf(!existsSync(folder))("whole charts (skipped where the shared material is absent)", () => {
  test.each(["cert-manager", "podinfo"])("%s takes its own values, given or not", (name) => {
    const { values, ...facts } = chart(name);
    expect(valuesProblems({ ...facts, values, open: true }, {})).toEqual([]);
    expect(valuesProblems({ ...facts, values, open: true }, { values })).toEqual([]);
  });

  test.each<[values: object, place: string, says: string]>([
    [{ replicaCount: "two" }, "replicaCount", "a number"],
    [{ image: { pullPolicy: 1 } }, "image.pullPolicy", "a string"],
    [{ webhook: { replicas: 1 } }, "webhook.replicas", "is no value"],
    [{ crds: { enabled: "yes" } }, "crds.enabled", "a boolean"],
    [{ installCRD: true }, "installCRD", "is no value"],
    [{ podDisruptionBudget: { enabled: "true" } }, "podDisruptionBudget.enabled", "a boolean"],
    [{ prometheus: { servicemonitor: { intervall: "60s" } } }, "prometheus.servicemonitor.intervall", "is no value"],
  ])("cert-manager refuses %j at its place", (values, place, says) => {
    const found = valuesProblems(chart("cert-manager"), { values });
    expect(found.map(({ path }) => path?.slice(2).join("."))).toEqual([place]);
    expect(found[0]?.message).toContain(says);
  });
});
