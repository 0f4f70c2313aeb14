// Rules and patterns that a kind of the user's brings as texts.
import { expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { compileFleet } from "../../../sdk/compile/compile.ts";
import { makeEngine } from "../../../sdk/engine/engine.ts";
import { cluster, defineKind, fleet } from "../../../sdk/index.ts";

const site = defineKind<"Site", { readonly home: string; readonly ports?: readonly number[] }>({
  group: "web.example.com",
  kind: "Site",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  body: () => ({
    type: "object",
    properties: {
      spec: {
        type: "object",
        required: ["home"],
        rules: [
          { rule: "!has(self.ports) || self.ports.all(p, p < 1024)", message: "the ports have to be below 1024" },
          { rule: "url(self.home).getQuery().size() == 0", message: "only the API server knows" },
        ],
        properties: {
          home: { type: "string", pattern: "(?i)^https?://" },
          ports: { type: "array", items: { type: "integer" } },
        },
      },
    },
  }),
});

const options = { namespace: "default" };
const sites = [
  site("a", { home: "HTTPS://a.example.com", ports: [80, 8080] }, options),
  site("b", { home: "ftp://b.example.com" }, options),
];
const program = fleet(cluster("c", { path: "clusters/c", flux: "2.9", resources: sites }));

test("are looked at by the engine, and what it does not know is said once", () => {
  const { diagnostics, isPartlyChecked } = compileFleet(program, { kinds: knownKinds(), ...makeEngine() });
  expect(diagnostics.map(({ code, resource, path, hint }) => [code, resource?.name, path?.join("."), hint])).toEqual([
    ["rule/broken", "a", "spec", "the ports have to be below 1024"],
    ["rule/not-evaluated", "a", "spec", expect.any(String)],
    ["schema/pattern", "b", "spec.home", expect.any(String)],
  ]);
  expect(isPartlyChecked).toBe(true);
});

test("are not looked at without it, which is said once for each", () => {
  const { diagnostics, isPartlyChecked } = compileFleet(program, { kinds: knownKinds() });
  expect(diagnostics.map(({ code, severity, resource }) => [code, severity, resource?.name])).toEqual([
    ["rule/not-evaluated", "info", "a"],
    ["rule/not-evaluated", "info", "a"],
    ["rule/not-evaluated", "info", "a"],
  ]);
  expect(isPartlyChecked).toBe(true);
});

test("a fleet of shipped kinds is looked at as a whole", () => {
  const shipped = fleet(cluster("c", { path: "clusters/c", flux: "2.9", resources: [] }));
  expect(compileFleet(shipped, { kinds: knownKinds() }).isPartlyChecked).toBe(false);
});
