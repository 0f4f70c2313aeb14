import { expect, test } from "vitest";
import { GENERATOR_CATALOG } from "../../generators/catalog.ts";
import { type GenerateInput, generate } from "../../generators/generate.ts";
import type { Overlay } from "../../generators/overlays/overlay.ts";
import { GADGET_OVERLAY, gadgetInput } from "./gadget/gadget.ts";

const OVERLAY = "generators/overlays (XMLGadget)";
const LOCK = "generators/crds/toys-2.9/toys.example.com_xmlgadgets.json";
const DOCS = "generators/docs/XMLGadget.yaml";

type Found = readonly [code: keyof typeof GENERATOR_CATALOG, file: string, path: string | undefined];

function problemsOf(input: GenerateInput): Found[] {
  const { files, problems } = generate(input);
  expect(files.size, "nothing is written beside a problem").toBe(problems.length === 0 ? 3 : 0);
  return problems.map(({ code, file, path }): Found => [code, file, path]);
}

function withOverlay(changes: Partial<Overlay>): GenerateInput {
  return { ...gadgetInput(), overlays: [{ ...GADGET_OVERLAY, ...changes }] };
}

/** Replaces a place's facts in the newer lock, or adds a place. */
function withFacts(places: Readonly<Record<string, object>>): GenerateInput {
  const input = gadgetInput();
  const lock: { versions: { schema: Record<string, object> }[] } = JSON.parse(input.locks.get(LOCK) ?? "");
  for (const version of lock.versions) version.schema = { ...version.schema, ...places };
  return { ...input, locks: new Map([...input.locks, [LOCK, JSON.stringify(lock)]]) };
}

function withoutKey(entries: Overlay["messages"], key: string): Overlay["messages"] {
  return Object.fromEntries(Object.entries(entries ?? {}).filter(([name]) => name !== key));
}

function withText(file: string, change: (text: string) => string): GenerateInput {
  const input = gadgetInput();
  return {
    ...input,
    docs: new Map([...input.docs].map(([name, text]) => [name, name === file ? change(text) : text])),
  };
}

const { references, arms, names, order } = GADGET_OVERLAY;
const none = { rules: [], field: "wait" };

const overlays: readonly { readonly what: string; readonly changes: Partial<Overlay>; readonly path: string }[] = [
  {
    what: "a reference at no field",
    changes: { references: { ...references, "spec.gone": { kinds: ["Secret"], edge: "need" } } },
    path: "spec.gone",
  },
  {
    what: "a reference at a list instead of its items",
    changes: { references: { ...references, "spec.matrix": { kinds: ["Secret"], edge: "need" } } },
    path: "spec.matrix",
  },
  {
    what: "a reference to kinds that neither it nor the schema says",
    changes: { references: { ...references, "spec.spare": { edge: "need" } } },
    path: "spec.spare",
  },
  { what: "an open enum of a field without values", changes: { open: { "spec.size": ["large"] } }, path: "spec.size" },
  { what: "a directory at no text", changes: { directories: ["spec.folder", "spec.parts"] }, path: "spec.parts" },
  {
    what: "a parameter at a field with a type",
    changes: { parameters: { "spec.config": "C", "spec.size": "S" } },
    path: "spec.size",
  },
  { what: "a name for no object", changes: { names: { ...names, "spec.size": "Size" } }, path: "spec.size" },
  { what: "an order of no object", changes: { order: { ...order, "spec.size": [] } }, path: "spec.size" },
  { what: "an order of a field that is gone", changes: { order: { spec: ["mode", "gone"] } }, path: "spec" },
  {
    what: "alternatives at no object",
    changes: { arms: { ...arms, "spec.gone": { rules: [], exactlyOne: ["a", "b"] } } },
    path: "spec.gone",
  },
  {
    what: "alternatives of a field that is gone",
    changes: { arms: { spec: { rules: [], exactlyOne: ["url", "gone"] } } },
    path: "spec",
  },
  {
    what: "alternatives whose rule is gone",
    changes: { arms: { ...arms, spec: { rules: ["has(self.url)"], exactlyOne: ["url", "file"] } } },
    path: "spec",
  },
  {
    what: "alternatives by a value that is gone",
    changes: { arms: { "spec.retry": { ...none, onlyWith: { discriminant: "name", values: ["Twice"] } } } },
    path: "spec.retry",
  },
  {
    what: "alternatives by a field without values",
    changes: { arms: { "spec.retry": { ...none, onlyWith: { discriminant: "limit", values: ["1"] } } } },
    path: "spec.retry",
  },
  {
    what: "a fact of an applier about a field that is gone",
    changes: {
      applier: {
        path: "folder",
        source: "sourceRef",
        prune: "gone",
        deletionPolicy: "mode",
        targetNamespace: "mode",
        kubeConfig: "mode",
        postBuild: "mode",
        decryption: "mode",
        patches: "mode",
        namePrefix: "mode",
        nameSuffix: "mode",
        components: "mode",
        changes: ["mode"],
      },
    },
    path: "spec.gone",
  },
];

test.each(overlays)("an overlay with $what fails", ({ changes, path }) => {
  expect(problemsOf(withOverlay(changes))).toEqual([["generate/unused-overlay", OVERLAY, path]]);
});

