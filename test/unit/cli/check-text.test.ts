import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { checkText, type TextCheck, type YamlCheckOptions } from "../../../sdk/cli/check/yaml/check-text.ts";

const OPTIONS: YamlCheckOptions = { kinds: knownKinds(), flux: undefined, isComplete: false };

function check(text: string, options: Partial<YamlCheckOptions> = {}): TextCheck {
  return checkText({ name: "a.yaml", text, isNamed: true }, { ...OPTIONS, ...options });
}

/** Severity, code, line and column of what is found. */
function found(text: string, options: Partial<YamlCheckOptions> = {}): readonly string[] {
  return check(text, options).diagnostics.map(
    ({ severity, code, places: [place] }) => `${severity} ${code} ${place?.line}:${place?.column}`,
  );
}

const KUSTOMIZATION = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
`;

const release = (spec: string): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  { name: podinfo, namespace: podinfo }\nspec:\n${spec}`;

describe("what is certainly refused is an error", () => {
  test.each<[string, string, readonly string[]]>([
    ["a complete object", KUSTOMIZATION, []],
    ["an unknown field, at its name", `${KUSTOMIZATION}  prun: true\n`, ["error schema/unknown-field 13:3"]],
    ["a wrong type, at the value", KUSTOMIZATION.replace("prune: true", "prune: 'true'"), ["error schema/type 9:10"]],
    ["a boolean of YAML 1.1", KUSTOMIZATION.replace("path: ./apps", "path: on"), ["error schema/type 8:9"]],
    ["a value in a list", `${KUSTOMIZATION}  dependsOn:\n    - name: 5\n`, ["error schema/type 14:13"]],
    [
      "chart and chartRef",
      release(
        "  interval: 5m\n  chart: { spec: { chart: a, sourceRef: { kind: HelmRepository, name: a } } }\n  chartRef: { kind: OCIRepository, name: a }\n",
      ),
      ["error rule/broken 5:1"],
    ],
    ["a version that is gone", KUSTOMIZATION.replace("/v1", "/v1beta1"), ["error resource/not-served 1:13"]],
    ["a name", KUSTOMIZATION.replace("name: apps", "name: Apps"), ["error metadata/name 4:9"]],
    ["a key twice", `${KUSTOMIZATION}  prune: false\n`, ["error yaml/duplicate-key 13:3"]],
    ["no YAML", "a: [\n", ["error yaml/invalid 2:1"]],
    ["the second document", `${KUSTOMIZATION}---\n${KUSTOMIZATION}  prun: true\n`, ["error schema/unknown-field 26:3"]],
    [
      "an item of a list",
      `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: A }\n`,
      ["error metadata/name 6:23"],
    ],
  ])("%s", (_, text, findings) => {
    expect(found(text)).toEqual(findings);
  });
});

describe("what may be filled in elsewhere is no error, unless the object is complete", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      "a required field",
      KUSTOMIZATION.replace("  interval: 10m\n", ""),
      ["info schema/required 6:1"],
      ["error schema/required 6:1"],
    ],
    ["a name", KUSTOMIZATION.replace("  name: apps\n", ""), ["info metadata/name 3:1"], ["error metadata/name 3:1"]],
    ["chart or chartRef", release("  interval: 5m\n"), ["info rule/broken 5:1"], ["error rule/broken 5:1"]],
    [
      "a Namespace that kustomize names",
      "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: _\n",
      ["info metadata/name 4:9"],
      ["error metadata/name 4:9"],
    ],
    [
      "a patch",
      `${release("  values: { a: 1 }\n  install: { $patch: delete }\n")}`,
      ["info schema/required 5:1"],
      ["error schema/required 5:1"],
    ],
  ])("%s", (_, text, partial, complete) => {
    expect(found(text)).toEqual(partial);
    expect(found(text, { isComplete: true })).toEqual(complete);
  });
});

test("in a folder, partial objects are counted, and the rest is said of them", () => {
  const text = `${KUSTOMIZATION.replace("  interval: 10m\n", "")}---\n${KUSTOMIZATION}  prun: true\n`;
  const { diagnostics, ...count } = checkText({ name: "a.yaml", text, isNamed: false }, OPTIONS);
  expect(diagnostics.map(({ code }) => code)).toEqual(["schema/unknown-field"]);
  expect(count).toEqual({ objects: 2, partial: 1, templates: 0, others: 0 });
});

