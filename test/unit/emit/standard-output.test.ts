import { expect, test } from "vitest";
import type { CompiledFile, EncryptedCopy } from "../../../sdk/compile/compiled.ts";
import { InternalError } from "../../../sdk/diagnostics/internal-error.ts";
import { emitFile } from "../../../sdk/emit/emit-file.ts";
import { emitJsonList, emitYamlStream } from "../../../sdk/emit/standard-output.ts";
import { substitution } from "../../../sdk/model/substitution.ts";
import { compiledResource, kustomizationFile, resourceFile } from "./compiled-resource.ts";

const apps = compiledResource({ metadata: { name: "apps" }, kind: "Namespace", apiVersion: "v1" });
const settings = compiledResource({
  metadata: { name: "settings" },
  data: { host: substitution("HOST"), text: "a\nb", é: "" },
  kind: "ConfigMap",
  apiVersion: "v1",
});
const copy: EncryptedCopy = {
  type: "encrypted",
  path: "apps/secret.yaml",
  from: "secret.sops.yaml",
  resource: compiledResource({ apiVersion: "v1", kind: "Secret", metadata: { name: "key" } }),
  clusters: ["a"],
  owners: ["root"],
};
const files: readonly CompiledFile[] = [
  resourceFile(settings),
  kustomizationFile(["settings.yaml"], {}),
  copy,
  resourceFile(apps, settings),
];

test("as YAML, the objects of all files, without kustomization files and encrypted copies", () => {
  expect([...emitYamlStream(files)].join("")).toBe(emitFile(resourceFile(settings, apps, settings)));
});

test("what others live in comes first: kubectl applies one object after the other", () => {
  const scope = {
    group: "",
    kind: "Namespace",
    versions: [{ name: "v1" }],
    createsNamespace: true,
    scope: "Cluster",
  } as const;
  const home = { ...apps, definition: scope };
  expect([...emitYamlStream([resourceFile(settings), resourceFile(home)])].join("")).toBe(
    emitFile(resourceFile(home, settings)),
  );
});

test("as JSON, one List of them", () => {
  const want = {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "apps" },
  };
  const config = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "settings" },
    data: { host: `${substitution("HOST")}`, text: "a\nb", é: "" },
  };
  expect([...emitJsonList(files)].join("")).toBe(
    `${JSON.stringify({ apiVersion: "v1", kind: "List", items: [config, want, config] }, null, 2)}\n`,
  );
});

test("as JSON, a List of nothing", () => {
  expect(JSON.parse([...emitJsonList([])].join(""))).toEqual({ apiVersion: "v1", kind: "List", items: [] });
  expect([...emitYamlStream([])]).toEqual([]);
});

test("a number that JSON does not have never comes here", () => {
  const resource = compiledResource({ ...apps.manifest, metadata: { name: "a" }, value: Number.NaN });
  expect(() => [...emitJsonList([resourceFile(resource)])]).toThrow(InternalError);
});
