import { describe, expect, test } from "vitest";
import { configMap, directory, external, override, type Resource, resource, secret } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";

const VALUE = "correct-horse";
const item = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "token", namespace: "default" },
  stringData: { password: VALUE },
};

function listOf(kind: string, items: readonly object[] = [item]): Resource {
  return resource({ apiVersion: "v1", kind, metadata: { name: "all" }, items });
}

describe("an object that holds a list of objects", () => {
  // Flux's own reader goes by the field alone.
  test.each(["List", "SecretList", "ConfigMapList", "Things"])("is refused: a %s", (kind) => {
    const given = listOf(kind);
    for (const resources of [given, applying("apps", directory("apps", given))]) {
      const outcome = compileResources(resources);
      const mistake = mistakeIn(outcome);
      expect(mistake).toMatchObject({ code: "value/unsupported", severity: "error", path: ["items"] });
      expect(mistake.message).toContain(kind);
      expect(mistake.hint).toContain("list the objects themselves");
      expect(mistake.site).toBe(callSiteOf(given));
      expect(JSON.stringify([mistake.message, mistake.hint])).not.toContain(VALUE);
      expect(outcome.files).toEqual({});
    }
  });

  test("is refused without a name, with nothing in it and with resources in it", () => {
    const unnamed = resource(JSON.parse('{"apiVersion":"v1","kind":"List","metadata":{},"items":[]}'));
    expect(compileResources(unnamed).codes).toEqual(["value/unsupported"]);
    expect(compileResources(listOf("List", [])).codes).toEqual(["value/unsupported"]);
    expect(compileResources(listOf("List", [secret("token", { stringData: { a: VALUE } })])).codes).toEqual([
      "value/unsupported",
    ]);
  });

  test("is refused where an override makes one", () => {
    const made = configMap("settings", {}, { namespace: "default" });
    const overrides = [override<object>(external("ConfigMap", "settings"), { spec: { items: [item] } })];
    expect(compileResources(made, { overrides }).codes).toEqual(["value/unsupported"]);
  });

  test("is another thing than one whose items are no list, or stand in its spec", () => {
    const thing = resource({ apiVersion: "v1", kind: "Playlist", metadata: { name: "a" }, items: { a: 1 } });
    const other = resource({ apiVersion: "v1", kind: "Playlist", metadata: { name: "b" }, spec: { items: [1] } });
    expect(compileResources([thing, other]).codes).toEqual([]);
  });
});
