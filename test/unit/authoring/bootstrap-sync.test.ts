import { expect, test } from "vitest";
import type { EncryptedFile } from "../../../sdk/compile/view.ts";
import {
  type BootstrapSyncOptions,
  bootstrapSync,
  configMap,
  directory,
  encryptedFile,
  fluxSystem,
} from "../../../sdk/index.ts";
import { compileResources } from "../compile/compile-fleet.ts";
import { applying } from "../compile/small-resources.ts";
import { viewOf } from "../compile/view-of.ts";

const SYNC: BootstrapSyncOptions = { url: "ssh://git@example.com/fleet", path: "clusters/test" };
const FILE = "clusters/test/flux-system/gotk-sync.yaml";

test("it is what flux bootstrap writes, in its file", () => {
  const outcome = compileResources(bootstrapSync(SYNC));
  expect(outcome.codes).toEqual([]);
  expect(outcome.files).toEqual({
    [FILE]: ["GitRepository flux-system/flux-system", "Kustomization flux-system/flux-system"],
  });
  expect(outcome.manifest("GitRepository flux-system/flux-system")["spec"]).toEqual({
    interval: "1m",
    url: "ssh://git@example.com/fleet",
    ref: { branch: "main" },
    secretRef: { name: "flux-system" },
  });
  expect(outcome.manifest("Kustomization flux-system/flux-system")["spec"]).toEqual({
    interval: "10m",
    sourceRef: { kind: "GitRepository", name: "flux-system" },
    path: "./clusters/test",
    prune: true,
  });
});

test.each(["clusters/test", "./clusters/test", "/clusters/test"])("the path may be written as %s", (path) => {
  const outcome = compileResources(bootstrapSync({ ...SYNC, path }));
  expect(outcome.manifest("Kustomization flux-system/flux-system")["spec"]).toMatchObject({ path: "./clusters/test" });
});

test("its fields can be other ones", () => {
  const url = "https://git.acme.example/fleet";
  const outcome = compileResources(
    bootstrapSync({
      ...SYNC,
      url,
      branch: "release",
      source: { interval: "5m", secretRef: undefined },
      sync: { wait: true },
    }),
  );
  expect(outcome.codes).toEqual([]);
  expect(outcome.manifest("GitRepository flux-system/flux-system")["spec"]).toEqual({
    interval: "5m",
    url,
    ref: { branch: "release" },
  });
  expect(outcome.manifest("Kustomization flux-system/flux-system")["spec"]).toMatchObject({ wait: true });
});

test("it is the source that delivers the directories", () => {
  const apps = applying("apps", directory("apps", configMap("a", {}, { namespace: "default" })), {
    sourceRef: fluxSystem,
  });
  const outcome = compileResources([bootstrapSync(SYNC), apps]);
  expect(outcome.codes).toEqual([]);
});

test("it says whether the root decrypts", () => {
  const secret = encryptedFile("token", "token.yaml", { namespace: "flux-system" });
  const seen: EncryptedFile = {
    type: "read",
    documents: 1,
    apiVersion: "v1",
    kind: "Secret",
    name: "token",
    namespace: "flux-system",
    sops: true,
    plainPaths: [],
    hasStringData: true,
    secretType: undefined,
    labels: {},
    annotations: {},
    keys: ["token"],
  };
  const view = viewOf({}, { encryptedFiles: { "token.yaml": seen } });
  const codes = (sync: BootstrapSyncOptions["sync"]) =>
    compileResources([bootstrapSync({ ...SYNC, sync }), secret], {}, view).codes;
  expect(codes({ decryption: { provider: "sops" } })).toEqual([]);
  expect(codes({})).toEqual(["secret/undecrypted"]);
});
