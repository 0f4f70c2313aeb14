import { floatText } from "./go-number.ts";
import type { SopsComment, SopsEntry, SopsMap, SopsScalar, SopsValue } from "./tree.ts";

/** Gives a tree as plain data, without its comments. */
export function plainData(map: SopsMap): Record<string, unknown> {
  return Object.fromEntries(map.items.filter(isEntry).map(({ key, value }) => [key, dataOf(value)]));
}

function isEntry(item: SopsEntry | SopsComment): item is SopsEntry {
  return item.type === "entry";
}

function dataOf(value: SopsValue): unknown {
  switch (value.type) {
    case "map":
      return plainData(value);
    case "list":
      return value.items.flatMap((item) => (item.type === "comment" ? [] : [dataOf(item)]));
    default:
      return scalarData(value);
  }
}

/** The value of a scalar. A whole number that JavaScript has no number for is its text. */
function scalarData({ type, text, bytes }: SopsScalar): unknown {
  switch (type) {
    case "null":
      return null;
    case "bool":
      return text === "True";
    case "int":
      return String(Number(text)) === text ? Number(text) : text;
    case "float":
      return Number(text.replace("Inf", "Infinity"));
    default:
      return bytes ?? text;
  }
}

/** Makes a tree of plain data, with the types that SOPS reads in its printed form. */
export function treeOf(data: object): SopsMap {
  const items = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): SopsEntry => ({ type: "entry", key, value: treeValue(value) }));
  return { type: "map", items };
}

function treeValue(data: unknown): SopsValue {
  if (data === null) return { type: "null", text: "" };
  if (Array.isArray(data)) return { type: "list", items: data.map(treeValue) };
  switch (typeof data) {
    case "string":
      return { type: "str", text: data };
    case "boolean":
      return { type: "bool", text: data ? "True" : "False" };
    case "number":
      return { type: Number.isInteger(data) && !/[.e]/.test(String(data)) ? "int" : "float", text: floatText(data) };
    default:
      return treeOf(Object(data));
  }
}
