import type { Explanations } from "./explanation.ts";

/** Why each `schema/…` is a rule, and what it looks like. */
export const SCHEMA: Explanations<"schema"> = {
  "schema/bound": {
    why: "The API server refuses numbers beyond the bounds that a field has.",
  },
  "schema/count": {
    why: "The API server refuses lists and objects with too few or too many parts.",
  },
  "schema/duplicate": {
    why: "The items of such a list are merged by their keys, so the API server refuses two with the same.",
  },
  "schema/enum": {
    why: "The API server refuses any other value, also one that differs in case only.",
  },
  "schema/length": {
    why: "The API server counts the characters of a text, and refuses it when there are too few or too many.",
  },
  "schema/pattern": {
    why: "The API server matches the text with the regular expression or the format that the field has, and refuses another text.",
  },
  "schema/required": {
    why: "The API server refuses an object without a field that it needs. A null counts as missing.",
  },
  "schema/type": {
    why: "The API server changes no types: a number in quotes is a string, and a number is no duration.",
  },
  "schema/unknown-field": {
    why: "Flux applies objects with strict validation, so a field that the kind does not have stops the whole Kustomization.",
  },
};
