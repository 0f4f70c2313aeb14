import { output } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  external,
  fluxSystem,
  kustomization,
  namespace,
  substitution,
} from "../../../sdk/index.ts";
import { codesOf, deployThese } from "./production.ts";
import { objectsOf } from "./recorded-engine.ts";

const settings = configMap("settings", { data: { a: "b" } }, { namespace: "apps" });
const own = { sourceRef: fluxSystem, interval: "10m", prune: true } as const;
const apps = kustomization("apps", { ...own, path: directory("apps", [namespace("apps"), settings]) });
const infra = kustomization("infra", {
  ...own,
  path: directory("infra", [configMap("a", {}, { namespace: "default" })]),
});

const identities = (objects: Awaited<ReturnType<typeof objectsOf>>): readonly string[] =>
  objects.map(({ name }) => name);

describe("the objects of a directory", () => {
  test("are left to Git", async () => {
    expect(identities(await objectsOf(() => deployThese(apps)))).toEqual([
      "production:kustomize.toolkit.fluxcd.io/Kustomization/flux-system/apps",
    ]);
  });

  test("are applied in the place of their Kustomization where that is asked for", async () => {
    const objects = await objectsOf(() => deployThese([apps, infra], { applyDirectories: ["./apps/"] }));
    expect(new Set(identities(objects))).toEqual(
      new Set([
        "production:kustomize.toolkit.fluxcd.io/Kustomization/flux-system/infra",
        "production:core/Namespace/apps",
        "production:core/ConfigMap/apps/settings",
      ]),
    );
    expect(objects.at(-1)?.dependsOn).toEqual(["production:core/Namespace/apps"]);
  });

  test("may hold Outputs then", async () => {
    const object = configMap("settings", { data: { a: output("b") } }, { namespace: "default" });
    const direct = kustomization("apps", { ...own, path: directory("apps", [object]) });
    const objects = await objectsOf(() => deployThese(direct, { applyDirectories: true }));
    expect(objects.map(({ inputs }) => inputs["data"])).toEqual([{ a: "b" }]);
  });

  test("end up in the namespace that the Kustomization would put them into", async () => {
    const direct = kustomization("apps", {
      ...own,
      path: directory("apps", [configMap("settings", {}), namespace("other")]),
      targetNamespace: external("Namespace", "target"),
    });
    const objects = await objectsOf(() => deployThese(direct, { applyDirectories: true }));
    expect(objects.map(({ inputs }) => inputs["metadata"])).toEqual([
      { name: "other" },
      { name: "settings", namespace: "target" },
    ]);
  });
});

describe("what only Flux can do to a directory ends the program:", () => {
  const variable = configMap("settings", { data: { a: `${"$"}{b}` } }, { namespace: "default" });
  const typed = configMap("settings", { data: { a: substitution("b") } }, { namespace: "default" });
  const postBuild = { substitute: { b: "c" } };
  test.each([
    [
      "a second Kustomization",
      ["default", "kube-system"].map((targetNamespace) =>
        kustomization(targetNamespace, { ...own, path: directory("a", configMap("settings", {})), targetNamespace }),
      ),
      "pulumi/not-applicable",
    ],
    [
      "another API server",
      kustomization("a", {
        ...own,
        path: directory("a", settings),
        kubeConfig: { secretRef: external("Secret", "kubeconfig") },
      }),
      "pulumi/not-applicable",
    ],
    [
      "labels for all",
      kustomization("a", { ...own, path: directory("a", settings), commonMetadata: { labels: { a: "b" } } }),
      "pulumi/not-applicable",
    ],
    [
      "patches of the directory",
      kustomization("a", { ...own, path: directory("a", settings, { components: ["../b"] }) }),
      "pulumi/not-applicable",
    ],
    [
      "a variable in a text",
      kustomization("a", { ...own, path: directory("a", variable), postBuild }),
      "substitution/not-filled",
    ],
    ["a variable", kustomization("a", { ...own, path: directory("a", typed), postBuild }), "substitution/not-filled"],
    [
      "somebody who waits for its Kustomization",
      [apps, kustomization("b", { ...own, path: "./b", dependsOn: [apps] })],
      "pulumi/not-applicable",
    ],
  ])("%s", (_, resources, code) => {
    expect(codesOf(() => deployThese(resources, { applyDirectories: true }))).toContain(code);
  });
});

test("a path that is no directory of the cluster ends the program", () => {
  expect(codesOf(() => deployThese(apps, { applyDirectories: ["aps"] }))).toEqual(["pulumi/not-applicable"]);
});