const schemas: readonly {
  readonly what: string;
  readonly places: Readonly<Record<string, object>>;
  readonly path?: string;
}[] = [
  { what: "an unknown fact", places: { "spec.size": { type: "string", "x-new": true } } },
  { what: "null", places: { "spec.size": { type: "string", nullable: true } } },
  { what: "no type", places: { "spec.size": {} } },
  { what: "a type that OpenAPI does not have", places: { "spec.size": { type: "text" } } },
  {
    what: "alternatives in OpenAPI",
    places: { "spec.size": { type: "string", oneOf: [{ pattern: "a" }, { pattern: "b" }] } },
  },
  {
    what: "a number or a text in other words",
    places: { "spec.port": { anyOf: [{ type: "string" }], "x-kubernetes-int-or-string": true } },
    path: "spec.port",
  },
  { what: "texts among numbers", places: { "spec.count": { type: "integer", enum: [1, "two"] } }, path: "spec.count" },
  { what: "a list of nothing", places: { "spec.size": { type: "array" } } },
  { what: "an object of nothing", places: { "spec.size": { type: "object" } } },
  { what: "a text with fields", places: { "spec.size": { type: "string" }, "spec.size.unit": { type: "string" } } },
  { what: "fields beside a map", places: { "spec.labels.known": { type: "string" } }, path: "spec.labels" },
  { what: "fields beside anything", places: { "spec.config.known": { type: "string" } }, path: "spec.config" },
  {
    what: "a whole object of another kind",
    places: { "spec.config": { type: "object", "x-kubernetes-embedded-resource": true } },
    path: "spec.config",
  },
  { what: "a field that is a prototype", places: { "spec.__proto__": { type: "string" } }, path: "spec.__proto__" },
];

test.each(schemas)("a schema with $what fails", ({ places, path = "spec.size" }) => {
  const problems = problemsOf(withFacts(places));
  // A place that is not understood has no fields, so overlay entries for those are unused too.
  expect(problems.filter(([code]) => code !== "generate/unused-overlay")).toContainEqual([
    "generate/unsupported-schema",
    LOCK,
    path,
  ]);
});

const NOT_NONE = "self.metadata.name != 'none'";

const others: readonly { readonly what: string; readonly input: GenerateInput; readonly want: Found }[] = [
  {
    what: "a field without a text",
    input: withText(DOCS, (text) => text.replace("    mode: How it looks.\n", "")),
    want: ["generate/missing-docs", DOCS, "XMLGadgetSpec.mode"],
  },
  {
    what: "a rule without words",
    input: withOverlay({ messages: withoutKey(GADGET_OVERLAY.messages, NOT_NONE) }),
    want: ["generate/missing-message", LOCK, ""],
  },
  {
    what: "a rule that is not understood",
    input: {
      ...withFacts({ "spec.mode": { type: "string", "x-kubernetes-validations": [{ rule: "self.format()" }] } }),
      overlays: [{ ...GADGET_OVERLAY, messages: { ...GADGET_OVERLAY.messages, "self.format()": "it is" } }],
    },
    want: ["generate/untranslated-rule", LOCK, "spec.mode"],
  },
  {
    what: "a text without a field",
    input: withText(DOCS, (text) => text.replace("    mode:", "    colour: Its colour.\n    mode:")),
    want: ["generate/unused-docs", DOCS, "XMLGadgetSpec.colour"],
  },
  {
    what: "a text about no type",
    input: withText(DOCS, (text) => `${text}XMLGadgetBox: { summary: A box., fields: {} }\n`),
    want: ["generate/unused-docs", DOCS, "XMLGadgetBox"],
  },
  {
    what: "a type without a summary",
    input: withText(DOCS, (text) => `${text}XMLGadgetBox: { fields: {} }\n`),
    want: ["generate/unreadable", DOCS, "XMLGadgetBox"],
  },
  {
    what: "a lock that is none",
    input: { ...gadgetInput(), locks: new Map([...gadgetInput().locks, ["generators/crds/x.json", "{"]]) },
    want: ["generate/unreadable", "generators/crds/x.json", undefined],
  },
  {
    what: "an overlay of a kind without a lock",
    input: { ...gadgetInput(), locks: new Map() },
    want: ["generate/missing-lock", OVERLAY, undefined],
  },
  {
    what: "two shapes of one name",
    input: withFacts({ "spec.spare.weight": { type: "number" } }),
    want: ["generate/name-conflict", OVERLAY, "spec.spare"],
  },
  {
    what: "a field called like a reference that is none",
    input: withFacts({ "spec.retry.otherRef": { type: "string" } }),
    want: ["generate/unmarked-reference", LOCK, "spec.retry.otherRef"],
  },
];

test.each(others)("$what is a problem", ({ input, want }) => {
  expect(problemsOf(input)).toContainEqual(want);
});

test("every problem that generating can have is tried", () => {
  const tried = new Set([
    ...others.map(({ want }) => want[0]),
    "generate/unused-overlay",
    "generate/unsupported-schema",
  ]);
  // These two are problems of commands: see locks.test.ts and committed-tree.test.ts.
  const ofCommands = ["generate/stale", "generate/unknown-release"];
  expect([...tried, ...ofCommands].sort()).toEqual(Object.keys(GENERATOR_CATALOG));
});

test("every problem says what to do", () => {
  for (const { input } of others) {
    for (const found of generate(input).problems) {
      expect(found.severity).toBe(GENERATOR_CATALOG[found.code].severity);
      expect(found.message).not.toBe("");
      expect(found.hint).not.toBe("");
    }
  }
});
