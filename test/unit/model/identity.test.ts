import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { formatIdentity, groupOf, identityKey, type ResourceId } from "../../../sdk/model/identity.ts";
import { kindTable } from "../../../sdk/model/kind-table.ts";

describe("an identity", () => {
  const ids: readonly ResourceId[] = [
    { group: "", kind: "Secret", namespace: "a", name: "b" },
    { group: "", kind: "Secret", namespace: "b", name: "a" },
    { group: "", kind: "Secret", name: "b" },
    { group: "x.io", kind: "Secret", namespace: "a", name: "b" },
    { group: "", kind: "ConfigMap", namespace: "a", name: "b" },
  ];

  test("has a key of its own", () => {
    expect(new Set(ids.map(identityKey)).size).toBe(ids.length);
    for (const id of ids) expect(identityKey({ ...id })).toBe(identityKey(id));
  });

  test("is printed with its namespace, if it has one", () => {
    expect(ids.slice(0, 3).map(formatIdentity)).toEqual(["Secret a/b", "Secret b/a", "Secret b"]);
  });

  test.each([
    ["v1", ""],
    ["apps/v1", "apps"],
    ["source.toolkit.fluxcd.io/v1", "source.toolkit.fluxcd.io"],
  ])("has the group of apiVersion %s: %j", (apiVersion, group) => {
    expect(groupOf(apiVersion)).toBe(group);
  });
});

describe("a table of kinds", () => {
  const flux = { group: "a.io", kind: "Thing", scope: "Namespaced", versions: [{ name: "v1" }] } as const;
  const other = { group: "b.io", kind: "Thing", scope: "Cluster", versions: [{ name: "v1" }] } as const;

  test("finds by group and kind, and without a group what stands first", () => {
    const table = kindTable([flux, other]);
    expect([table.find("a.io", "Thing"), table.find("b.io", "Thing")]).toEqual([flux, other]);
    expect(table.findByKind("Thing")).toBe(flux);
    expect([table.find("c.io", "Thing"), table.find("a.io", "Other"), table.findByKind("Other")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("finds nothing by the names that every object has", () => {
    for (const name of ["constructor", "__proto__", "toString"]) expect(knownKinds().findByKind(name)).toBeUndefined();
  });
});
