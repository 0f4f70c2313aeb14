import { describe, expect, test } from "vitest";
import { parseOwner, printObjectOwner, printRootOwner } from "../../../sdk/compile/owner.ts";

const ID = { group: "kustomize.toolkit.fluxcd.io", kind: "Kustomization", namespace: "flux-system", name: "apps" };
const KEY = "kustomize.toolkit.fluxcd.io/Kustomization/flux-system/apps";

describe("an owner reads back", () => {
  test.each(["clusters/a", "", "a @ b"])("as the root of %j", (path) => {
    expect(parseOwner(printRootOwner(path))).toEqual({ type: "root", path });
  });

  test.each(["", "flux-system secretRef prod", "a @ b"])("as an object that applies to server %j", (server) => {
    expect(parseOwner(printObjectOwner(ID, server))).toEqual({ type: "object", key: KEY, server });
  });
});
