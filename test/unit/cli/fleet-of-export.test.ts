import { describe, expect, test } from "vitest";
import { fleetOfExport } from "../../../sdk/cli/program/fleet-of-export.ts";
import { cluster, fleet, namespace } from "../../../sdk/index.ts";

const a = cluster("a", { path: "clusters/a", flux: "2.9", resources: [] });
const b = cluster("b", { path: "clusters/b", flux: "2.9", resources: [] });

describe("a default export", () => {
  test.each<[string, unknown]>([
    ["a fleet", fleet(a, b)],
    ["clusters", [a, b]],
    ["lists of lists", [[a], [[b]]]],
    ["fleets", [fleet(a), fleet(b)]],
    ["a function", () => fleet(a, b)],
    ["an asynchronous function", async () => [a, b]],
    ["a promise", Promise.resolve(fleet(a, b))],
    ["what CommonJS exports", { __esModule: true, default: fleet(a, b) }],
    ["a function that CommonJS exports", { __esModule: true, default: () => fleet(a, b) }],
    ["a fleet of another copy", { sluice: "fleet/1", clusters: [{ ...a }, { ...b }] }],
  ])("may be %s", async (_, exported) => {
    const found = await fleetOfExport(exported, "fleet.ts");
    expect(found).toMatchObject({ type: "found", fleet: { clusters: [{ name: "a" }, { name: "b" }] } });
  });

  test.each<[unknown, string]>([
    [undefined, "fleet.ts has no default export"],
    [null, "fleet.ts: its default export is null"],
    [1, "fleet.ts: its default export is a number"],
    ["fleet", "fleet.ts: its default export is a string"],
    [{}, "fleet.ts: its default export is an object that is no fleet"],
    [{ fleet: fleet(a) }, "fleet.ts: its default export is an object that is no fleet"],
    [namespace("a"), "fleet.ts: its default export is a resource"],
    [[], "fleet.ts: its default export is an empty list"],
    [[a, namespace("a")], "fleet.ts: its default export is a list that holds a resource"],
    [[a, [undefined]], "fleet.ts: its default export is a list that holds a list that holds undefined"],
    [fleet(), "fleet.ts: its default export is a fleet without clusters"],
    [{ sluice: "fleet/2" }, "fleet.ts: its default export is a fleet/2 of another Sluice"],
    [() => 1, "fleet.ts: the function that it exports by default returns a number"],
    [async () => {}, "fleet.ts: the function that it exports by default returns undefined"],
  ])("is no %j", async (exported, message) => {
    const found = await fleetOfExport(exported, "fleet.ts");
    expect(found).toMatchObject({ type: "none", diagnostic: { code: "program/no-fleet", severity: "error", message } });
  });

  test("that throws does so to whoever runs it", async () => {
    const thrown = new Error("no such region");
    const failing = () => {
      throw thrown;
    };
    await expect(fleetOfExport(failing, "fleet.ts")).rejects.toBe(thrown);
  });
});
