import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import type { ValueDocs } from "../values-model.ts";
import { isJsonList } from "./json-object.ts";

/** The words of a field: of each kind, those that stand nearest to it. */
export function fieldDocs(name: string, nodes: readonly JsonObject[]): ValueDocs | undefined {
  const text = first(nodes, textOf) ?? first(nodes, (node) => titleOf(name, node));
  const byDefault = nodes.find((node) => Object.hasOwn(node, "default"))?.["default"];
  const examples = first(nodes, ({ examples }) => (isJsonList(examples) && examples.length > 0 ? examples : undefined));
  const isDeprecated = nodes.some(({ deprecated }) => deprecated === true);
  if (text === undefined && byDefault === undefined && examples === undefined && !isDeprecated) return undefined;
  return {
    ...(text === undefined ? {} : { text }),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(examples === undefined ? {} : { examples }),
  };
}

function textOf({ markdownDescription, description }: JsonObject): string | undefined {
  return words(markdownDescription) ?? words(description);
}

/** Tools that write schemas repeat the key as the title. */
function titleOf(name: string, { title }: JsonObject): string | undefined {
  const text = words(title);
  return text?.toLowerCase().replaceAll(" ", "") === name.toLowerCase() ? undefined : text;
}

function words(value: Json | undefined): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

function first<Found>(nodes: readonly JsonObject[], find: (node: JsonObject) => Found | undefined): Found | undefined {
  for (const node of nodes) {
    const found = find(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
