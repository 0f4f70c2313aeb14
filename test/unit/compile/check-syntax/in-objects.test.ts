import { describe, expect, test } from "vitest";
import {
  external,
  fluxSystem,
  gitRepository,
  imageRepository,
  type KustomizationSpec,
  kustomization,
  substitution,
} from "../../../../sdk/index.ts";
import { compileResources } from "../compile-fleet.ts";

function messagesOf(spec: Partial<KustomizationSpec>): readonly string[] {
  const all = { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, ...spec };
  return compileResources(kustomization("apps", all)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("texts in objects", () => {
  test("are read at their place", () => {
    expect(messagesOf({ components: ["../base", "/components"] })).toEqual([
      'syntax/component-path: spec.components[1] of Kustomization flux-system/apps is "/components", which is no relative path',
    ]);
  });

  test("are read as keys, and as values that are not shown", () => {
    expect(messagesOf({ postBuild: { substitute: { domain: "x", "my-domain": "y" } } })).toEqual([
      'syntax/name: spec.postBuild.substitute.my-domain of Kustomization flux-system/apps is "my-domain", which cannot be the name of a variable',
    ]);
    expect(messagesOf({ commonMetadata: { labels: { team: "a b" } } })).toEqual([
      "syntax/selector: spec.commonMetadata.labels.team of Kustomization flux-system/apps is no value of a label",
    ]);
  });

  test("of several lines are not shown", () => {
    expect(messagesOf({ patches: [{ patch: "kind: A\nspec: {}\n" }] })).toEqual([
      expect.stringMatching(
        /^syntax\/patch: spec.patches\[0\].patch of Kustomization flux-system\/apps holds an object without/,
      ),
    ]);
  });

  test("are not read when the API server does not take them", () => {
    const wrong = gitRepository("wrong", { url: "git@example.com:x", interval: "9999999x", ref: { branch: "main" } });
    expect(compileResources(wrong).codes).toEqual(["schema/pattern", "schema/pattern"]);
  });

  test("are not read when they are filled in later", () => {
    const url = substitution("URL");
    const shop = gitRepository("shop", { url, interval: "1m", ref: { branch: `${substitution("BRANCH")} x` } });
    expect(compileResources(shop).codes).toEqual([]);
  });

  test("never show the password in a URL", () => {
    const url = "https://user:correct-horse@exa mple.com/x";
    const shop = gitRepository("shop", {
      url,
      interval: "1m",
      ref: { branch: "main" },
      secretRef: external("Secret", "x"),
    });
    const image = "https://user:correct-horse@ghcr.io/App";
    const outcome = compileResources([shop, imageRepository("app", { image, interval: "1m" })]);
    expect(outcome.codes).toEqual(["syntax/url", "syntax/image", "secret/in-url", "secret/in-url"]);
    expect(JSON.stringify(outcome.diagnostics.map(({ message, hint }) => [message, hint]))).not.toContain(
      "correct-horse",
    );
  });
});
