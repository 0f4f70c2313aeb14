import { expect, test } from "vitest";
import { knownKinds } from "../../../../sdk/authoring/known-kinds.ts";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";

const kinds = knownKinds();
const chart = { spec: { chart: "a", sourceRef: { kind: "HelmRepository", name: "a" } } };
const chartRef = { kind: "OCIRepository", name: "a" };

function release(spec: object): readonly (readonly [code: string, isFillable: boolean])[] {
  const group = "helm.toolkit.fluxcd.io";
  const object = { apiVersion: `${group}/v2`, kind: "HelmRelease", metadata: { name: "a" }, spec };
  return checkObject(object, kinds.find(group, "HelmRelease")).map(({ code, isFillable = false }) => [
    code,
    isFillable,
  ]);
}

test.each<[string, object, readonly (readonly [string, boolean])[]]>([
  ["nothing is wrong", { interval: "1m", chart }, []],
  ["a field is missing", { chart }, [["schema/required", true]]],
  ["one of two fields is missing", { interval: "1m" }, [["rule/broken", true]]],
  ["two fields shut each other out", { interval: "1m", chart, chartRef }, [["rule/broken", false]]],
  ["an object inside lacks one of two fields", { interval: "1m", chart, kubeConfig: {} }, [["rule/broken", true]]],
  ["a field is unknown", { interval: "1m", chart, charts: {} }, [["schema/unknown-field", false]]],
])("when %s, more fields could mend it or not", (_, spec, findings) => {
  expect(release(spec)).toEqual(findings);
});
