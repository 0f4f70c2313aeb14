import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withDefaults } from "../../../sdk/authoring/with-defaults.ts";
import { gitRepository, helmRelease, kustomization } from "../../../sdk/kinds/index.gen.ts";
import { cluster } from "../../../sdk/model/cluster.ts";
import { frozenCopy } from "../../../sdk/model/copy.ts";
import { directory } from "../../../sdk/model/directory.ts";
import { group } from "../../../sdk/model/group.ts";
import { override } from "../../../sdk/model/override.ts";
import { external } from "../../../sdk/model/reference.ts";
import type { Resource } from "../../../sdk/model/resource.ts";
import { substitution } from "../../../sdk/model/substitution.ts";
import { output } from "../output-stand-in.ts";

const chartRef = external("OCIRepository", "podinfo");

describe("what a builder is given", () => {
  test("stays the caller's: it is not frozen, and changing it later changes no resource", () => {
    const values = { replicas: 1, hosts: ["a"], nested: { on: true } };
    const spec = { chartRef, interval: "1h", values };
    const labels: Record<string, string> = { team: "x" };
    const options = { namespace: "apps", labels, silence: ["path/missing"] };
    const made = helmRelease("podinfo", spec, options);
    const before = JSON.stringify(made);

    spec.interval = "2h";
    values.replicas = 2;
    values.hosts.push("b");
    values.nested.on = false;
    labels["team"] = "y";
    options.namespace = "other";
    options.silence.push("namespace/missing");

    expect(JSON.stringify(made)).toBe(before);
    for (const part of [spec, values, values.hosts, values.nested, labels, options]) {
      expect(Object.isFrozen(part)).toBe(false);
    }
  });

  test("may be frozen", () => {
    const spec = Object.freeze({ chartRef, interval: "1h", values: Object.freeze({ list: Object.freeze([1]) }) });
    expect(helmRelease("podinfo", spec).spec).toEqual(spec);
  });

  test("may come from another realm", () => {
    // It is typed by the builder that takes it below; nothing else is known of what a script gives.
    const values = runInNewContext("({ list: [1, { a: null }], text: 'x' })") as object;
    const made = helmRelease("podinfo", { chartRef, interval: "1h", values });
    expect(JSON.stringify(made.spec.values)).toBe('{"list":[1,{"a":null}],"text":"x"}');
    expect(Object.isFrozen(made.spec.values)).toBe(true);
    expect(Object.isFrozen(values)).toBe(false);
  });

  test("may have no prototype", () => {
    const values: object = Object.assign(Object.create(null), { a: 1 });
    expect(helmRelease("podinfo", { chartRef, interval: "1h", values }).spec.values).toEqual({ a: 1 });
  });

  test("is read once where it has getters", () => {
    let reads = 0;
    const spec = {
      chartRef,
      get interval() {
        reads += 1;
        return `${reads}h`;
      },
    };
    const made = helmRelease("podinfo", spec);
    expect([made.spec.interval, made.spec.interval]).toEqual(["1h", "1h"]);
  });
});

describe("what a container is given", () => {
  const repo = gitRepository("platform", { url: "https://example.com", interval: "1m" });

  test("stays the caller's too", () => {
    const resources: Resource[] = [repo];
    const overrides = [override(repo, { spec: { interval: "2m" } })];
    const labels: Record<string, string> = { team: "x" };
    const include = ["more.yaml"];
    const made = {
      cluster: cluster("a", { path: "clusters/a", flux: "2.9", resources, overrides }),
      directory: directory("apps", [resources], { include }),
      group: group({ labels }, resources),
    };

    resources.push(repo);
    overrides.pop();
    labels["team"] = "y";
    include.push("other.yaml");

    expect(made.cluster.resources).toEqual([repo]);
    expect(made.cluster.overrides).toHaveLength(1);
    expect(made.directory.resources).toEqual([[repo]]);
    expect(made.directory.options.include).toEqual(["more.yaml"]);
    expect(made.group).toMatchObject({ resources: [repo], options: { labels: { team: "x" } } });
    expect(Object.isFrozen(resources)).toBe(false);
  });

  test("is kept by identity where it is a resource", () => {
    const { resources } = group({}, repo);
    expect(resources).toBe(repo);
    expect(frozenCopy([[repo]])[0]?.[0]).toBe(repo);
  });

  test("stays the caller's in an override", () => {
    const values = { a: 1 };
    const change = override(external("HelmRelease", "x"), { spec: { values }, remove: ["spec.timeout"] });
    values.a = 2;
    expect(change.changes).toEqual({ spec: { values: { a: 1 } }, remove: ["spec.timeout"] });
  });

  test("stays the caller's in withDefaults", () => {
    const install = { remediation: { retries: 1 } };
    const flux = withDefaults({ interval: "1h", install });
    install.remediation.retries = 2;
    expect(flux.helmRelease("x", { chartRef }).spec.install).toEqual({ remediation: { retries: 1 } });
  });
});

