import { describe, expect, test } from "vitest";
import type { CompiledResource } from "../../../sdk/compile/compiled.ts";
import {
  cluster,
  configMap,
  directory,
  external,
  fromPolicy,
  group,
  helmRelease,
  kustomization,
  namespace,
  type Resource,
  resource,
} from "../../../sdk/index.ts";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";
import { compile, compileResources, type Outcome } from "./compile-fleet.ts";
import { findings, onlyFinding } from "./finding.ts";
import { applying, oci } from "./small-resources.ts";

const IMAGE = "ghcr.io/acme/app:1.0.0";

function policyIn(place: string, name = "app"): Resource<"ImagePolicy"> {
  return resource({
    apiVersion: "image.toolkit.fluxcd.io/v1",
    kind: "ImagePolicy",
    metadata: { name, namespace: place },
    spec: { imageRepositoryRef: external("ImageRepository", name), policy: { semver: { range: "1.x" } } },
  });
}

const policy = policyIn("flux-system");
const values = (data: Readonly<Record<string, unknown>>): Resource<"ConfigMap"> =>
  configMap("settings", { data: data as Record<string, string> }, { namespace: "flux-system" });

/** The markers of the only object of a kind, by path. */
function markers(outcome: Outcome, kind: string): Readonly<Record<string, string>> {
  const [only, ...others] = outcome.compiled.clusters
    .flatMap(({ resources }): readonly CompiledResource[] => resources)
    .filter(({ id }) => id.kind === kind);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} objects of ${kind}`);
  return Object.fromEntries((only.images ?? []).map(({ path, marker }) => [formatFieldPath(path), marker]));
}

describe("an image that a policy chooses", () => {
  test("is a text in the manifest, and a marker beside it", () => {
    const outcome = compileResources([
      policy,
      values({ whole: fromPolicy(policy, IMAGE), tag: fromPolicy(policy, IMAGE, "tag") }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("ConfigMap flux-system/settings")["data"]).toEqual({ whole: IMAGE, tag: "1.0.0" });
    expect(markers(outcome, "ConfigMap")).toEqual({
      "data.whole": '{"$imagepolicy": "flux-system:app"}',
      "data.tag": '{"$imagepolicy": "flux-system:app:tag"}',
    });
  });

  test("stands in free-form values, lists, objects without a builder and metadata", () => {
    const release = helmRelease(
      "app",
      {
        interval: "1h",
        chartRef: oci("app"),
        values: { image: { tag: fromPolicy(policy, IMAGE, "tag") }, all: [{ images: [fromPolicy(policy, IMAGE)] }] },
      },
      { namespace: "flux-system", labels: { version: fromPolicy(policy, IMAGE, "tag") } },
    );
    const deployment = resource({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "app", namespace: "flux-system" },
      spec: { template: { spec: { containers: [{ name: "app", image: fromPolicy(policy, IMAGE) }] } } },
    });
    const outcome = compileResources([policy, release, deployment]);
    expect(outcome.codes).toEqual([]);
    const [tag, whole] = ['{"$imagepolicy": "flux-system:app:tag"}', '{"$imagepolicy": "flux-system:app"}'];
    expect(markers(outcome, "HelmRelease")).toEqual({
      "metadata.labels.version": tag,
      "spec.values.image.tag": tag,
      "spec.values.all[0].images[0]": whole,
    });
    expect(markers(outcome, "Deployment")).toEqual({ "spec.template.spec.containers[0].image": whole });
    expect(outcome.manifest("HelmRelease flux-system/app").metadata["labels"]).toEqual({ version: "1.0.0" });
  });

  test("stands in typed fields and in a group's labels", () => {
    const apps = kustomization("apps", {
      sourceRef: external("GitRepository", "other"),
      path: "./apps",
      interval: "1h",
      prune: true,
      images: [{ name: "app", newTag: fromPolicy(policy, IMAGE, "tag") }],
    });
    const outcome = compileResources([policy, group({ labels: { app: fromPolicy(policy, IMAGE, "tag") } }, [apps])]);
    expect(outcome.codes).toEqual([]);
    const marker = '{"$imagepolicy": "flux-system:app:tag"}';
    expect(markers(outcome, "Kustomization")).toEqual({
      "metadata.labels.app": marker,
      "spec.images[0].newTag": marker,
    });
  });
});

describe("the marker names the policy where it is", () => {
  test.each<readonly [string, Resource | ReturnType<typeof external<"ImagePolicy">>, string]>([
    ["a policy in another namespace", policyIn("team"), "team:app"],
    [
      "one that exists, in Flux's own namespace",
      external("ImagePolicy", "elsewhere", "flux-system"),
      "flux-system:elsewhere",
    ],
    ["one that exists in another", external("ImagePolicy", "elsewhere", "team"), "team:elsewhere"],
  ])("%s", (_, chosen, want) => {
    const listed = "metadata" in chosen ? [chosen, namespace("team")] : [];
    const outcome = compileResources([listed, values({ image: fromPolicy(chosen as Resource<"ImagePolicy">, IMAGE) })]);
    expect(outcome.codes).toEqual([]);
    expect(markers(outcome, "ConfigMap")).toEqual({ "data.image": `{"$imagepolicy": "${want}"}` });
  });

  test("on the management cluster, of what is applied to another one", () => {
    const remote = applying("remote", directory("remote", [values({ image: fromPolicy(policy, IMAGE) })]), {
      kubeConfig: { secretRef: external("Secret", "kubeconfig") },
    });
    const outcome = compileResources([policy, remote]);
    expect(findings(outcome, "reference/not-in-cluster")).toEqual([]);
    expect(markers(outcome, "ConfigMap")).toEqual({ "data.image": '{"$imagepolicy": "flux-system:app"}' });
  });
});

test("the policy is only mentioned: it has to be listed", () => {
  const outcome = compileResources([values({ image: fromPolicy(policy, IMAGE) })]);
  expect(outcome.identities).toEqual(["ConfigMap flux-system/settings"]);
  expect(onlyFinding(outcome, "reference/not-in-cluster")).toMatchObject({
    resource: "ConfigMap flux-system/settings",
    path: "data.image",
  });
});

test("another kind is no policy", () => {
  const wrong = external("ImageRepository", "app") as unknown as Resource<"ImagePolicy">;
  expect(
    onlyFinding(compileResources([values({ image: fromPolicy(wrong, IMAGE) })]), "reference/wrong-kind").path,
  ).toBe("data.image");
});

test.each<readonly [string, unknown, RegExp]>([
  ["a text that is no image", fromPolicy(policy, "app:1 # note"), /starts from "app:1 # note", which is no image/],
  [
    "a tag that is missing",
    fromPolicy(policy, "ghcr.io/acme/app", "tag"),
    /the tag of "ghcr.io\/acme\/app", which has none/,
  ],
  ["another part", fromPolicy(policy, IMAGE, "version" as "tag"), /writes the part "version"/],
  ["no text at all", fromPolicy(policy, 1 as unknown as string), /starts from 1, which is no image/],
  ["no policy", fromPolicy(null as unknown as Resource<"ImagePolicy">, IMAGE), /has no policy/],
])("%s cannot be written", (_, value, want) => {
  expect(onlyFinding(compileResources([policy, values({ image: value })]), "value/unsupported")).toMatchObject({
    message: expect.stringMatching(want),
    path: "data.image",
  });
});

test("one identity with a policy and without is two contents", () => {
  const outcome = compileResources([policy, values({ image: IMAGE }), values({ image: fromPolicy(policy, IMAGE) })]);
  expect(onlyFinding(outcome, "graph/duplicate-id").message).toMatch(/different content: the policy of data.image$/);
});

test("clusters share a directory only when its policies are the same", () => {
  const one = (name: string, chosen: Resource<"ImagePolicy">) =>
    cluster(name, {
      path: `clusters/${name}`,
      flux: "2.9",
      resources: [chosen, applying("apps", directory("apps", [values({ image: fromPolicy(chosen, IMAGE) })]))],
    });
  expect(compile([one("a", policy), one("b", policy)]).codes).toEqual([]);
  const differ = compile([one("a", policy), one("b", policyIn("flux-system", "other"))]);
  expect(onlyFinding(differ, "directory/conflict").message).toMatch(/differs in the policy of data.image$/);
});
