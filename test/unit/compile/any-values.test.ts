import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isData } from "../../../sdk/compile/values.ts";
import {
  configMap,
  directory,
  external,
  fluxSystem,
  gitRepository,
  group,
  helmRelease,
  kustomization,
  override,
  type Resource,
  type Resources,
  resource,
} from "../../../sdk/index.ts";
import { output } from "../output-stand-in.ts";
import { compileResources, type Outcome } from "./compile-fleet.ts";

// A program without types can put anything anywhere. Whatever it is, the compiler says what is wrong with it and goes on.

const endless: object[] = [];
endless.push({ endless });

const odd = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constant(output()),
  fc.constant(endless),
  fc.constant(fluxSystem),
  fc.constant(external("Secret", "x")),
  fc.constant(configMap("x", {}, { namespace: "default" })),
  fc.constant(gitRepository("x", { url: "https://example.com", interval: "1m" })),
  fc.constant(directory("odd", [])),
  fc.constant(group({}, [])),
  fc.constant({ sluice: "resource/1" }),
  fc.constant({ sluice: "resource/1", apiVersion: "v1", kind: "Secret", metadata: { name: "y" }, data: null }),
  fc.constant({ name: { name: { name: "x" } } }),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withTypedArray: true,
  }),
);

const anything = fc.oneof(odd, fc.array(odd, { maxLength: 3 }), fc.dictionary(fc.string(), odd, { maxKeys: 3 }));

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Kustomization: [
    "dependsOn",
    "sourceRef",
    "path",
    "targetNamespace",
    "kubeConfig",
    "postBuild",
    "decryption",
    "prune",
    "patches",
    "healthChecks",
    "serviceAccountName",
  ],
  HelmRelease: ["chart", "chartRef", "dependsOn", "valuesFrom", "values", "kubeConfig", "storageNamespace", "install"],
  GitRepository: ["secretRef", "ref", "include", "verify", "ignore"],
};

const spec = (kind: string): fc.Arbitrary<object> =>
  fc.dictionary(fc.constantFrom(...(FIELDS[kind] ?? [])), anything, { maxKeys: 4 });

/** Every way in which something reaches the compiler. A value of any type is let through where a type would stop it. */
const resources: fc.Arbitrary<unknown> = fc.oneof(
  spec("Kustomization").map((given) =>
    kustomization("a", { sourceRef: fluxSystem, path: "./a", interval: "1h", prune: true, ...given }),
  ),
  spec("HelmRelease").map((given) =>
    helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", ...given }, { namespace: "default" }),
  ),
  spec("GitRepository").map((given) => gitRepository("a", { url: "https://example.com", interval: "1m", ...given })),
  anything.map((given) =>
    resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "a" }, ...Object({ spec: given }) }),
  ),
  anything.map((given): unknown => ({ ...configMap("a", {}, { namespace: "default" }), metadata: given })),
  anything.map((given): unknown => ({ ...configMap("a", {}, { namespace: "default" }), data: given })),
  anything,
);

function compileAny(given: unknown, change?: unknown): Outcome {
  // No type is asked of it here: that is the point.
  const listed = given as Resources;
  const inner = kustomization("inner", {
    sourceRef: fluxSystem,
    path: directory("inner", [listed]),
    interval: "1h",
    prune: true,
  });
  const target: Resource = helmRelease(
    "changed",
    { chartRef: external("OCIRepository", "a"), interval: "1h" },
    { namespace: "default" },
  );
  const overrides =
    change === undefined ? [] : [override<object>(external("HelmRelease", "changed"), { spec: Object(change) })];
  return compileResources([listed, group({ labels: { a: "b" } }, listed), inner, target], { overrides });
}

describe("whatever a program gives", { timeout: 60_000 }, () => {
  test("is compiled or refused, and never breaks the compiler", () => {
    fc.assert(
      fc.property(resources, anything, (given, change) => {
        const { diagnostics } = compileAny(given, typeof change === "object" && change !== null ? change : undefined);
        for (const { message, hint } of diagnostics)
          expect([message.length > 0, hint.length > 0]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  test("is data once it is to be written", () => {
    fc.assert(
      fc.property(resources, (given) => {
        for (const file of compileAny(given).compiled.files) {
          if (file.type !== "resources") continue;
          for (const { manifest } of file.resources) expect(isData(withoutUndefined(manifest))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function withoutUndefined(manifest: object): unknown {
  return JSON.parse(JSON.stringify(manifest));
}