describe("a copy", () => {
  test("drops undefined fields and keeps null", () => {
    expect(Object.entries(frozenCopy({ a: undefined, b: null, c: { d: undefined, e: null } }))).toEqual([
      ["b", null],
      ["c", { e: null }],
    ]);
    expect(Object.keys(frozenCopy({ c: { d: undefined } }).c)).toEqual([]);
  });

  test("drops undefined from every place of a resource", () => {
    const made = kustomization(
      "apps",
      {
        sourceRef: external("GitRepository", "x"),
        interval: "1h",
        prune: true,
        path: undefined,
        postBuild: { substitute: undefined },
      },
      { namespace: undefined, labels: undefined },
    );
    expect(Object.keys(made.spec)).toEqual(["sourceRef", "interval", "prune", "postBuild"]);
    expect(Object.keys(made.spec.postBuild ?? {})).toEqual([]);
    expect(Object.keys(made.metadata)).toEqual(["name"]);
  });

  test("keeps a field that is called __proto__", () => {
    // JSON.parse makes an own field of it, as a file of values does.
    const values: object = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"a":1},"toString":"x"}');
    const made = frozenCopy(values);
    expect(Object.keys(made)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
    expect("polluted" in made).toBe(false);
  });

  test("never touches a deferred value", () => {
    const deferred = output();
    expect(frozenCopy({ a: [deferred] }).a[0]).toBe(deferred);
  });

  test("keeps what has an identity of its own", () => {
    const repo = gitRepository("platform", { url: "https://example.com", interval: "1m" });
    const kept = [
      repo,
      { ...repo },
      directory("apps", []),
      substitution("A"),
      external("Secret", "x"),
      new Map(),
      new Date(0),
    ];
    const made = frozenCopy(kept);
    for (const [index, value] of kept.entries()) expect(made[index]).toBe(value);
  });

  test("takes a field that is only called like the brand for data", () => {
    const values = { sluice: { enabled: true } };
    const made = frozenCopy(values);
    expect(made).toEqual({ sluice: { enabled: true } });
    expect(made).not.toBe(values);
    expect(Object.isFrozen(made.sluice)).toBe(true);
  });

  test("ends for a value that contains itself", () => {
    const node: { left?: object; right?: object; list?: unknown[] } = {};
    node.left = node;
    node.right = node;
    node.list = [node, node];
    const made = frozenCopy(node);
    expect(Object.keys(made)).toEqual(["left", "right", "list"]);
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(node)).toBe(false);
  });

  test("ends for a tree whose nodes know their parents", () => {
    interface Tree {
      parent?: Tree;
      children: Tree[];
    }
    const tree = (depth: number, parent?: Tree): Tree => {
      const made: Tree = parent ? { parent, children: [] } : { children: [] };
      if (depth > 0) for (let index = 0; index < 4; index++) made.children.push(tree(depth - 1, made));
      return made;
    };
    expect(frozenCopy(tree(4)).children).toHaveLength(4);
  });

  test("holds the same object twice where it stands twice", () => {
    const shared = { a: 1 };
    expect(frozenCopy({ first: shared, second: shared })).toEqual({ first: { a: 1 }, second: { a: 1 } });
  });

  test("ends for what is deeper than any manifest", () => {
    let deep: unknown = "bottom";
    for (let depth = 0; depth < 100_000; depth++) deep = depth % 2 === 0 ? [deep] : { deep };
    expect(Object.isFrozen(frozenCopy({ deep }))).toBe(true);
  });

  test("has the data of the original, whatever that is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const made = frozenCopy({ value });
        expect(JSON.stringify(made)).toBe(JSON.stringify({ value }));
      }),
    );
  });
});
