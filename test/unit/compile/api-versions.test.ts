import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { compileFleet } from "../../../sdk/compile/compile.ts";
import { cluster, external, type FluxVersion, fleet, type Resource, resource } from "../../../sdk/index.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import { defineKind } from "../../../sdk/model/define-kind.ts";
import { FLUX_VERSIONS } from "../../../sdk/model/flux-versions.gen.ts";
import type { KindTable } from "../../../sdk/model/kind-definition.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, type Outcome } from "./compile-fleet.ts";
import { onlyFinding } from "./finding.ts";
import { applying, git } from "./small-resources.ts";

// A kind whose versions came with Flux minors, as those of Flux did.
const thing = defineKind<"Thing", { readonly a: number }>({
  group: "example.com",
  kind: "Thing",
  scope: "Namespaced",
  versions: [
    { name: "v1beta1", flux: ["2.7", "2.8"] },
    { name: "v1", flux: ["2.8", "2.9"] },
    { name: "v2", flux: ["2.9"] },
  ],
  defaultNamespace: "flux-system",
  body: () => ({ type: "object", properties: { spec: { type: "object", properties: { a: { type: "integer" } } } } }),
});

const KINDS: KindTable = {
  find: (group, kind) => (kind === "Thing" ? thing.definition : knownKinds().find(group, kind)),
  findByKind: (kind) => (kind === "Thing" ? thing.definition : knownKinds().findByKind(kind)),
};

function on(flux: FluxVersion, resources: Resource | readonly Resource[]): Outcome {
  const given = fleet(cluster("test", { path: "clusters/test", flux, resources }));
  return { ...compile([]), ...outcomeOf(compileFleet(given, { kinds: KINDS })) };
}

