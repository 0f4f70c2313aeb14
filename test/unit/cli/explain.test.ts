import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explainField } from "../../../sdk/cli/explain/explain-field.ts";
import { explainKinds } from "../../../sdk/cli/explain/explain-kinds.ts";
import type { Explanation } from "../../../sdk/cli/explain/explanation.ts";
import { fieldsOf, objectAt, type Place } from "../../../sdk/cli/explain/place.ts";
import { renderExplanation } from "../../../sdk/cli/explain/render-explanation.ts";
import { firstSentence } from "../../../sdk/cli/explain/text-of.ts";
import { kindTexts } from "../../../sdk/cli/explain/texts/index.gen.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import { ROOT } from "../../tools/repository.ts";

async function explained(topic: string): Promise<Explanation> {
  const found = await explainField(topic);
  if ("message" in found) throw new Error(found.message);
  return found;
}

describe("what a topic names", () => {
  test.each([
    ["Kustomization.spec.wait", "Kustomization.spec.wait"],
    ["kustomization.spec.wait", "Kustomization.spec.wait"],
    ["ks.spec.wait", "Kustomization.spec.wait"],
    ["HelmReleases.spec.timeout", "HelmRelease.spec.timeout"],
    ["gitrepo", "GitRepository"],
    ["ks.spec", "Kustomization.spec"],
    ["ks.spec.patches[0].target.kind", "Kustomization.spec.patches.target.kind"],
    ["ks.spec.patches[].target.kind", "Kustomization.spec.patches.target.kind"],
    ["ks.spec.patches.target.kind", "Kustomization.spec.patches.target.kind"],
    ["ks.spec.postBuild.substitute.domain", "Kustomization.spec.postBuild.substitute.domain"],
  ])("%s is %s", async (topic, expected) => {
    expect((await explained(topic)).topic).toBe(expected);
  });

  test.each([
    ["Kustomizaton.spec", "did you mean Kustomization?"],
    ["ks.spec.wiat", "did you mean Kustomization.spec.wait?"],
    ["ks.spec.Wait", "did you mean Kustomization.spec.wait?"],
    ["ks.wait", "there is Kustomization.spec.wait"],
    ["ks.spec.optional", "there is Kustomization.spec.postBuild.substituteFrom.optional"],
    ["ks.spec.wait.long", "it is a value without fields"],
    ["hr.spec.values.replicas", "it holds whatever the author writes"],
    ["ks.spec.decryption.zzz", "its fields are provider, secretRef, serviceAccountName"],
  ])("%s is nothing: %s", async (topic, hint) => {
    expect(await explainField(topic)).toMatchObject({ type: "usage", hint });
  });
});

test.each([
  ["ks.spec.wait", "boolean"],
  ["ks.spec.components", "string[]"],
  ["ks.spec.patches", "KustomizationPatch[]"],
  ["ks.spec.path", "string | Directory"],
  ["ks.spec.postBuild.substitute", "Record<string, string>"],
  ["ks.spec.sourceRef", 'RefTo<"OCIRepository" | "GitRepository" | "Bucket" | "ExternalArtifact">'],
  ["ks.spec.decryption.secretRef", 'LocalRefTo<"Secret">'],
  ["ks.spec.serviceAccountName", 'NameOf<"ServiceAccount">'],
  ["ks.spec.dependsOn", '(RefTo<"Kustomization"> | KustomizationDependsOn)[]'],
  ["ks.spec.dependsOn.name", 'NameOf<"Kustomization">'],
])("the type of %s is %s", async (topic, type) => {
  expect((await explained(topic)).type).toBe(type);
});

test("what is deprecated says what to write instead", async () => {
  const { text, deprecated } = await explained("hr.spec.install.skipCRDs");
  expect(text).not.toContain("@deprecated");
  expect(deprecated).toContain("`crds`");
});

test("what schemas state stands beside the words", async () => {
  expect(await explained("ks.spec.interval")).toMatchObject({
    isRequired: true,
    constraints: ["Units: `ms`, `s`, `m`, `h`."],
  });
  expect(await explained("imgrepo.spec.exclusionList")).toMatchObject({
    isRequired: false,
    default: ["^.*\\.sig$"],
    constraints: ["At most 25 items."],
  });
  expect((await explained("ag.spec.sources.kind")).constraints).toContain("`HelmChart` since Flux 2.8.");
  expect((await explained("ks.spec.buildMetadata")).since).toBe("2.9");
  expect((await explained("ks.spec.sourceRef")).references).toMatchObject({ edge: "need" });
  expect((await explained("hr.spec")).rules?.join()).toContain("chartRef");
});

