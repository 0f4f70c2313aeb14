import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  external,
  group,
  helmRelease,
  namespace,
  type Override,
  override,
  type Resource,
  type Resources,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { output } from "../output-stand-in.ts";
import { compile, compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { findings, onlyFinding } from "./finding.ts";
import { applying, git } from "./small-resources.ts";

const chartRef = external("OCIRepository", "app", "flux-system");
const app = helmRelease(
  "app",
  {
    chartRef,
    interval: "1h",
    timeout: "5m",
    dependsOn: [{ name: "db" }],
    values: { replicas: 1, ingress: { host: "a", tls: true }, hosts: ["a", "b"], kept: null },
  },
  { namespace: "default", labels: { team: "x", tier: "web" } },
);

function changed(resources: Resources, ...overrides: readonly Override[]): Outcome {
  return compileResources([namespace("a"), namespace("b"), resources], { overrides });
}

function specOf(outcome: Outcome, identity = "HelmRelease default/app"): unknown {
  return outcome.manifest(identity)["spec"];
}

/** An outcome's codes without the warnings about what this file's small fleets leave out. */
function codesOf({ codes }: Outcome): readonly string[] {
  return codes.filter((code) => code !== "reference/unresolved");
}

describe("an override", () => {
  test("merges maps deeply and replaces lists; null is a value, undefined changes nothing", () => {
    const outcome = changed(
      app,
      override(app, {
        spec: {
          interval: "2h",
          timeout: undefined,
          dependsOn: [],
          values: { ingress: { host: "b", class: "nginx" }, hosts: ["c"], replicas: null, kept: { now: "a map" } },
        },
      }),
    );
    expect(codesOf(outcome)).toEqual([]);
    expect(specOf(outcome)).toEqual({
      chartRef: { kind: "OCIRepository", name: "app", namespace: "flux-system" },
      interval: "2h",
      timeout: "5m",
      dependsOn: [],
      values: {
        replicas: null,
        ingress: { host: "b", tls: true, class: "nginx" },
        hosts: ["c"],
        kept: { now: "a map" },
      },
    });
  });

  test("keeps the author's order, and adds at the end", () => {
    const outcome = changed(app, override(app, { spec: { suspend: true, interval: "2h" } }));
    expect(Object.keys(Object(specOf(outcome)))).toEqual([
      "chartRef",
      "interval",
      "timeout",
      "dependsOn",
      "values",
      "suspend",
    ]);
  });

  test("may be a function of the spec", () => {
    const outcome = changed(
      app,
      override(app, { spec: ({ timeout: _timeout, ...spec }) => ({ ...spec, suspend: true }) }),
    );
    expect(specOf(outcome)).toMatchObject({ interval: "1h", suspend: true });
    expect(specOf(outcome)).not.toHaveProperty("timeout");
  });

  test("gives a function a spec that it cannot change, and takes what it returns as a builder would", () => {
    const values = { replicas: 2, dropped: undefined };
    let wasFrozen = false;
    const outcome = changed(
      app,
      override(app, {
        spec: (spec) => {
          wasFrozen = Object.isFrozen(spec) && Object.isFrozen(spec.values);
          return { ...spec, values };
        },
      }),
    );
    expect(wasFrozen).toBe(true);
    expect(Object.keys(Object(Reflect.get(Object(specOf(outcome)), "values")))).toEqual(["replicas"]);
    expect(Object.isFrozen(values)).toBe(false);
  });

  test("adds labels and annotations, and keeps the others", () => {
    // A program without types gives what a type would refuse.
    const unset: Record<string, string> = JSON.parse("{}");
    Reflect.set(unset, "tier", undefined);
    const outcome = changed(
      app,
      override(app, {
        labels: { team: "y", ...unset, more: "z" },
        annotations: { note: "n" },
      }),
    );
    expect(outcome.manifest("HelmRelease default/app").metadata).toEqual({
      name: "app",
      namespace: "default",
      labels: { team: "y", tier: "web", more: "z" },
      annotations: { note: "n" },
    });
  });

  test.each([
    [["spec.timeout"], ["chartRef", "interval", "dependsOn", "values"]],
    [
      ["spec.values.ingress.host", "spec.values.hosts[0]"],
      ["chartRef", "interval", "timeout", "dependsOn", "values"],
    ],
  ])("removes %j", (remove, keys) => {
    expect(Object.keys(Object(specOf(changed(app, override(app, { remove })))))).toEqual(keys);
  });

  test.each(["spec.timout", "spec.values.hosts[9]", "timeout", "spec.nothing.of.this", "metadata.labels.other"])(
    "warns of %j, where nothing stands, and removes the rest",
    (path) => {
      const made = override(app, { remove: [path, "spec.timeout"] });
      const outcome = changed(app, made);
      const [diagnostic] = outcome.diagnostics.filter(({ code }) => code === "override/unmatched");
      expect(diagnostic).toMatchObject({ severity: "warning" });
      expect(diagnostic?.message).toContain(`the override of HelmRelease "app" removes ${path}, where nothing stands`);
      expect(diagnostic?.site).toBe(callSiteOf(made));
      expect(codesOf(outcome)).toEqual(["override/unmatched"]);
      expect(Object.keys(Object(specOf(outcome)))).toEqual(["chartRef", "interval", "dependsOn", "values"]);
    },
  );

  test("warns of what it removes of none of its objects, and not of what it removes of one", () => {
    const [left, right] = ["a", "b"].map((name) => configMap("x", { data: { [name]: "1" } }, { namespace: name }));
    const both = override(external("ConfigMap", "x"), { remove: ['data["a"]', "data.c"] });
    const outcome = changed([left, right], both);
    expect(outcome.messages).toEqual([expect.stringContaining("removes data.c, where nothing stands")]);
    expect(outcome.manifest("ConfigMap a/x")["data"]).toEqual({});
    expect(outcome.manifest("ConfigMap b/x")["data"]).toEqual({ b: "1" });
  });

  test.each(["", "spec.interval.", "spec..interval", "spec[interval]", "spec.values.hosts[*]"])(
    "refuses %j, which is no path, whether it matches or not",
    (path) => {
      const made = override(app, { remove: [path] });
      const outcome = changed(app, made);
      const [diagnostic] = outcome.diagnostics.filter(({ code }) => code === "override/invalid-path");
      expect(diagnostic).toMatchObject({ severity: "error" });
      expect(diagnostic?.message).toContain(`removes ${JSON.stringify(path)}`);
      expect(diagnostic?.site).toBe(callSiteOf(made));
      expect(codesOf(outcome)).toEqual(["override/invalid-path"]);
      expect(specOf(outcome)).toHaveProperty("interval", "1h");
      expect(codesOf(changed([], made))).toEqual(["override/invalid-path", "override/unmatched"]);
    },
  );

  test("removes at any depth, and after it merged", () => {
    const change = {
      spec: { values: { ingress: { class: "nginx" } } },
      remove: ["spec.values.ingress.host", "spec.values.hosts[0]", 'metadata.labels["team"]'],
    };
    const outcome = changed(app, override(app, change));
    expect(Reflect.get(Object(specOf(outcome)), "values")).toEqual({
      replicas: 1,
      ingress: { tls: true, class: "nginx" },
      hosts: ["b"],
      kept: null,
    });
    expect(outcome.manifest("HelmRelease default/app").metadata["labels"]).toEqual({ tier: "web" });
  });

  test("removes keys with dots when they stand in brackets", () => {
    const settings = configMap("settings", { data: { "a.yaml": "1", b: "2" } }, { namespace: "default" });
    expect(
      changed(settings, override(settings, { remove: ['data["a.yaml"]'] })).manifest("ConfigMap default/settings")[
        "data"
      ],
    ).toEqual({ b: "2" });
  });

  test("changes the body of a kind without a spec", () => {
    const settings = configMap("settings", { data: { a: "1", b: "2" } }, { namespace: "default" });
    const outcome = changed(settings, override(settings, { spec: { data: { b: "3" }, immutable: true } }));
    expect(codesOf(outcome)).toEqual([]);
    expect(outcome.manifest("ConfigMap default/settings")).toEqual({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "settings", namespace: "default" },
      data: { a: "1", b: "3" },
      immutable: true,
    });
  });

  test("replaces a reference whole", () => {
    const apps = applying("apps", "./apps", { sourceRef: git("one") });
    const outcome = changed(apps, override(apps, { spec: { sourceRef: git("two") } }));
    expect(specOf(outcome, "Kustomization flux-system/apps")).toMatchObject({
      sourceRef: { kind: "GitRepository", name: "two" },
    });
    expect(outcome.identities).toContain("GitRepository flux-system/two");
  });

  test("is followed by references, which mean the changed object", () => {
    const repo = git("platform");
    const outcome = changed(
      [applying("apps", "./apps", { sourceRef: repo })],
      override(repo, { spec: { interval: "9m" } }),
    );
    expect(codesOf(outcome)).toEqual([]);
    expect(outcome.identities).toEqual([
      "Namespace a",
      "Namespace b",
      "GitRepository flux-system/platform",
      "Kustomization flux-system/apps",
    ]);
    expect(specOf(outcome, "GitRepository flux-system/platform")).toMatchObject({ interval: "9m" });
  });

  test("leaves out what only the original needed", () => {
    const apps = applying("apps", directory("one", configMap("one", {}, { namespace: "a" })), {
      sourceRef: git("only"),
    });
    const next = directory("two", configMap("two", {}, { namespace: "a" }));
    const outcome = changed(
      apps,
      override(apps, { spec: { sourceRef: { kind: "GitRepository", name: "flux-system" }, path: next } }),
    );
    expect(codesOf(outcome)).toEqual([]);
    expect(outcome.identities).toEqual([
      "Namespace a",
      "Namespace b",
      "Kustomization flux-system/apps",
      "ConfigMap a/two",
    ]);
  });

  test("reaches the content of directories", () => {
    const outcome = changed(applying("apps", directory("apps", app)), override(app, { spec: { interval: "9h" } }));
    expect(specOf(outcome)).toMatchObject({ interval: "9h" });
  });

  test("holds in its own cluster only", () => {
    const clusters = ["a", "b"].map((name) =>
      cluster(name, {
        path: `clusters/${name}`,
        flux: "2.9",
        resources: app,
        overrides: name === "a" ? [override(app, { spec: { interval: "9h" } })] : [],
      }),
    );
    const intervals = compile(clusters).compiled.clusters.map(({ resources: [made] }) =>
      Reflect.get(Object(made?.manifest["spec"]), "interval"),
    );
    expect(intervals).toEqual(["9h", "1h"]);
    expect(app.spec.interval).toBe("1h");
  });

  test("keeps the place in the program, the file and what is silenced", () => {
    const made = configMap(
      "settings",
      {},
      { namespace: "shop", file: "settings.yaml", silence: ["namespace/uncreated"] },
    );
    const change = override(made, { labels: { a: "b" } });
    const outcome = changed(made, change);
    expect(outcome.codes).toEqual([]);
    expect(outcome.files["clusters/test/settings.yaml"]).toEqual(["ConfigMap shop/settings"]);
    const site = callSiteOf(outcome.compiled.clusters[0]?.resources[2]?.resource ?? {});
    expect(site?.stack).toBe(callSiteOf(made)?.stack);
    expect([site?.origin, site?.change]).toEqual([callSiteOf(made), callSiteOf(change)]);
  });
});

