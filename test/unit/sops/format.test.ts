// What holds for every file: data come back as they were, and no change of a file passes for what its author wrote.

import fc from "fast-check";
import { expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { type Decrypted, decryptFile } from "../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { ageRecipient } from "../../../sdk/sops/recipient.ts";
import { readSopsConfig, type SopsRule } from "../../../sdk/sops/rules.ts";
import { SELECTORS } from "../../../sdk/sops/selection.ts";
import { readSopsFile } from "../../../sdk/sops/sops-file.ts";
import { nastyText, plainDocument } from "../emit/arbitrary-data.ts";
import { sopsFile } from "./sealed-file.ts";

const dataKey = newDataKey();
const keys = [[{ recipient: ageRecipient("age1any"), enc: "any" }]];

const rule: fc.Arbitrary<SopsRule> = fc.record({
  type: fc.constant("rule"),
  keyGroups: fc.constant([]),
  selection: fc.record({
    by: fc.constantFrom(...SELECTORS.filter((name) => !name.includes("comment"))),
    pattern: fc.constantFrom("a", "data", "text", "1"),
  }),
  macOnlyEncrypted: fc.boolean(),
});

/** Numbers that Go reads as whole ones and SOPS does not take; Go has no half characters. */
function forGo(_: string, value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number" && Math.abs(value) >= 2 ** 63 && Math.abs(value) < 1e21) return 1;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), item]));
}

const manifest = fc
  .record({ metadata: plainDocument, data: fc.dictionary(nastyText, nastyText), list: fc.array(plainDocument) })
  .map((data): Readonly<Record<string, unknown>> => JSON.parse(JSON.stringify(data, forGo)));

function encrypted(data: object, chosen: SopsRule): string {
  return emitYaml(encryptManifest({ manifest: data, rule: chosen, dataKey, keys, lastModified: new Date(0) }));
}

function decrypted(text: string): Decrypted {
  return decryptFile(sopsFile(text), dataKey);
}

test("data come back as they were", () => {
  fc.assert(
    fc.property(manifest, rule, (data, chosen) => {
      expect(decrypted(encrypted(data, chosen))).toMatchObject({ type: "decrypted", data: [data], isMacRight: true });
    }),
  );
});

test("encrypting what is unchanged changes no byte", () => {
  fc.assert(
    fc.property(manifest, rule, (data, chosen) => {
      const text = encrypted(data, chosen);
      const previous = { file: sopsFile(text), dataKey };
      const again = { manifest: data, rule: chosen, dataKey, keys, lastModified: new Date(1e12), previous };
      expect(emitYaml(encryptManifest(again))).toBe(text);
    }),
  );
});

test("a change of one value changes that ciphertext, the code and the time", () => {
  const texts = fc.uniqueArray(
    nastyText.map((text) => `${text.toWellFormed()}.`),
    { minLength: 2, maxLength: 8 },
  );
  const selection = { by: "encrypted_regex", pattern: "^data$" } as const;
  const chosen: SopsRule = { type: "rule", keyGroups: [], selection, macOnlyEncrypted: false };
  fc.assert(
    fc.property(texts, fc.nat(), (values, position) => {
      const data = Object.fromEntries(values.map((value, index) => [`k${index}`, value]));
      const before = encryptManifest({ manifest: { data }, rule: chosen, dataKey, keys, lastModified: new Date(0) });
      const previous = { file: sopsFile(emitYaml(before)), dataKey };
      const key = `k${position % values.length}`;
      const changed = { data: { ...data, [key]: `${data[key]}!` } };
      const after = encryptManifest({
        manifest: changed,
        rule: chosen,
        dataKey,
        keys,
        lastModified: new Date(1e12),
        previous,
      });
      const [linesBefore, linesAfter] = [before, after].map((content) => emitYaml(content).split("\n"));
      const differing = linesAfter?.filter((line, index) => line !== linesBefore?.[index]) ?? [];
      expect(differing.map((line) => line.trim().split(":")[0])).toEqual([key, "lastmodified", "mac"]);
    }),
  );
});

/** A change of a file by somebody without its key: lines that are removed, repeated, swapped, or a character that is another. */
const change = fc.record({
  kind: fc.constantFrom("remove", "swap", "character", "value"),
  line: fc.nat(),
  column: fc.nat(),
  character: fc.constantFrom(..."aZ0/+="),
});

const TAMPERED = {
  kind: "Secret",
  metadata: { name: "any", labels: { a: "b" } },
  data: { one: "first", two: "second", three: "third", list: ["x", "y"] },
};

test("a file that was changed without its key is not taken for what it was", () => {
  const selection = { by: "encrypted_regex", pattern: "^data$" } as const;
  const text = encrypted(TAMPERED, { type: "rule", keyGroups: [], selection, macOnlyEncrypted: false });
  // The recipients and how SOPS chose the values are not part of the code.
  const lines = text.split("\n").slice(0, text.split("\n").indexOf("sops:"));
  const rest = text.slice(text.indexOf("sops:"));
  fc.assert(
    fc.property(change, ({ kind, line, column, character }) => {
      const at = line % lines.length;
      const current = lines[at] ?? "";
      const changed = {
        remove: lines.toSpliced(at, 1),
        swap: lines.toSpliced(at, 2, lines[at + 1] ?? "", current),
        character: lines.toSpliced(at, 1, replaceAt(current, current.length - 1 - (column % 40), character)),
        value: lines.toSpliced(at, 1, current.replace(/: .+$/, ": changed")),
      }[kind];
      const result = decryptOrNothing(`${changed.join("\n")}\n${rest}`);
      const isTaken = result?.type === "decrypted" && result.isMacRight;
      if (isTaken) expect(valuesOf(result.data[0])).toEqual(valuesOf(TAMPERED));
    }),
    { numRuns: 600 },
  );
});

test("whatever a text is, it is read or refused", () => {
  const line = fc
    .tuple(fc.nat({ max: 4 }), nastyText, nastyText)
    .map(([depth, key, value]) => `${"  ".repeat(depth)}${key}: ${value}`);
  const metadata = fc.constantFrom(
    "sops:",
    "  age: []",
    "  kms: [1]",
    "  key_groups: [[]]",
    '  lastmodified: "2001-12-14T21:59:43Z"',
    "  mac: &a [*a]",
  );
  const text = fc.oneof(
    nastyText,
    fc.array(fc.oneof(line, metadata), { maxLength: 12 }).map((lines) => lines.join("\n")),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(["read", "plain", "invalid"]).toContain(readSopsFile(any).type);
      expect(["read", "invalid"]).toContain(readSopsConfig(any.replace("sops:", "creation_rules:")).type);
    }),
    { numRuns: 1000 },
  );
});

function replaceAt(text: string, at: number, character: string): string {
  return at < 0 ? text : text.slice(0, at) + character + text.slice(at + 1);
}

/** Nothing for what is no file of SOPS any more. */
function decryptOrNothing(text: string): Decrypted | undefined {
  const read = readSopsFile(text);
  return read.type === "read" ? decryptFile(read.file, dataKey) : undefined;
}

/** Keys that are not encrypted under are not part of the code, nor are maps that are empty; values and their order are. */
function valuesOf(data: unknown): readonly unknown[] {
  if (typeof data !== "object" || data === null) return data === null ? [] : [data];
  return Object.values(data).flatMap(valuesOf);
}
