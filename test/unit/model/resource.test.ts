import { describe, expect, test } from "vitest";
import { encryptedFile } from "../../../sdk/authoring/encrypted-file.ts";
import { configMap } from "../../../sdk/authoring/kubernetes/config-map.ts";
import { namespace } from "../../../sdk/authoring/kubernetes/namespace.ts";
import { secret } from "../../../sdk/authoring/kubernetes/secret.ts";
import { serviceAccount } from "../../../sdk/authoring/kubernetes/service-account.ts";
import { gitRepository } from "../../../sdk/kinds/index.gen.ts";
import { external } from "../../../sdk/model/reference.ts";
import { isResource, marksOf, OPTIONS } from "../../../sdk/model/resource.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";

const repo = gitRepository("platform", { url: "https://example.com/platform", interval: "1m" });

describe("a resource", () => {
  test("is the manifest as plain data, with a brand", () => {
    expect(repo).toEqual({
      sluice: "resource/1",
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "GitRepository",
      metadata: { name: "platform" },
      spec: { url: "https://example.com/platform", interval: "1m" },
    });
    expect(Object.getPrototypeOf(repo)).toBe(Object.prototype);
  });

  test("has no name at the top, where a { name } slot would take it", () => {
    expect(repo).not.toHaveProperty("name");
  });

  test("is frozen at every depth", () => {
    const made = configMap("settings", { data: { a: "1" } }, { labels: { team: "x" } });
    for (const part of [made, made.metadata, made.metadata.labels, made.data]) expect(Object.isFrozen(part)).toBe(true);
  });

  test("is still one after a spread", () => {
    expect(isResource({ ...repo })).toBe(true);
  });

  test("keeps what its author said beside the manifest in a spread", () => {
    const named = gitRepository("platform", repo.spec, { file: "platform.yaml", silence: ["path/missing"] });
    expect(marksOf({ ...named })).toEqual({ file: "platform.yaml", silence: ["path/missing"] });
  });

  test("is still one when it was data in between", () => {
    expect(isResource(JSON.parse(JSON.stringify(repo)))).toBe(true);
    expect(isResource(structuredClone({ ...repo }))).toBe(true);
  });

  test("is told by its brand, not by its fields", () => {
    const { sluice: _brand, ...manifest } = repo;
    expect(isResource(manifest)).toBe(false);
  });

  test.each([
    undefined,
    null,
    "resource/1",
    1,
    [],
    { sluice: "resource/2" },
    { sluice: true },
    { sluice: "resource/1" },
    { sluice: "resource/1", metadata: null },
  ])("is not %j", (value) => {
    expect(isResource(value)).toBe(false);
  });

  test("keeps its place in the program out of its data", () => {
    expect(callSiteOf(repo)?.stack).toContain("resource.test.ts");
    expect(Reflect.ownKeys({ ...repo })).toEqual(["sluice", "apiVersion", "kind", "metadata", "spec"]);
  });

  test("says where it was made with the program's own settings of Error untouched", () => {
    const limit = Error.stackTraceLimit;
    const formatter = Error.prepareStackTrace;
    const own = (): string => "the program's own";
    try {
      Error.stackTraceLimit = 3;
      Error.prepareStackTrace = own;
      gitRepository("platform", repo.spec);
      expect(Error.stackTraceLimit).toBe(3);
      expect(Error.prepareStackTrace).toBe(own);
    } finally {
      Error.stackTraceLimit = limit;
      if (formatter) Error.prepareStackTrace = formatter;
      else Reflect.deleteProperty(Error, "prepareStackTrace");
    }
  });

  test("is equal to another that is made alike: no builder keeps anything", () => {
    expect(gitRepository("platform", repo.spec)).toEqual(repo);
    expect(gitRepository("platform", repo.spec)).not.toBe(repo);
  });
});

describe("a builder", () => {
  test.each([
    [configMap("settings", { data: { a: "1" } }), { data: { a: "1" } }],
    [secret("key", { type: "Opaque" }), { type: "Opaque" }],
    [serviceAccount("deployer", { automountServiceAccountToken: false }), { automountServiceAccountToken: false }],
    [namespace("apps"), {}],
  ])("of a kind without a spec takes the body: $kind", (made, body) => {
    const { sluice, apiVersion, kind, metadata, ...rest } = made;
    expect(rest).toEqual(body);
    expect({ sluice, apiVersion }).toEqual({ sluice: "resource/1", apiVersion: "v1" });
    expect(Object.keys(metadata)).toEqual(["name"]);
    expect(kind).not.toBe("");
  });

  test("takes namespace, labels and annotations into the metadata", () => {
    const made = gitRepository("platform", repo.spec, {
      namespace: "apps",
      labels: { team: "x" },
      annotations: { note: "y" },
    });
    expect(made.metadata).toEqual({
      name: "platform",
      namespace: "apps",
      labels: { team: "x" },
      annotations: { note: "y" },
    });
  });

  test("takes the Namespace itself, or a reference to it, for its name", () => {
    const inNamespace = gitRepository("platform", repo.spec, { namespace: namespace("apps") });
    const inExternal = gitRepository("platform", repo.spec, { namespace: external("Namespace", "apps") });
    expect(inNamespace.metadata.namespace).toBe("apps");
    expect(inExternal.metadata.namespace).toBe("apps");
  });

  test("is not fooled by a body that is a resource itself", () => {
    const original = secret("original", { type: "Opaque" }, { file: "original.yaml", labels: { team: "x" } });
    const copy = secret("copy", original);
    expect(copy).toEqual({
      sluice: "resource/1",
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "copy" },
      type: "Opaque",
    });
    expect(OPTIONS in copy).toBe(false);
  });

  test("of an encrypted Secret keeps the file beside the data", () => {
    const made = encryptedFile("key", "secrets/key.yaml");
    expect(made).toMatchObject({ kind: "Secret", metadata: { name: "key" } });
    expect(JSON.stringify(made)).not.toContain("secrets/key.yaml");
    expect(marksOf({ ...made }).encryptedFile).toEqual({ path: "secrets/key.yaml" });
  });
});