describe("the target of an override", () => {
  const quick = { spec: { interval: "9h" } };

  test.each([
    ["the resource", app],
    ["a spread of it", { ...app }],
    ["another resource of its identity", helmRelease("app", { chartRef, interval: "1m" }, { namespace: "default" })],
    ["a reference", external("HelmRelease", "app", "default")],
    ["a reference without a namespace", external("HelmRelease", "app")],
    ["a plain object", { kind: "HelmRelease", name: "app", namespace: "default" }],
    [
      "a plain object with its group",
      { apiVersion: "helm.toolkit.fluxcd.io/v2beta1", kind: "HelmRelease", name: "app" },
    ],
  ])("is an identity: %s", (_what, target) => {
    const outcome = changed(app, override(target, quick));
    expect(codesOf(outcome)).toEqual([]);
    expect(specOf(outcome)).toMatchObject({ interval: "9h" });
  });

  test("is all of one identity that a helper makes several times", () => {
    const helper = (): Resource<"GitRepository"> => git("platform");
    const outcome = changed(
      [applying("a", "./a", { sourceRef: helper() }), applying("b", "./b", { sourceRef: helper() })],
      override(external("GitRepository", "platform"), { spec: { interval: "9m" } }),
    );
    expect(codesOf(outcome)).toEqual([]);
    expect(specOf(outcome, "GitRepository flux-system/platform")).toMatchObject({ interval: "9m" });
  });

  test.each([
    ["another kind", external("Kustomization", "app", "default")],
    ["another name", external("HelmRelease", "other", "default")],
    ["another namespace", external("HelmRelease", "app", "b")],
    ["another group", { apiVersion: "example.com/v1", kind: "HelmRelease", name: "app" }],
    ["a resource that is not here", helmRelease("app", { chartRef, interval: "1h" }, { namespace: "b" })],
    ["a deferred name", external("HelmRelease", output())],
  ])("is nothing here: %s", (_what, target) => {
    const made = override(target, quick);
    const outcome = changed(app, made);
    expect(codesOf(outcome)).toEqual(["override/unmatched"]);
    const [finding] = findings(outcome, "override/unmatched");
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toContain("matches no resource");
    expect(finding?.hint).toContain("delete the override");
    expect(outcome.diagnostics.find(({ code }) => code === "override/unmatched")?.site).toBe(callSiteOf(made));
    expect(specOf(outcome)).toMatchObject({ interval: "1h" });
  });

  const settings = configMap("settings", { data: { a: "1" } });
  const inGroups = [group({ namespace: "a" }, settings), group({ namespace: "b" }, settings)];
  const dataIn = (outcome: Outcome, where: string): unknown => outcome.manifest(`ConfigMap ${where}/settings`)["data"];
  const toTwo = { spec: { data: { a: "2" } } };

  test("is one of the identities of a value in several groups", () => {
    for (const resources of [inGroups, inGroups.toReversed()]) {
      const outcome = changed(resources, override<object>(external("ConfigMap", "settings", "b"), toTwo));
      expect(outcome.codes).toEqual([]);
      expect([dataIn(outcome, "a"), dataIn(outcome, "b")]).toEqual([{ a: "1" }, { a: "2" }]);
    }
  });

  test("is every identity of a value in several groups, when it is the value", () => {
    const outcome = changed(inGroups, override(settings, toTwo));
    expect([dataIn(outcome, "a"), dataIn(outcome, "b")]).toEqual([{ a: "2" }, { a: "2" }]);
  });

  test("is the identity of a value in its group, and not another value in another group", () => {
    const other = configMap("settings", { data: { a: "1" } });
    const outcome = changed(
      [group({ namespace: "a" }, settings), group({ namespace: "b" }, other)],
      override(settings, toTwo),
    );
    expect([dataIn(outcome, "a"), dataIn(outcome, "b")]).toEqual([{ a: "2" }, { a: "1" }]);
  });

  test("is found where references come before listings", () => {
    const using = helmRelease("app", { chartRef, interval: "1h", valuesFrom: [settings] }, { namespace: "a" });
    for (const resources of [
      [using, ...inGroups],
      [...inGroups, using],
    ]) {
      const outcome = changed(resources, override<object>(external("ConfigMap", "settings", "b"), toTwo));
      expect(codesOf(outcome)).toEqual([]);
      expect([dataIn(outcome, "a"), dataIn(outcome, "b")]).toEqual([{ a: "1" }, { a: "2" }]);
    }
  });

  test("is the identity under the target namespace of the directory", () => {
    const made = configMap("settings", { data: { a: "1" } });
    const fleet = ["a", "b"].map((name) =>
      applying(name, directory(name, configMap("settings", { data: { a: "1" } })), { targetNamespace: name }),
    );
    const outcome = changed(fleet, override<object>(external("ConfigMap", "settings", "b"), toTwo));
    expect(outcome.codes).toEqual([]);
    expect([dataIn(outcome, "a"), dataIn(outcome, "b")]).toEqual([{ a: "1" }, { a: "2" }]);
    expect(codesOf(changed(fleet, override(made, toTwo)))).toEqual([]);
  });

  test("is the identity that a needed object gets from those that need it", () => {
    const key = secret("key");
    const using = (where: string): Resource =>
      helmRelease(where, { chartRef, interval: "1h", valuesFrom: [key] }, { namespace: where });
    const match = override(external("Secret", "key", "a"), { labels: { a: "b" } });
    const miss = override(external("Secret", "key", "b"), { labels: { a: "b" } });
    expect(codesOf(changed(using("a"), match))).toEqual([]);
    expect(codesOf(changed(using("a"), miss))).toEqual(["override/unmatched"]);
  });
});

