import { expect, test } from "vitest";
import { generateCrds } from "../../../generators/crd/generate-crds.ts";
import { crdText, generateTexts } from "./crd-text.ts";

const SPEC = { type: "object", properties: { size: { type: "integer" } } };
const TOY = crdText({ spec: SPEC });
const GADGET = crdText({ kind: "Gadget", spec: SPEC });

/** A CRD with these parts of its spec, as JSON. */
function crd(parts: object, apiVersion = "apiextensions.k8s.io/v1"): string {
  const spec = { group: "toys.example.com", scope: "Namespaced", names: { kind: "Toy", plural: "toys" }, ...parts };
  return JSON.stringify({ apiVersion, kind: "CustomResourceDefinition", spec });
}

function version(name: string, more: object = {}): object {
  const schema = {
    openAPIV3Schema: {
      type: "object",
      properties: { spec: { type: "object", properties: { [name]: { type: "string" } } } },
    },
  };
  return { name, served: true, storage: false, schema, ...more };
}

function codesOf(texts: readonly string[]): readonly string[] {
  return generateTexts(texts).diagnostics.map(({ code, file }) => `${code} ${file}`);
}

function filesOf(texts: readonly string[]): readonly string[] {
  return [...generateTexts(texts).files.keys()];
}

const BOTH = ["gadget.ts", "index.ts", "toy.ts"];

test.each<[what: string, texts: readonly string[]]>([
  ["JSON in several sources", [TOY, GADGET]],
  ["YAML with several documents, empty ones among them", [`---\n${TOY}\n---\n# nothing\n---\n${GADGET}\n---\n`]],
  ["a List", [JSON.stringify({ apiVersion: "v1", kind: "List", items: [JSON.parse(TOY), JSON.parse(GADGET)] })]],
  [
    "a list of the kind's own, with one inside",
    [
      JSON.stringify({
        kind: "CustomResourceDefinitionList",
        items: [JSON.parse(TOY), { kind: "List", items: [JSON.parse(GADGET)] }],
      }),
    ],
  ],
  ["a list without more", [`[${TOY}, ${GADGET}]`]],
  ["the same CRD twice", [TOY, `${GADGET}\n---\n${TOY}\n`]],
])("reads %s", (_, texts) => {
  expect(codesOf(texts)).toEqual([]);
  expect([...filesOf(texts)].sort()).toEqual(BOTH);
});

test("the order of the sources changes nothing", () => {
  expect([...generateTexts([TOY, GADGET]).files]).toEqual([...generateTexts([GADGET, TOY]).files]);
});

test.each<[what: string, texts: readonly string[], codes: readonly string[], files: readonly string[]]>([
  ["another object", [`${TOY}\n---\nkind: Service\n`], ["crd/not-a-crd 1.yaml (document 2)"], ["index.ts", "toy.ts"]],
  ["a text", [TOY, "just words"], ["crd/not-a-crd 2.yaml"], ["index.ts", "toy.ts"]],
  ["a CRD without a kind", [TOY, crd({ names: { plural: "toys" } })], ["crd/not-a-crd 2.yaml"], ["index.ts", "toy.ts"]],
  ["a CRD without versions", [GADGET, crd({})], ["crd/not-a-crd 2.yaml"], ["gadget.ts", "index.ts"]],
  [
    "a CRD that serves none",
    [GADGET, crd({ versions: [version("v1", { served: false })] })],
    ["crd/not-served 2.yaml"],
    ["gadget.ts", "index.ts"],
  ],
  [
    "a version without a schema",
    [crd({ versions: [{ name: "v1", served: true }] })],
    ["crd/no-schema 1.yaml"],
    ["index.ts", "toy.ts"],
  ],
  ["YAML that is none", [TOY, "a: [1\n"], ["crd/unreadable 2.yaml"], []],
  ["an alias of nothing", ["a: *b\n"], ["crd/unreadable 1.yaml"], []],
  ["two CRDs of one kind that differ", [TOY, crd({ versions: [version("v2")] })], ["crd/defined-twice 2.yaml"], []],
  ["nothing", [""], ["crd/no-kinds 1.yaml"], []],
])("says of %s what it is, and makes the rest unless it cannot be read", (_, texts, codes, files) => {
  expect(codesOf(texts)).toEqual(codes);
  expect([...filesOf(texts)].sort()).toEqual(files);
});

