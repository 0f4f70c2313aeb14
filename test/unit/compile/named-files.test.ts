import { describe, expect, test } from "vitest";
import { type DirectoryOptions, directory, namespace } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";
import { listing, viewOf } from "./view-of.ts";

const other = { type: "other" } as const;

describe("what a directory's options name", () => {
  const missing: Readonly<
    Record<string, { readonly options: DirectoryOptions; readonly says: string; readonly hint: string }>
  > = {
    "a file that is not there": {
      options: { include: ["gone.yaml"] },
      says: 'names "gone.yaml" in include, which does not exist',
      hint: 'a path from "apps" that exists',
    },
    "a folder that kustomize cannot build": {
      options: { include: ["./plain/"] },
      says: 'names "./plain/" in include, a folder without a kustomization.yaml',
      hint: 'put a kustomization.yaml into "apps/plain"',
    },
    "a component that is not there": {
      options: { components: ["gone"] },
      says: 'names "gone" in components, which does not exist',
      hint: 'a path from "apps" that exists',
    },
    "a component that is a file": {
      options: { components: ["more.txt"] },
      says: 'names "more.txt" in components, which is no folder',
      hint: 'a path from "apps" that exists',
    },
    "a patch that is not there": {
      options: { patches: [{ path: "patches/gone.yaml" }] },
      says: 'names "patches/gone.yaml" in patches, which does not exist',
      hint: 'a path from "apps" that exists',
    },
    "a folder where a file belongs": {
      options: { configMapGenerator: [{ name: "a", files: ["plain"] }] },
      says: 'names "plain" in configMapGenerator, which is a folder',
      hint: 'a path from "apps" that exists',
    },
    "the file behind a key that is not there": {
      options: { configMapGenerator: [{ name: "a", files: ["key=gone.txt"] }] },
      says: 'names "gone.txt" in configMapGenerator',
      hint: 'a path from "apps" that exists',
    },
  };
  const view = viewOf({ "apps/plain/README.md": other, "apps/more.txt": other });

  for (const [what, { options, says, hint }] of Object.entries(missing)) {
    test(`is an error when it is ${what}`, () => {
      const apps = directory("apps", namespace("shop"), options);
      const mistake = mistakeIn(compileResources(applying("apps", apps), {}, view));
      expect(mistake).toMatchObject({ code: "directory/missing-file", severity: "error" });
      expect(mistake.site).toBe(callSiteOf(apps));
      expect(mistake.message).toContain('directory "apps"');
      expect(mistake.message).toContain(says);
      expect(mistake.hint).toContain(hint);
    });
  }

  const fine: Readonly<Record<string, DirectoryOptions>> = {
    "a folder with a kustomization file": { include: ["base"], components: ["base"] },
    "a file of any kind": {
      configMapGenerator: [{ name: "a", files: ["more.txt", "key=more.txt"], envs: ["more.txt"] }],
    },
    "outside of the directory, where nobody looked": { include: ["../base"], components: ["../../parts/a"] },
    "an address": {
      include: ["https://example.com/a.yaml", "github.com/acme/base?ref=v1", "git@example.com:acme/base"],
    },
    "a patch that is no file": { patches: [{ patch: "kind: A" }] },
    "a nested directory of ours": { include: ["inner"] },
  };
  for (const [what, options] of Object.entries(fine)) {
    test(`may be ${what}`, () => {
      const files = viewOf({ "apps/base/kustomization.yaml": listing(), "apps/more.txt": other });
      const kubeConfig = { configMapRef: { name: "remote" } };
      const inner = applying("inner", directory("apps/inner", namespace("inner")), { kubeConfig });
      const { diagnostics } = compileResources(
        applying("apps", directory("apps", inner, { ignore: ["base/**"], ...options })),
        {},
        files,
      );
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    });
  }
});
