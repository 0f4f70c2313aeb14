// What is written is read again as Flux would: from each cluster's root, Kustomization by Kustomization, onto each API server.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompiledFleet, Manifest } from "../../../sdk/compile/compiled.ts";
import {
  configMap,
  type Directory,
  directory,
  external,
  group,
  type KustomizationSpecBase,
  namespace,
  type Resources,
} from "../../../sdk/index.ts";
import { compileResources } from "./compile-fleet.ts";
import { applying, git, oci, release } from "./small-resources.ts";

const NAMESPACES = ["red", "blue"];

/** What stands in a folder, before it is made of values. */
type Plan =
  | { readonly type: "release"; readonly chart: number; readonly space: number }
  | { readonly type: "map"; readonly name: number; readonly space: number }
  | { readonly type: "chart"; readonly chart: number }
  | { readonly type: "again"; readonly folder: number; readonly remote: number; readonly target: number }
  | {
      readonly type: "folder";
      readonly content: readonly Plan[];
      readonly remote: number;
      readonly target: number;
      readonly source: number;
      readonly grouped: boolean;
    };

const leaf = fc.oneof(
  fc.record({ type: fc.constant("release" as const), chart: fc.nat(3), space: fc.nat(2) }),
  fc.record({ type: fc.constant("map" as const), name: fc.nat(20), space: fc.nat(1) }),
  fc.record({ type: fc.constant("chart" as const), chart: fc.nat(3) }),
  fc.record({ type: fc.constant("again" as const), folder: fc.nat(4), remote: fc.nat(2), target: fc.nat(3) }),
);
const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 3, depthIdentifier: "folders" },
    leaf,
    fc.record({
      type: fc.constant("folder" as const),
      content: fc.array(tie("plan"), { maxLength: 4, depthIdentifier: "folders" }),
      remote: fc.nat(5),
      target: fc.nat(5),
      source: fc.nat(3),
      grouped: fc.boolean(),
    }),
  ),
}));

/** Makes the values of a plan. Each folder and each release has a name of its own; charts and sources are shared. */
function build(plans: readonly Plan[]): Resources {
  const charts = [oci("a"), oci("b"), oci("c", { namespace: "red" }), oci("d", { namespace: "blue" })];
  const own = git("own");
  const made: Directory[] = [];
  let count = 0;
  const make = (given: Plan): Resources => {
    const name = `n${count++}`;
    switch (given.type) {
      case "release":
        return release(name, charts[given.chart] ?? external("OCIRepository", "elsewhere"), {
          namespace: NAMESPACES[given.space] ?? "default",
        });
      case "map":
        return configMap(`m${given.name}`, {}, { namespace: NAMESPACES[given.space] ?? "default" });
      case "chart":
        return charts[given.chart];
      case "again": {
        const folder = made[given.folder];
        return folder && applying(name, folder, how(given));
      }
      case "folder": {
        const content = given.content.map(make);
        const inside = given.grouped ? group({ namespace: "red", labels: { in: name } }, content) : content;
        const folder = directory(`d/${name}`, inside);
        made.push(folder);
        return applying(name, folder, { ...how(given), ...(given.source === 0 ? { sourceRef: own } : {}) });
      }
    }
  };
  return [NAMESPACES.map((name) => namespace(name)), plans.map(make)];
}

/** How a folder is applied: to which API server, and into which namespace. */
function how({ remote, target }: { readonly remote: number; readonly target: number }): Partial<KustomizationSpecBase> {
  return {
    ...(remote < 2 ? { kubeConfig: { secretRef: external("Secret", `remote-${remote}`) } } : {}),
    ...(target < 2 ? { targetNamespace: NAMESPACES[target] } : {}),
  };
}

interface Applied {
  readonly server: string;
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly key: string;
}

/** Everything that Flux applies, beginning at the root. */
function applyAll({ files, clusters }: CompiledFleet): readonly Applied[] {
  const applied: Applied[] = [];
  const contents = new Map(files.map((file) => [file.path, file.type === "resources" ? file.resources : []]));
  const take = (paths: readonly string[], server: string, target: string | undefined): void => {
    for (const { manifest } of paths.flatMap((path) => contents.get(path) ?? [])) {
      const own = manifest.kind === "Namespace" ? "" : String(target ?? manifest.metadata["namespace"] ?? "none");
      const key = `${manifest.kind} ${own}/${String(manifest.metadata["name"])}`;
      applied.push({ server, manifest, namespace: own, key });
      const spec = Object(manifest["spec"]);
      if (manifest.kind !== "Kustomization") continue;
      const folder = String(spec.path).replace(/^\.\//, "");
      const listing = files.find((file) => file.path === `${folder}/kustomization.yaml`);
      if (listing?.type !== "kustomization") throw new Error(`${folder} is not written`);
      const to = spec.kubeConfig ? `${server}/${own}:${spec.kubeConfig.secretRef.name}` : server;
      take(
        listing.resources.map((name) => `${folder}/${name}`),
        to,
        spec.targetNamespace ?? listing.options.namespace,
      );
    }
  };
  const root = clusters[0]?.path ?? "";
  take(
    files.filter(({ path }) => path.startsWith(`${root}/`)).map(({ path }) => path),
    "",
    undefined,
  );
  return applied;
}

/** The objects that a Kustomization or a HelmRelease needs, as Flux reads their names. */
function needed({ manifest, namespace: own }: Applied): readonly string[] {
  const spec = Object(manifest["spec"]);
  return [spec.sourceRef, spec.chartRef]
    .filter((reference) => reference !== undefined)
    .map(({ kind, name, namespace: named }) => `${kind} ${named ?? own}/${name}`);
}

describe("whatever is compiled without an error", () => {
  let compiled = 0;

  test("is applied by Flux once on each API server, and names only what is there", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 5 }), (plans) => {
        const sources = [
          { source: external("GitRepository", "flux-system") },
          { source: external("GitRepository", "own") },
        ];
        const outcome = compileResources(build(plans), { sources });
        if (outcome.diagnostics.some(({ severity }) => severity === "error")) return;
        compiled += 1;
        const applied = applyAll(outcome.compiled);
        const keys = applied.map(({ server, key }) => `${server} ${key}`);
        expect(keys).toEqual([...new Set(keys)]);
        expect(keys.filter((key) => key.includes(" none/"))).toEqual([]);
        for (const object of applied) {
          for (const wanted of needed(object)) {
            if (wanted !== "GitRepository flux-system/flux-system")
              expect(keys).toContain(`${object.server} ${wanted}`);
          }
        }
        expect(applied.length).toBeGreaterThanOrEqual(outcome.identities.length);
      }),
      { numRuns: 300 },
    );
    expect(compiled).toBeGreaterThan(50);
  });
});