test.each<[versions: readonly object[], apiVersion: string, others: readonly string[]]>([
  [[version("v1alpha1"), version("v1"), version("v1beta1")], "v1", ["v1beta1", "v1alpha1"]],
  [[version("v1", { storage: true }), version("v2beta1")], "v1", ["v2beta1"]],
  [[version("v1"), version("v2", { served: false })], "v1", []],
  [[version("v1"), version("v2", { deprecated: true })], "v1", ["v2"]],
  [[version("v1", { deprecated: true }), version("v2", { deprecated: true })], "v2", ["v1"]],
  [[version("odd-name")], "odd-name", []],
])("of several versions, the newest that is served and not deprecated has types", (versions, apiVersion, others) => {
  const { kinds, files } = generateTexts([crd({ versions })]);
  expect(kinds).toEqual([
    { file: "toy.ts", apiVersion: `toys.example.com/${apiVersion}`, kind: "Toy", builder: "toy", others },
  ]);
  expect(files.get("toy.ts")).toContain(`  versions: [{ name: "${apiVersion}" }],\n`);
});

test("a CRD from before schemas were structural gives open types", () => {
  const openAPIV3Schema = {
    properties: {
      spec: { required: ["size"], properties: { size: { type: "integer" }, tags: { items: { type: "string" } } } },
    },
  };
  const old = crd({ version: "v1alpha1", validation: { openAPIV3Schema } }, "apiextensions.k8s.io/v1beta1");
  const { files, diagnostics } = generateTexts([old]);
  expect(diagnostics).toEqual([]);
  const text = files.get("toy.ts") ?? "";
  expect(text).toContain("  readonly size: Input<number>;\n  readonly tags?: readonly Input<string>[] | undefined;\n");
  expect(text).toContain("  readonly [field: string]: unknown;\n");
  expect(text).toContain('versions: [{ name: "v1alpha1" }]');
});

test("kinds of one name are told apart by their groups", () => {
  const texts = ["gateway.networking.example.com", "networking.example.com"].map((group) =>
    crdText({ kind: "Gateway", group, spec: SPEC }),
  );
  const { kinds } = generateTexts(texts);
  expect(kinds.map(({ file, builder }) => [file, builder])).toEqual([
    ["gateway-gateway.ts", "gatewayGateway"],
    ["networking-gateway.ts", "networkingGateway"],
  ]);
});

test.each<[kind: string, file: string, builder: string]>([
  ["OCIRepository", "oci-repository.ts", "ociRepository"],
  ["Function", "function.ts", "functionKind"],
  ["Index", "index-kind.ts", "index"],
  ["Schema", "schema.ts", "schemaKind"],
  ["my-Kind", "my-kind.ts", "myKind"],
])("names what it makes of a %s", (kind, file, builder) => {
  expect(generateTexts([crdText({ kind, spec: SPEC })]).kinds).toMatchObject([{ kind, file, builder }]);
});

test("a kind that is not in a namespace says so", () => {
  const { files } = generateTexts([crdText({ scope: "Cluster", spec: SPEC })]);
  expect(files.get("toy.ts")).toContain('  scope: "Cluster",\n');
});

test("demands on metadata, and a field that resources keep to themselves, are reported", () => {
  const properties = {
    metadata: { type: "object", properties: { name: { maxLength: 3 } } },
    sluice: { type: "string" },
    spec: SPEC,
  };
  const { diagnostics } = generateTexts([crdText({ root: { type: "object", properties } })]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "metadata of toys.toys.example.com has demands on metadata",
    "sluice of toys.toys.example.com has a field that a resource cannot have",
  ]);
});

test("a schema that contains itself comes to an end", () => {
  const text = `
kind: CustomResourceDefinition
spec:
  group: toys.example.com
  names: { kind: Toy, plural: toys }
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema: &root { type: object, properties: { spec: &spec { type: object, properties: { again: *spec } } } }
`;
  const { diagnostics } = generateCrds({ sources: [{ name: "endless.yaml", text }] });
  expect(diagnostics.map(({ code }) => code)).toEqual(["crd/unreadable"]);
});