test("an object without a namespace is where nobody looks, once it is complete", () => {
  const text = KUSTOMIZATION.replace("  namespace: flux-system\n", "");
  expect(found(text)).toEqual([]);
  expect(found(text, { isComplete: true })).toEqual(["warning namespace/missing 3:1"]);
  expect(found("apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n", { isComplete: true })).toEqual([]);
});

describe("what is not the object yet", () => {
  test.each<[string, string]>([
    ["a variable", KUSTOMIZATION.replace("prune: true", `prune: \${PRUNE}`)],
    ["a variable in a name", KUSTOMIZATION.replace("name: apps", `name: apps-\${CLUSTER}`)],
    ["an encrypted value", KUSTOMIZATION.replace("10m", "ENC[AES256_GCM,data:AAAA,type:str]")],
    ["the metadata of SOPS", `${KUSTOMIZATION}sops:\n  mac: ENC[AES256_GCM,data:AAAA,type:str]\n  version: 3.9.0\n`],
    ["an expression of a template", KUSTOMIZATION.replace("10m", '"{{ interval }}"')],
  ])("%s is passed over", (_, text) => {
    expect(check(text, { isComplete: true })).toMatchObject({ diagnostics: [], objects: 1 });
  });

  test.each<[string, string, Partial<TextCheck>]>([
    ["a template", "{{ if .Values.enabled }}\napiVersion: v1\n{{ end }}\n", { templates: 1 }],
    ["values of a chart", "replicas: 1\nimage: { tag: 1.0 }\n", { others: 1 }],
    ["a list of patches", "- op: add\n  path: /a\n", { others: 1 }],
    [
      "a kustomization file",
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a]\n",
      { others: 1 },
    ],
    ["an object of a tool", "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: a\n", { others: 1 }],
    ["nothing", "# only a comment\n", {}],
  ])("%s is no object", (_, text, count) => {
    expect(check(text)).toEqual({ diagnostics: [], objects: 0, partial: 0, templates: 0, others: 0, ...count });
  });

  test("a file of a tool that looks like an object is passed over", () => {
    expect(
      check("apiVersion: eksctl.io/v1\nkind: ClusterConfig\nmetadata: { name: a, region: b }\n").diagnostics,
    ).toEqual([]);
  });
});

test("a Flux minor decides what is known", () => {
  const text = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ExternalArtifact\nmetadata: { name: a, namespace: b }\nspec: {}\n`;
  expect(found(text).filter((line) => line.includes("not-served"))).toEqual([]);
  const old = KUSTOMIZATION.replace("kustomize.toolkit.fluxcd.io/v1", "kustomize.toolkit.fluxcd.io/v1beta2");
  expect(found(old, { flux: "2.8" })).toEqual(["error resource/not-served 1:13"]);
});

describe("a comment silences remarks of its document, and no error", () => {
  test.each<[string, readonly string[]]>([
    [`# sluice-silence: schema/required\n${release("  values: {}\n")}`, []],
    [
      `${release("  values: {}\n")}---\n# sluice-silence: schema/required\n${release("  values: {}\n")}`,
      ["info schema/required 5:1"],
    ],
    [`# sluice-silence: schema/unknown-field\n${KUSTOMIZATION}  prun: true\n`, ["error schema/unknown-field 14:3"]],
    [`# sluice-silence: schema/requird\n${KUSTOMIZATION}`, ["warning silence/unknown 1:19"]],
    [`# sluice-silence: schema/required, rule/broken\n${release("  interval: 5m\n")}`, []],
  ])("%j", (text, findings) => {
    expect(found(text)).toEqual(findings);
  });
});

test("a line of a Secret is not shown", () => {
  const [diagnostic] = check(
    "apiVersion: v1\nkind: Secret\nmetadata: { name: Not-OK }\nstringData: { a: geheim }\n",
  ).diagnostics;
  expect(diagnostic?.places[0]).toMatchObject({ line: 3, lineText: undefined });
});

test("whatever the text is, there is an answer", () => {
  const piece = fc.constantFrom(
    ...[
      "apiVersion: v1",
      "kind: HelmRelease",
      "apiVersion: helm.toolkit.fluxcd.io/v2",
      "metadata:",
      "spec:",
      "---",
      "a: &a",
      "*a",
      "<<: *a",
      "[",
      "}",
      "|",
      "- ",
      "{{ x }}",
      "$patch: delete",
      "items:",
      "sops: { mac: 1 }",
      "\n",
      "\n  ",
      "\n    ",
      ": ",
      "\u0000",
      "'",
      '"',
      "__proto__: 1",
      "!!binary x",
      "? ",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isComplete) => {
      expect(Array.isArray(check(pieces.join(""), { isComplete }).diagnostics)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
