import { expect, test } from "vitest";
import type { KindDefinition } from "../../../sdk/index.ts";
import {
  cluster,
  defineBodyKind,
  defineKind,
  external,
  fleet,
  gitRepository,
  override,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { compile, compileResources, mistakeIn } from "./compile-fleet.ts";

interface ToySpec {
  readonly owner?: object | undefined;
  readonly size?: number | undefined;
}

function toyKind(changes: Omit<Partial<KindDefinition>, "kind"> = {}, log: string[] = []) {
  return defineKind<"Toy", ToySpec>({
    group: "toys.example.com",
    kind: "Toy",
    scope: "Namespaced",
    versions: [{ name: "v1" }],
    body: () => {
      log.push("made");
      const owner = {
        type: "object",
        reference: { kinds: ["Owner"], edge: "need" },
        properties: { group: { type: "string" }, kind: { type: "string" }, name: { type: "string" } },
      } as const;
      return {
        type: "object",
        properties: { spec: { type: "object", properties: { size: { type: "integer" }, owner } } },
      };
    },
    ...changes,
  });
}

const toy = toyKind();
const owner = defineBodyKind<"Owner", { readonly secretName?: unknown }>({
  group: "people.example.com",
  kind: "Owner",
  scope: "Cluster",
  versions: [{ name: "v1beta1" }],
  body: () => ({
    type: "object",
    properties: { secretName: { type: "string", reference: { kinds: ["Secret"], edge: "need" } } },
  }),
});

const APPS = { namespace: "default" };

test("a user's own kinds are linked, ordered and placed by the facts that their resources carry", () => {
  const jane = owner("jane", {});
  const { diagnostics, manifest, files } = compileResources([toy("robot", { owner: jane, size: 2 }, APPS)]);
  expect(diagnostics).toEqual([]);
  expect(files).toEqual({
    "clusters/test/owner-jane.yaml": ["Owner jane"],
    "clusters/test/toy-robot.yaml": ["Toy default/robot"],
  });
  expect(manifest("Toy default/robot")).toMatchObject({
    apiVersion: "toys.example.com/v1",
    spec: { size: 2, owner: { group: "people.example.com", kind: "Owner", name: "jane" } },
  });
});

test("the facts count for every object of the kind, whoever made it and wherever it stands", () => {
  const jane = owner("jane", {});
  const plain = resource({
    apiVersion: "toys.example.com/v1",
    kind: "Toy",
    metadata: { name: "plain", ...APPS },
    spec: { owner: jane },
  });
  const clusters = (order: readonly object[]) =>
    fleet(
      order.map((listed, index) =>
        cluster(`c${index}`, { path: `clusters/c${index}`, flux: "2.9", resources: [Object(listed)] }),
      ),
    );
  for (const order of [
    [plain, toy("robot", {}, APPS)],
    [toy("robot", {}, APPS), plain],
  ]) {
    const { diagnostics, identities } = compile(clusters(order));
    expect(diagnostics).toEqual([]);
    expect([...identities].sort()).toEqual(["Owner jane", "Toy default/plain", "Toy default/robot"]);
  }
});

test("what only a needed object's kind knows of is needed too", () => {
  const token = secret("token", {}, APPS);
  const { codes, identities } = compileResources([toy("robot", { owner: owner("jane", { secretName: token }) }, APPS)]);
  expect(codes).toEqual([]);
  expect(identities).toContain("Secret default/token");
});

test("a name that no object has is reported as for Flux's kinds, with what is wrong in a slot", () => {
  const wrong = gitRepository("apps", { url: "https://example.com", interval: "1m", ref: { branch: "main" } });
  expect(mistakeIn(compileResources([toy("robot", { owner: wrong }, APPS)]))).toMatchObject({
    code: "reference/wrong-kind",
    path: ["spec", "owner"],
  });
  expect(mistakeIn(compileResources([toy("robot", { owner: { kind: "Owner", name: "gone" } }, APPS)])).code).toBe(
    "reference/unresolved",
  );
  const known = external("Owner", "elsewhere");
  expect(compileResources([toy("robot", { owner: known }, APPS)]).codes).toEqual([]);
});

test("the schema is made once, and only when it is asked for", () => {
  const log: string[] = [];
  const kind = toyKind({}, log);
  const robots = [kind("a", {}, APPS), kind("b", {}, APPS)];
  expect(log).toEqual([]);
  expect(compileResources(robots).codes).toEqual([]);
  expect(kind.definition.body?.()).toBe(kind.definition.body?.());
  expect(log).toEqual(["made"]);
});

test("an override keeps the facts", () => {
  const jane = owner("jane", {});
  const robot = toy("robot", {}, APPS);
  const { codes, identities } = compileResources([robot], { overrides: [override(robot, { spec: { owner: jane } })] });
  expect(codes).toEqual([]);
  expect(identities).toContain("Owner jane");
});

test("two copies of a definition that say the same are one", () => {
  expect(compileResources([toy("a", {}, APPS), toyKind()("b", {}, APPS)]).codes).toEqual([]);
});

test("two definitions of a kind that differ are reported, once, at what carries the second", () => {
  const other = toyKind({ guarded: true });
  const mistake = mistakeIn(compileResources([toy("a", {}, APPS), other("b", {}, APPS), other("c", {}, APPS)]));
  expect(mistake).toMatchObject({
    code: "graph/kind-conflict",
    message: "Toy of toys.example.com has two definitions that differ",
  });
  expect(mistake.related).toHaveLength(1);
});

test("a definition of a kind that Sluice ships has to be its own", () => {
  const own = defineKind<"GitRepository", object>({
    group: "source.toolkit.fluxcd.io",
    kind: "GitRepository",
    scope: "Namespaced",
    versions: [{ name: "v1" }],
    body: () => ({ type: "object", properties: { spec: { type: "opaque" } } }),
  });
  const { codes, diagnostics } = compileResources([own("apps", { url: "https://example.com", interval: "1m" })]);
  expect(codes).toEqual(["graph/kind-conflict"]);
  expect(diagnostics[0]?.hint).toBe('Sluice has a builder of this kind: import it from "sluice"');
});
