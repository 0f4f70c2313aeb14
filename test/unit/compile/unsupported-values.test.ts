import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  external,
  fluxSystem,
  group,
  helmRelease,
  type KubernetesObject,
  kustomization,
  override,
  type Resource,
  type Resources,
  resource,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, type Outcome } from "./compile-fleet.ts";
import { findings, onlyFinding } from "./finding.ts";
import { applying, git } from "./small-resources.ts";

/** Puts a value where its type does not allow it, as a program without types does. */
function untyped<T>(value: unknown): T {
  return value as T;
}

/** Compiles a HelmRelease with a value in its free-form field. */
function withValue(value: unknown): Outcome {
  const spec = { chartRef: external("OCIRepository", "app", "default"), interval: "1h", values: { a: value } };
  return compileResources(helmRelease("app", spec, { namespace: "default" }));
}

function valuesIn(outcome: Outcome): unknown {
  return Reflect.get(Object(outcome.manifest("HelmRelease default/app")["spec"]), "values");
}

const endless: { list?: unknown[] } = {};
endless.list = [endless, endless];

class Point {
  readonly x = 1;
}

describe("what is no data", () => {
  const HINT = "write strings, finite numbers, booleans, null, lists and plain objects";

  test.each([
    ["a function", () => "x", "a function", HINT],
    ["a symbol", Symbol("x"), "a symbol", HINT],
    ["a bigint", 1n, "a bigint", HINT],
    ["NaN", Number.NaN, "NaN", HINT],
    ["infinity", Number.NEGATIVE_INFINITY, "-Infinity", HINT],
    ["a Date", new Date(0), "an instance of Date", HINT],
    ["a Date of another realm", runInNewContext("new Date(0)"), "an instance of Date", HINT],
    ["a Map", new Map([["a", 1]]), "an instance of Map", HINT],
    ["a Set", new Set(), "an instance of Set", HINT],
    ["a class's instance", new Point(), "an instance of Point", HINT],
    ["an instance of a class without a name", new (class {})(), "an instance of a class", HINT],
    ["an object of odd ancestry", Object.create(Object.create(Object.create(null))), "an instance of a class", HINT],
    ["a boxed string", Object("x"), "an instance of String", HINT],
    ["a promise", Promise.resolve("x"), "an instance of Promise", HINT],
    ["bytes", new Uint8Array([1]), "an instance of Uint8Array", HINT],
    ["a resource", git("repo"), 'the GitRepository "repo" itself', "write its name here: metadata.name"],
    ["a reference", external("Secret", "x"), "a reference", "write the name alone here"],
    ["a directory", directory("apps", []), "a directory()", "put it into the path of a Kustomization"],
    ["a group", group({}, []), "a value of Sluice's", HINT],
    ["a value of a later Sluice", { sluice: "resource/9" }, "a value of Sluice's", HINT],
  ])("is an error: %s", (_what, value, what, hint) => {
    const finding = onlyFinding(withValue(value), "value/unsupported");
    expect(finding).toMatchObject({
      severity: "error",
      resource: "HelmRelease default/app",
      path: "spec.values.a",
      hint,
    });
    expect(finding.message).toMatch(/spec\.values\.a of HelmRelease default\/app/);
    expect(finding.message).toContain(` is ${what}`);
  });

  test("is an error in the midst of data, at its place", () => {
    const paths = findings(withValue({ "b.c": [1, { d: Number.NaN }], e: () => 1 }), "value/unsupported").map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['spec.values.a["b.c"][1].d', "spec.values.a.e"]);
  });

  test("is an error where a value contains itself, once for each way into it", () => {
    const found = findings(withValue(endless), "value/unsupported");
    expect(found.map(({ path }) => path)).toEqual(["spec.values.a.list[0]", "spec.values.a.list[1]"]);
    expect(found[0]?.message).toContain("is nested too deeply, or contains itself");
  });

  test("is an error where a value is deeper than any manifest", () => {
    let deep: unknown = "bottom";
    for (let depth = 0; depth < 10_000; depth++) deep = { deep };
    expect(onlyFinding(withValue(deep), "value/unsupported").message).toContain("is nested too deeply");
  });

  test("is an error in an object whose structure is not known", () => {
    const thing = (spec: unknown): Resource =>
      resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" }, ...Object({ spec }) });
    expect(findings(compileResources(thing(endless)), "value/unsupported").map(({ path }) => path)).toEqual([
      "spec.list[0]",
      "spec.list[1]",
    ]);
    expect(onlyFinding(compileResources(thing([new Map()])), "value/unsupported").path).toBe("spec[0]");
  });

  test("is an error in the place of a reference", () => {
    const wrong: readonly unknown[] = [() => 1, new Point(), directory("apps", []), group({}, [])];
    for (const sourceRef of wrong) {
      const made = kustomization("apps", untyped({ sourceRef, path: "./apps", interval: "1h", prune: true }));
      expect(compileResources(made).codes).toContain("value/unsupported");
    }
  });

  test("is an error in metadata", () => {
    const made = configMap(
      "a",
      {},
      { namespace: "default", labels: untyped({ a: 1n }), annotations: untyped({ b: new Date(0) }) },
    );
    expect(findings(compileResources(made), "value/unsupported").map(({ path }) => path)).toEqual([
      "metadata.labels.a",
      "metadata.annotations.b",
    ]);
  });

  test("is an error in what an override puts in", () => {
    const made = helmRelease(
      "app",
      { chartRef: external("OCIRepository", "app"), interval: "1h" },
      { namespace: "default" },
    );
    const outcome = compileResources(made, { overrides: [override(made, { spec: { values: endless } })] });
    expect(findings(outcome, "value/unsupported")).toHaveLength(2);
  });

  test("is reported at the object's place in the program", () => {
    const made = configMap("a", untyped({ data: { a: 1n } }), { namespace: "default" });
    const [diagnostic] = compileResources(made).diagnostics;
    expect(diagnostic?.site).toBe(callSiteOf(made));
  });
});

