import { expect, test } from "vitest";
import { decryptLeaf, encryptLeaf, isCiphertext } from "../../../sdk/sops/cipher.ts";
import { bytesOf, type ScalarType } from "../../../sdk/sops/tree.ts";

const KEY = new Uint8Array(32).fill(7);

test.each<[type: ScalarType, text: string]>([
  ["str", "schön 🐙"],
  ["int", "-9223372036854775808"],
  ["float", "0.1"],
  ["float", "+Inf"],
  ["float", "NaN"],
  ["bool", "True"],
  ["bool", "False"],
  ["time", "2001-12-14T21:59:43.1-05:00"],
])("a value of type %s", (type, text) => {
  const encrypted = encryptLeaf({ type, text }, KEY, "a:b:");
  expect(encrypted).toMatch(new RegExp(`^ENC\\[AES256_GCM,data:[^,]+,iv:.{44},tag:.{24},type:${type}\\]$`));
  expect(isCiphertext(encrypted)).toBe(true);
  expect(decryptLeaf(encrypted, KEY, "a:b:")).toEqual({ type, text });
  expect(decryptLeaf(encrypted, KEY, "a:c:")).toBeUndefined();
  expect(decryptLeaf(encrypted, new Uint8Array(32), "a:b:")).toBeUndefined();
  expect(encryptLeaf({ type, text }, KEY, "a:b:")).not.toBe(encrypted);
});

test("bytes that are no text", () => {
  const leaf = { type: "str", text: "\ufffd", bytes: Uint8Array.of(255) } as const;
  const found = decryptLeaf(encryptLeaf(leaf, KEY, ""), KEY, "");
  expect(found && bytesOf(found)).toEqual(leaf.bytes);
});

test("an empty text stays, as in SOPS", () => {
  expect(encryptLeaf({ type: "str", text: "" }, KEY, "a:")).toBe("");
  expect(decryptLeaf("", KEY, "a:")).toEqual({ type: "str", text: "" });
});

/** The types as other versions of SOPS wrote them. */
test.each([
  ["bool", "true", { type: "bool", text: "True" }],
  ["bool", "maybe", undefined],
  ["int", "007", { type: "int", text: "7" }],
  ["int", "0x1f", undefined],
  ["float", "1e3", { type: "float", text: "1000" }],
  ["float", "", undefined],
  ["float", "-inf", { type: "float", text: "-Inf" }],
  ["bytes", "text", { type: "str", text: "text" }],
  ["comment", " text", { type: "comment", text: " text" }],
  ["other", "text", undefined],
])("%s %j", (type, text, want) => {
  // The type is not authenticated.
  const encrypted = encryptLeaf({ type: "str", text: `${text} ` }, KEY, "").replace("type:str", `type:${type}`);
  const shorter = encryptLeaf({ type: "str", text }, KEY, "").replace("type:str", `type:${type}`);
  expect(decryptLeaf(shorter === "" ? encrypted : shorter, KEY, "")).toEqual(want);
});

test.each<[what: string, change: (text: string) => string]>([
  ["another version", (text) => text.replace("AES256_GCM", "AES256_CBC")],
  ["a short tag", (text) => text.replace(/tag:.{4}/, "tag:")],
  ["no data", (text) => text.replace(/data:[^,]+/, "data:")],
  ["data without padding", (text) => text.replace("=,iv", ",iv")],
  ["URL-safe Base64", (text) => text.replace(/iv:./, "iv:_")],
  ["a line break", (text) => text.replace(",iv", "\n,iv")],
  ["nothing of it", () => "sesame"],
])("%s is not decrypted", (_, change) => {
  const encrypted = encryptLeaf({ type: "str", text: "five" }, KEY, "");
  expect(change(encrypted)).not.toBe(encrypted);
  expect(decryptLeaf(change(encrypted), KEY, "")).toBeUndefined();
});
