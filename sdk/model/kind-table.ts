import type { KindDefinition, KindTable } from "./kind-definition.ts";

/** Makes a table of definitions. Where two kinds share a name, the one that stands first is found without a group. */
export function kindTable(definitions: readonly KindDefinition[]): KindTable {
  const byGroupAndKind = new Map<string, KindDefinition>();
  const byKind = new Map<string, KindDefinition>();
  for (const definition of definitions) {
    byGroupAndKind.set(`${definition.group}/${definition.kind}`, definition);
    if (!byKind.has(definition.kind)) byKind.set(definition.kind, definition);
  }
  return {
    find: (group, kind) => byGroupAndKind.get(`${group}/${kind}`),
    findByKind: (kind) => byKind.get(kind),
  };
}
