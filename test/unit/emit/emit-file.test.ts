import { expect, test } from "vitest";
import { emitDocuments, emitFile } from "../../../sdk/emit/emit-file.ts";
import { compiledResource, resourceFile } from "./compiled-resource.ts";
import { READERS } from "./yaml-readers.ts";

const apps = compiledResource({ metadata: { name: "apps" }, kind: "Namespace", apiVersion: "v1" });
const settings = compiledResource({
  data: { "app.yaml": "a: 1\n\n", on: "yes" },
  metadata: { namespace: "apps", name: "settings" },
  kind: "ConfigMap",
  apiVersion: "v1",
});

const APPS = "---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: apps\n";
const SETTINGS = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: apps
data:
  app.yaml: |+
    a: 1

  "on": "yes"
`;

test.each([
  { name: "one object", given: resourceFile(apps), want: [APPS] },
  {
    name: "several, in the order in which they come",
    given: resourceFile(settings, apps, settings),
    want: [SETTINGS, APPS, SETTINGS],
  },
  { name: "none", given: resourceFile(), want: [] },
])("a file of $name", ({ given, want }) => {
  expect([...emitDocuments(given)]).toEqual(want);
  expect(emitFile(given)).toBe(want.join(""));
});

test.each(READERS)("$name finds every document of a file", ({ readAll }) => {
  const file = resourceFile(settings, apps, settings);
  expect(readAll(emitFile(file))).toEqual(file.resources.map(({ manifest }) => manifest));
});