describe("two overrides of one identity", () => {
  const first = override(app, { spec: { interval: "2h" } });
  const second = override(external("HelmRelease", "app", "default"), { labels: { a: "b" } });

  test("are an error that names both", () => {
    const outcome = changed(app, first, second);
    const [diagnostic] = outcome.diagnostics.filter(({ code }) => code === "override/duplicate");
    expect(diagnostic?.severity).toBe("error");
    expect(diagnostic?.message).toContain("HelmRelease default/app");
    expect(diagnostic?.hint).toContain("make one override() of them");
    expect(diagnostic?.site).toBe(callSiteOf(second));
    expect(diagnostic?.related?.map(({ site }) => site)).toEqual([callSiteOf(first)]);
    expect(codesOf(outcome)).toEqual(["override/duplicate"]);
  });

  test("are one mistake, however often the object is made and needed", () => {
    const repo = (): Resource<"GitRepository"> => git("platform");
    const overrides = [override(repo(), {}), override(repo(), {})];
    const outcome = changed(
      [repo(), applying("a", "./a", { sourceRef: repo() }), applying("b", "./b", { sourceRef: repo() })],
      ...overrides,
    );
    expect(codesOf(outcome)).toEqual(["override/duplicate"]);
  });

  test("are fine for different identities of one value", () => {
    const settings = configMap("settings");
    const outcome = changed(
      [group({ namespace: "a" }, settings), group({ namespace: "b" }, settings)],
      ...["a", "b"].map((name) => override(external("ConfigMap", "settings", name), { labels: { name } })),
    );
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("ConfigMap b/settings").metadata["labels"]).toEqual({ name: "b" });
  });
});

