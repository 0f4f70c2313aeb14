import { Output } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { Reporter } from "../../../sdk/compile/reporter.ts";
import { helmRelease, ociRepository, secret } from "../../../sdk/index.ts";
import { compileCluster } from "../../../sdk/pulumi/compile-cluster.ts";
import { inputsOf } from "../../../sdk/pulumi/inputs.ts";
import { production } from "./production.ts";

test("what is known is given to Pulumi as it is: neither copied nor made an Output", () => {
  const chart = ociRepository("podinfo", { url: "oci://ghcr.io/a/podinfo", interval: "1h", ref: { tag: "6.0.0" } });
  const podinfo = helmRelease(
    "podinfo",
    { chartRef: chart, interval: "1h", values: { replicas: 2, hosts: ["a", "b"] } },
    { namespace: "flux-system" },
  );
  const token = secret("token", { stringData: { a: "b", c: "d" } }, { namespace: "flux-system" });
  const { cluster } = compileCluster(production([podinfo, token]), () => false);
  const made = cluster.resources.map((resource) => ({ resource, inputs: inputsOf(resource, new Reporter()) }));
  const outputs = made.flatMap(({ resource, inputs }) =>
    Object.keys(inputs).flatMap((key) =>
      inputs[key] === resource.manifest[key] ? [] : [`${resource.id.kind} ${key}`],
    ),
  );
  // One for all the values of a Secret.
  expect(outputs).toEqual(["Secret stringData"]);
  expect(made.flatMap(({ inputs }) => Object.values(inputs)).filter((value) => Output.isInstance(value))).toHaveLength(
    1,
  );
});