describe("a list of resources", () => {
  const OURS = "list what a builder, resource() or group() returns";

  test.each([
    ["text", "GitRepository", "a value of type string"],
    ["a number", 1, "a value of type number"],
    ["true", true, "a value of type boolean"],
    ["a function that was not called", () => git("a"), "a value of type function"],
    ["a manifest without a builder", { apiVersion: "v1", kind: "Secret" }, "a value of type object"],
    ["a promise", Promise.resolve(git("a")), "a value of type object"],
    ["a resource of a later Sluice", { ...git("a"), sluice: "resource/9" }, `a value of Sluice's ("resource/9")`],
    ["a cluster", cluster("a", { path: "a", flux: "2.9", resources: [] }), `a value of Sluice's ("cluster/1")`],
  ])("holds nothing else: %s", (_what, value, what) => {
    const { message, hint } = onlyFinding(compileResources(untyped<Resources>([value])), "value/unsupported");
    expect(message).toContain(what);
    expect(hint).toContain(OURS);
  });

  test("does not contain itself", () => {
    const list: Resources[] = [];
    list.push(list, [list]);
    const outcome = compileResources(list);
    expect(new Set(outcome.codes)).toEqual(new Set(["value/unsupported"]));
  });

  test("gives a group without a namespace none", () => {
    const settings = configMap("a", {}, { namespace: untyped(null) });
    for (const given of [group({ namespace: untyped(null) }, settings), group({ namespace: undefined }, settings)]) {
      expect(compileResources(given).codes).toEqual(["namespace/missing"]);
    }
    const [diagnostic] = compileResources(group({ namespace: "" }, settings)).diagnostics;
    expect(diagnostic).toMatchObject({ code: "identity/invalid", severity: "error" });
    expect(diagnostic?.message).toMatch(/namespace.*empty/);
  });

  test("says where: at the cluster, or at the directory", () => {
    const apps = directory("apps", untyped<Resources>(["x"]));
    expect(compileResources(applying("apps", apps)).diagnostics[0]?.site).toBe(callSiteOf(apps));
  });
});

describe("data", () => {
  test("is written as it is", () => {
    const data = {
      text: "ä\n$x",
      zero: -0,
      big: 1e21,
      nothing: null,
      yes: true,
      empty: [{}, [], ""],
      sluice: { enabled: true },
      kind: "GitRepository",
      name: "x",
      metadata: { name: "x" },
    };
    const outcome = withValue(data);
    expect(outcome.codes).toEqual([]);
    expect(valuesIn(outcome)).toEqual({ a: data });
  });

  test("keeps the author's order of keys where it is free", () => {
    expect(JSON.stringify(valuesIn(withValue({ z: 1, a: { y: 1, b: 2 } })))).toBe('{"a":{"z":1,"a":{"y":1,"b":2}}}');
  });

  test("drops undefined and keeps null, in every place", () => {
    const outcome = withValue({ dropped: undefined, kept: null });
    expect(outcome.codes).toEqual([]);
    expect(JSON.stringify(valuesIn(outcome))).toBe('{"a":{"kept":null}}');
    expect(onlyFinding(withValue(["a", undefined]), "value/unsupported")).toMatchObject({
      path: "spec.values.a[1]",
      hint: "leave it out of the list",
    });
  });

  test("keeps fields that are called __proto__ and constructor", () => {
    const text = '{"__proto__":{"a":1},"constructor":{"b":2},"toString":"c"}';
    const outcome = withValue(JSON.parse(text));
    expect(outcome.codes).toEqual([]);
    expect(JSON.stringify(valuesIn(outcome))).toBe(`{"a":${text}}`);

    const body: object = JSON.parse(
      `{"apiVersion":"v1","kind":"Thing","metadata":{"name":"a"},"__proto__":{"a":1},"spec":${text}}`,
    );
    const thing = compileResources(resource(untyped<KubernetesObject>(body)));
    expect(thing.codes).toEqual([]);
    expect(JSON.stringify(thing.manifest("Thing a"))).toBe(JSON.stringify(body));

    const unknown: object = JSON.parse('{"interval":"1h","__proto__":{"a":1},"constructor":"x","hasOwnProperty":"y"}');
    const made = kustomization("apps", untyped({ ...unknown, sourceRef: fluxSystem, path: "./apps", prune: true }));
    const { diagnostics } = compileResources(made);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ["schema/unknown-field", ["spec", "__proto__"]],
      ["schema/unknown-field", ["spec", "constructor"]],
      ["schema/unknown-field", ["spec", "hasOwnProperty"]],
    ]);
  });

  test("is merged by an override though a field is called __proto__", () => {
    const made = helmRelease(
      "app",
      { chartRef: external("OCIRepository", "app", "default"), interval: "1h", values: { a: 1 } },
      { namespace: "default" },
    );
    const change: object = JSON.parse('{"values":{"__proto__":{"b":2}}}');
    const outcome = compileResources(made, { overrides: [override(made, { spec: change })] });
    expect(JSON.stringify(valuesIn(outcome))).toBe('{"a":1,"__proto__":{"b":2}}');
    expect("b" in {}).toBe(false);
  });

  test("of another realm is data too", () => {
    const outcome = withValue(runInNewContext("({ list: [1, { b: null }] })"));
    expect(outcome.codes).toEqual([]);
    expect(valuesIn(outcome)).toEqual({ a: { list: [1, { b: null }] } });
  });
});

