// `helmRelease<V>` checks values against V when it is given, and never guesses it.
import { external, type HelmReleaseSpec, helmRelease, type Input, type Resource } from "sluice";
import type { Output } from "./output.ts";

const base = { interval: "1h", chartRef: external("OCIRepository", "podinfo") } as const;

export interface PodinfoValues {
  readonly replicaCount?: Input<number>;
  readonly ui?: { readonly color: string };
}

const untyped = helmRelease("podinfo", { ...base, values: { anything: { goes: [1, "two", null] } } });

// The result is typed by its kind, not by the literal that was given.
export const release: Resource<"HelmRelease", HelmReleaseSpec> = untyped;
const values: object | undefined = untyped.spec.values;
// @ts-expect-error: V was not inferred from the literal
untyped.spec.values?.anything;

helmRelease<PodinfoValues>("podinfo", { ...base, values: { replicaCount: 2, ui: { color: "#34577c" } } });

declare const replicas: Output<number>;
helmRelease<PodinfoValues>("podinfo", { ...base, values: { replicaCount: replicas } });

// @ts-expect-error: not a number
helmRelease<PodinfoValues>("podinfo", { ...base, values: { replicaCount: "2" } });

// @ts-expect-error: a misspelt field
helmRelease<PodinfoValues>("podinfo", { ...base, values: { replicas: 2 } });

// @ts-expect-error: a missing field
helmRelease<PodinfoValues>("podinfo", { ...base, values: { ui: {} } });

// @ts-expect-error: values are an object
helmRelease("podinfo", { ...base, values: "replicaCount: 2" });

// A type without an index signature, such as a chart's generated one, is an object too.
declare const typed: PodinfoValues;
helmRelease("podinfo", { ...base, values: typed });

export { values };
