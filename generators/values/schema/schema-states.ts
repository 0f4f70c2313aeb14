import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { alternativesOf } from "./alternatives.ts";
import { type Conjunction, conjunctionOf } from "./conjunction.ts";
import { entryOf, isJsonObject } from "./json-object.ts";
import { kindsOf } from "./kinds.ts";
import { isNeutral } from "./schema-parts.ts";

/** The schemas that the value of a place has to fit. Places with the same schemas have the same state. */
export interface State {
  readonly conjunction: Conjunction;
  /** What it should be called: the key of the first definition that leads to it, or of the place. */
  readonly name: string;
}

/** Gives states. */
export interface States {
  /** `undefined` where no value fits. */
  at(schemas: readonly Json[], hints: readonly Json[], name: string): State | undefined;
  alternatives(state: State): readonly Conjunction[];
  resolve(reference: string): Json;
}

/** Keeps the states of a bundle. */
export function statesOf(bundle: Json): States {
  const definitions = entryOf(bundle, "$defs");
  const ids = new Map<JsonObject, number>();
  const states = new Map<string, State>();
  const known = new Map<State, readonly Conjunction[]>();
  return { at, alternatives, resolve };

  function resolve(reference: string): Json {
    return reference === "#" ? bundle : (entryOf(definitions, reference.slice("#/$defs/".length)) ?? true);
  }

  function at(schemas: readonly Json[], hints: readonly Json[], name: string): State | undefined {
    const conjunction = conjunctionOf(schemas, hints, resolve);
    if (conjunction === undefined || kindsOf(conjunction.nodes).size === 0) return undefined;
    const nodes = conjunction.nodes.filter((node) => !onlyRefers(node));
    const key = [nodes, conjunction.hints].map((list) => list.map(idOf).sort().join()).join(" ");
    const state = states.get(key) ?? { conjunction, name: definitionOf(schemas) ?? name };
    states.set(key, state);
    return state;
  }

  function alternatives(state: State): readonly Conjunction[] {
    const found = known.get(state) ?? alternativesOf(state.conjunction, resolve);
    known.set(state, found);
    return found;
  }

  function idOf(node: JsonObject): number {
    const id = ids.get(node) ?? ids.size;
    ids.set(node, id);
    return id;
  }
}

/** Says whether a schema adds nothing to what it refers to. */
function onlyRefers(node: JsonObject): boolean {
  const { $ref: _, allOf: __, required, ...others } = node;
  return required === undefined && isNeutral(others);
}

/** The name of the definition that the first schema with a reference refers to. */
function definitionOf(schemas: readonly Json[]): string | undefined {
  for (const schema of schemas) {
    const ref = isJsonObject(schema) ? schema["$ref"] : undefined;
    if (typeof ref === "string" && ref.startsWith("#/$defs/")) return ref.slice("#/$defs/".length);
  }
  return undefined;
}