describe("a resource that this copy of Sluice did not make", () => {
  const plain = <Kind extends string>(value: Resource<Kind>): Resource<Kind> => JSON.parse(JSON.stringify(value));

  test("is one by its brand", () => {
    const app = applying("apps", "./apps", { sourceRef: git("platform") });
    const outcome = compileResources(plain(app));
    expect(outcome.codes).toEqual([]);
    expect(outcome.files).toEqual(compileResources(app).files);
  });

  test("may hold undefined fields, which are dropped", () => {
    const spread = {
      ...applying("apps", "./apps"),
      spec: { ...applying("apps", "./apps").spec, timeout: undefined, postBuild: { substitute: undefined } },
    };
    const outcome = compileResources([spread, applying("apps", "./apps", { postBuild: {} })]);
    expect(outcome.codes).toEqual([]);
    expect(Object.keys(Object(outcome.manifest("Kustomization flux-system/apps")["spec"]))).not.toContain("timeout");
  });

  test("may be frozen for all that, as libraries for immutable data leave it", () => {
    const made = applying("apps", "./apps");
    const frozen = Object.freeze({ ...made, spec: Object.freeze({ ...made.spec, timeout: undefined }) });
    expect(compileResources([frozen, made]).codes).toEqual([]);
    const thing = resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "a" } });
    expect(compileResources(Object.freeze({ ...thing, spec: endless })).codes).toEqual([
      "value/unsupported",
      "value/unsupported",
    ]);
  });

  test("may hold a value that contains itself", () => {
    const spread: Resource = {
      ...resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "a" } }),
      spec: endless,
    };
    expect(findings(compileResources(spread), "value/unsupported")).toHaveLength(2);
  });

  test("is not frozen for that", () => {
    const spread = {
      ...applying("apps", "./apps"),
      spec: { sourceRef: fluxSystem, path: "./apps", interval: "1h", prune: true },
    };
    compileResources(spread);
    expect(Object.isFrozen(spread)).toBe(false);
    expect(Object.isFrozen(spread.spec)).toBe(false);
  });

  test.each([
    ["no apiVersion", { metadata: { name: "a" } }, "apiVersion"],
    ["no name", { apiVersion: "v1", kind: "ConfigMap", metadata: {} }, "metadata.name"],
    ["an empty name", { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "" } }, "metadata.name"],
    ["a name that is a number", { apiVersion: "v1", kind: "ConfigMap", metadata: { name: 1 } }, "metadata.name"],
    [
      "an empty namespace",
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a", namespace: "" } },
      "metadata.namespace",
    ],
    ["no kind", { apiVersion: "v1", metadata: { name: "a" } }, "kind"],
  ])("needs an identity, and has %s", (_what, fields, path) => {
    const finding = onlyFinding(
      compileResources(untyped<Resource>({ sluice: "resource/1", ...fields })),
      "identity/invalid",
    );
    expect(finding).toMatchObject({ severity: "error", path });
    expect(finding.hint).toContain("give a string that is known when the program runs");
  });

  test("is the same object as one that this copy made, when it is equal", () => {
    const repo = git("platform");
    const outcome = compileResources([repo, { ...repo }, plain(repo)]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual(["GitRepository flux-system/platform"]);
  });

  test("refers, and is referred to, like any other", () => {
    const repo = plain(git("platform"));
    const outcome = compileResources(plain(applying("apps", "./apps", { sourceRef: repo })));
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual(["GitRepository flux-system/platform", "Kustomization flux-system/apps"]);
  });
});

test("a fleet that is frozen through and through compiles", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value);
      for (const field of Object.values(value)) freeze(field);
    }
    return value;
  };
  const spread = freeze({ ...git("platform"), spec: { url: "https://example.com", interval: "1m" } });
  expect(compile([]).codes).toEqual([]);
  expect(compileResources(freeze([spread])).codes).toEqual([]);
});