describe("the identity", () => {
  test.each(["apiVersion", "kind", "metadata", "metadata.name", "metadata.namespace", '["metadata"]["name"]'])(
    "cannot be removed by %j",
    (path) => {
      const made = override(app, { remove: [path] });
      const outcome = changed(app, made);
      const [diagnostic] = outcome.diagnostics.filter(({ code }) => code === "override/identity");
      expect(diagnostic?.severity).toBe("error");
      expect(diagnostic?.message).toContain(`the override of HelmRelease "app" removes ${path}`);
      expect(diagnostic?.hint).toContain("leave this resource out and make another");
      expect(diagnostic?.site).toBe(callSiteOf(made));
      expect(outcome.identities).toContain("HelmRelease default/app");
    },
  );

  test.each(["metadata", "kind", "apiVersion", "sluice"])("cannot be changed through a body's %s", (field) => {
    const settings = configMap("settings", { data: { a: "1" } }, { namespace: "default" });
    const fields: object = { [field]: { name: "other" } };
    for (const spec of [fields, (body: object) => ({ ...body, ...fields })]) {
      const outcome = changed(settings, override<object>(external("ConfigMap", "settings"), { spec }));
      expect(onlyFinding(outcome, "override/identity").message).toContain(field);
      expect(outcome.identities).toContain("ConfigMap default/settings");
    }
  });

  test("is no matter of a spec that has fields of those names", () => {
    const thing = resource({
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: { name: "a" },
      spec: { kind: "x" },
    });
    const outcome = changed(
      thing,
      override<object>(external("Thing", "a"), { spec: { kind: "y", metadata: { name: "z" } } }),
    );
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Thing a")["spec"]).toEqual({ kind: "y", metadata: { name: "z" } });
  });
});

test("an override that adds what is not in the cluster is told like any other use of it", () => {
  const apps = applying("apps", "./apps");
  const outcome = changed(apps, override(apps, { spec: { dependsOn: [applying("other", "./other")] } }));
  expect(mistakeIn(outcome)).toMatchObject({ code: "reference/not-in-cluster" });
});
