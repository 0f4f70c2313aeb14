import type { PlainObject } from "./base-objects.ts";
import type { VerdictCase } from "./cases.ts";

const NAMES = ["", "App", "a_b", "a.b", "-a", "a-", "a..b", "1", "a/b", "a".repeat(253), "a".repeat(254), "app\n"];
const NAMESPACES = ["Apps", "a.b", "a".repeat(63), "a".repeat(64), "1"];
const LABELS: readonly Readonly<Record<string, unknown>>[] = [
  { app: "" },
  { app: "a b" },
  { app: "a".repeat(63) },
  { app: "a".repeat(64) },
  { app: "-a" },
  { app: 1 },
  { app: null },
  { "": "a" },
  { "a/b": "c" },
  { "a/b/c": "d" },
  { "A.example/b": "c" },
  { "a.example/B_c.d": "e" },
  { "-a": "b" },
  { [`a.example/${"b".repeat(63)}`]: "c" },
  { [`a.example/${"b".repeat(64)}`]: "c" },
  { [`${"a".repeat(254)}/b`]: "c" },
];
const OTHERS: readonly Readonly<Record<string, unknown>>[] = [
  { labels: "a" },
  { annotations: ["a"] },
  { labels: null },
  { annotations: null },
  { annotations: { app: "a".repeat(262_144 - 3) } },
  { annotations: { app: "a".repeat(262_144 - 2) } },
  { annotations: { "a.example/b": "any text: {}\n" } },
  { annotations: { "a b": "c" } },
  { sluice: "a" },
  { finalizers: ["a.example/b"] },
  { finalizers: ["a b"] },
  { generateName: "app-" },
];

/** What is tried of the metadata, which all kinds share. */
export function metadataCases(base: PlainObject): readonly VerdictCase[] {
  const changes = [
    ...NAMES.map((name) => ({ name })),
    ...NAMESPACES.map((namespace) => ({ namespace })),
    ...LABELS.flatMap((entries) => [{ labels: entries }, { annotations: entries }]),
    ...OTHERS,
  ];
  return changes.map((change) => ({
    name: `metadata: ${shortOf(JSON.stringify(change))}`,
    object: { ...base, metadata: { ...base.metadata, ...change } },
  }));
}

/** Long runs of one letter are counted. */
function shortOf(text: string): string {
  return text.replace(/([ab])\1{20,}/g, (run, letter: string) => `${letter}*${run.length}`);
}