function outcomeOf(compiled: Outcome["compiled"]): Pick<Outcome, "compiled" | "diagnostics" | "codes"> {
  const { diagnostics } = compiled;
  return { compiled, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

function versionsOf({ compiled }: Outcome): readonly string[] {
  return compiled.clusters.flatMap(({ resources }) => resources.map(({ manifest }) => manifest.apiVersion));
}

describe("the apiVersion of an object", () => {
  test("is the kind's newest in the value", () => {
    expect(thing("x", { a: 1 }).apiVersion).toBe("example.com/v2");
  });

  test.each([
    ["2.7", "example.com/v1beta1"],
    ["2.8", "example.com/v1"],
    ["2.9", "example.com/v2"],
  ] as const)("is the newest that the cluster's Flux %s serves", (flux, apiVersion) => {
    const outcome = on(flux, thing("x", { a: 1 }));
    expect(outcome.codes).toEqual([]);
    expect(versionsOf(outcome)).toEqual([apiVersion]);
  });

  test("is each cluster's own for one value", () => {
    const value = thing("x", { a: 1 });
    const clusters = FLUX_VERSIONS.map((flux) => cluster(flux, { path: `clusters/${flux}`, flux, resources: value }));
    const { compiled } = outcomeOf(compileFleet(fleet(clusters), { kinds: KINDS }));
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.clusters.map(({ resources: [made] }) => made?.manifest.apiVersion)).toEqual([
      "example.com/v1beta1",
      "example.com/v1",
      "example.com/v2",
    ]);
    expect(value.apiVersion).toBe("example.com/v2");
  });

  test("is its author's when that is another than the newest", () => {
    const old = resource({ apiVersion: "example.com/v1beta1", kind: "Thing", metadata: { name: "x" }, spec: { a: 1 } });
    expect(versionsOf(on("2.8", old))).toEqual(["example.com/v1beta1"]);
  });

  test("is one that some release serves", () => {
    const odd = resource({ apiVersion: "example.com/v3alpha1", kind: "Thing", metadata: { name: "x" }, spec: {} });
    expect(onlyFinding(on("2.8", odd), "resource/not-served").hint).toBe('write apiVersion: "example.com/v1"');
  });

  test("is its author's for a kind that nobody knows, and for what does not come with Flux", () => {
    const manifests = [
      { apiVersion: "unknown.example.com/v1", kind: "Other", metadata: { name: "x" } },
      { apiVersion: "apps/v1beta2", kind: "Deployment", metadata: { name: "x", namespace: "default" } },
    ];
    const outcome = on(
      "2.7",
      manifests.map((manifest) => resource(manifest)),
    );
    expect(outcome.codes).toEqual([]);
    expect(versionsOf(outcome).toSorted()).toEqual(["apps/v1beta2", "unknown.example.com/v1"]);
  });

  test("that the cluster does not serve is an error that says what to write", () => {
    const old = resource({ apiVersion: "example.com/v1beta1", kind: "Thing", metadata: { name: "x" }, spec: { a: 1 } });
    const outcome = on("2.9", old);
    expect(onlyFinding(outcome, "resource/not-served")).toEqual({
      severity: "error",
      resource: "Thing flux-system/x",
      path: "apiVersion",
      message: 'apiVersion of Thing flux-system/x is "example.com/v1beta1", which Flux 2.9 does not serve',
      hint: 'write apiVersion: "example.com/v2"',
    });
    expect(outcome.diagnostics[0]?.site).toBe(callSiteOf(old));
  });

  test("of a kind that the cluster lacks altogether is an error too", () => {
    const late = defineKind<"Late", object>({
      group: "example.com",
      kind: "Late",
      scope: "Namespaced",
      versions: [{ name: "v1", flux: ["2.9"] }],
      defaultNamespace: "flux-system",
    });
    const kinds: KindTable = { find: () => late.definition, findByKind: () => late.definition };
    const given = fleet(cluster("test", { path: "clusters/test", flux: "2.7", resources: late("x", {}) }));
    const { diagnostics } = compileFleet(given, { kinds });
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      [
        "resource/not-served",
        'apiVersion of Late flux-system/x is "example.com/v1", which Flux 2.7 does not serve',
        "leave it out of this cluster, or run Flux 2.9 there",
      ],
    ]);
  });

  test("is no part of the identity", () => {
    const old = resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "x" }, spec: { a: 1 } });
    const outcome = on("2.8", [thing("x", { a: 1 }), old]);
    expect(outcome.codes).toEqual([]);
    expect(versionsOf(outcome)).toEqual(["example.com/v1"]);
  });

  test("of what a health check names is that of the cluster too", () => {
    const checks = [external("Thing", "x"), thing("y", { a: 1 })];
    const outcome = on("2.8", [thing("y", { a: 1 }), applying("apps", "./apps", { healthChecks: checks })]);
    const spec = outcome.compiled.clusters[0]?.resources.find(({ id }) => id.name === "apps")?.manifest["spec"];
    expect(Reflect.get(Object(spec), "healthChecks")).toEqual([
      { apiVersion: "example.com/v1", kind: "Thing", name: "x", namespace: "flux-system" },
      { apiVersion: "example.com/v1", kind: "Thing", name: "y", namespace: "flux-system" },
    ]);
  });
});

describe("the kinds that Sluice ships", () => {
  test.each(FLUX_VERSIONS)("are all served by Flux %s, in their newest version", (flux) => {
    // The operator's versions do not go by Flux's.
    const ofFlux = fluxKinds.filter(({ group }) => group !== "fluxcd.controlplane.io");
    expect(ofFlux).toHaveLength(15);
    for (const { versions } of ofFlux) expect(versions.at(-1)?.flux).toContain(flux);
    expect(versionsOf(on(flux, git("x")))).toEqual(["source.toolkit.fluxcd.io/v1"]);
  });

  test("are refused in a version that Flux stopped serving", () => {
    const old = resource({
      apiVersion: "source.toolkit.fluxcd.io/v1beta2",
      kind: "GitRepository",
      metadata: { name: "x" },
      spec: { url: "https://example.com", interval: "1m" },
    });
    expect(on("2.7", old).codes).toEqual([]);
    expect(onlyFinding(on("2.8", old), "resource/not-served").hint).toBe(
      'write apiVersion: "source.toolkit.fluxcd.io/v1"',
    );
  });
});