test("docs/output.md names every part of an answer", async () => {
  const page = readFileSync(join(ROOT, "docs/output.md"), "utf8");
  const topics = [
    "ks",
    "hr.spec.install",
    "hr.spec.install.skipCRDs",
    "ks.spec.sourceRef",
    "bucket.spec.provider",
    "ag.spec",
  ];
  const answers = await Promise.all(topics.map(explained));
  const parts = new Set(answers.flatMap((answer) => Object.keys(JSON.parse(JSON.stringify(answer)))));
  expect(parts.size).toBeGreaterThan(12);
  expect([...parts].filter((part) => !page.includes(`| \`${part}\` `))).toEqual([]);
});

test("a kind lists the fields of its spec, and says what else it is called", async () => {
  const kind = await explained("hr");
  expect(kind.apiVersion).toBe("helm.toolkit.fluxcd.io/v2");
  expect(kind.aliases).toContain("hr");
  expect(kind.parts).toEqual((await explained("hr.spec")).parts);
});

test("every kind has texts, and every one of its places has words and a page", async () => {
  const kinds = await explainKinds();
  expect(kinds.parts?.map(({ name }) => name).sort()).toEqual(fluxKinds.map(({ kind }) => kind).sort());
  const topics = fluxKinds.flatMap((definition) => {
    if (definition.body === undefined) return [];
    return topicsBelow({ topic: definition.kind, path: "", schema: definition.body(), name: "" });
  });
  expect(topics.length).toBeGreaterThan(200);
  for (const topic of topics) {
    const { text, page, parts = [] } = await explained(topic);
    expect(text, topic).not.toBe("");
    expect(page, topic).toMatch(/^https:\/\//);
    expect(
      parts.filter((part) => part.text === ""),
      topic,
    ).toEqual([]);
  }
});

test("every other name of a kind is its own", () => {
  const names = kindTexts.flatMap(({ kind, aliases }) => [kind.toLowerCase(), ...aliases]);
  expect(names).toEqual([...new Set(names)]);
});

test.each([
  ["One. Two.", "One."],
  ["Such as `a. b`. Two.", "Such as `a. b`."],
  ["A version such as 1.2 is one. Two.", "A version such as 1.2 is one."],
  ["No end", "No end"],
])("the first sentence of %j is %j", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test("people see facts beside the words, in lines of a terminal's width", () => {
  const text = renderExplanation(
    {
      topic: "Toy.spec.parts",
      type: "ToyPart[]",
      apiVersion: "toys.example.com/v1",
      text: "What it is made of.",
      deprecated: "Use `pieces`.",
      isRequired: true,
      default: ["wheel"],
      constraints: ["At most 25 items.", "Each item once."],
      since: "2.9",
      references: { kinds: ["Part"], edge: "need" },
      page: "https://toys.example.com/#parts",
      parts: [
        { name: "label", text: `What stands on it: ${"word ".repeat(30)}.`, isRequired: true },
        { name: "weight", text: "How heavy it is." },
      ],
    },
    PLAIN,
  );
  expect(text).toMatchInlineSnapshot(`
    "Toy.spec.parts  ToyPart[]

    What it is made of.

      deprecated  Use \`pieces\`.
      required    It has to be given.
      default     ["wheel"]
      limits      At most 25 items. Each item once.
      since       Flux 2.9
      refers to   Part. The object itself may stand here; it comes along with the object that needs it.
      see         https://toys.example.com/#parts

    Fields  (* has to be given)
      label*  What stands on it: word word word word word word word word word word word word word word
              word word word word word word word word word word word word word word word word .
      weight  How heavy it is.
    "
  `);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

function topicsBelow(place: Place): readonly string[] {
  const holder = objectAt(place);
  if (holder === undefined) return [];
  return fieldsOf(holder).flatMap((field) => [field.topic, ...topicsBelow(field)]);
}
