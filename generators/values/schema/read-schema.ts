import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { ListType, ObjectType, TupleType, ValuesModel, ValueType } from "../values-model.ts";
import { mergeObjects } from "./merge-objects.ts";
import { type State, statesOf } from "./schema-states.ts";
import { type StateGraph, stateGraph } from "./state-graph.ts";
import { unionType } from "./union-type.ts";
import { ValueNames } from "./value-names.ts";
import type { ListShape, ObjectShape, ValueShape } from "./value-shapes.ts";

const OBJECT = { type: "object" };

/**
 * Reads which values a schema allows, as `bundleSchema` gives it. A value that fits the schema is of the type, but for two things: where a
 * schema tells what the parts of a value are like and not what it is itself, only objects and lists are; and a key that a schema is
 * silent about may be left out of a type, which says where.
 *
 * @param prefix What the names of types start with, where those of several schemas come together.
 */
export function readSchema(bundle: Json, prefix = ""): ValuesModel {
  const states = statesOf(bundle);
  // Whatever the schema says, the values of a chart are an object.
  const root = states.at([bundle, OBJECT], [], "root");
  if (root === undefined) return { root: mergeObjects([]), named: new Map() };
  const graph = stateGraph(root, states);
  const names = namesOf(graph, new ValueNames(prefix));
  const named = new Map([...names].map(([state, name]) => [name, contentOf(state)]));
  const objects = graph.shapes(root).flatMap((shape) => (shape.shape === "object" ? [objectType(shape, root)] : []));
  return { root: mergeObjects(objects), named };

  function typeOf(state: State): ValueType {
    const name = names.get(state);
    return name === undefined ? contentOf(state) : { type: "named", name };
  }

  function contentOf(state: State): ValueType {
    return unionType(graph.shapes(state).map((shape) => shapeType(shape, state)));
  }

  function shapeType(shape: ValueShape, state: State): ValueType {
    if (shape.shape === "whole") return shape.type;
    return shape.shape === "list" ? listType(shape) : objectType(shape, state);
  }

  function listType({ first, rest, isTuple }: ListShape): ListType | TupleType {
    const items = first.map(typeOf);
    const others = rest === undefined ? undefined : typeOf(rest);
    if (items.length === 0 && others !== undefined) return { type: "list", items: others };
    if (isTuple) return { type: "tuple", items, ...(others === undefined ? {} : { rest: others }) };
    return { type: "list", items: unionType([...items, ...(others === undefined ? [] : [others])]) };
  }

  function objectType({ fields, others, isSilent }: ObjectShape, state: State): ObjectType {
    const isWhole = graph.isWhole(state);
    return {
      type: "object",
      fields: fields.map(({ name, state: value, isRequired, docs }) => ({
        name,
        value: typeOf(value),
        ...(isRequired && isWhole ? { required: true } : {}),
        ...(docs === undefined ? {} : { docs }),
      })),
      ...(others === undefined ? {} : { others: typeOf(others) }),
      ...(isSilent && fields.length > 0 ? { silent: true } : {}),
    };
  }
}

function namesOf(graph: StateGraph, names: ValueNames): ReadonlyMap<State, string> {
  const named = graph.states.filter(
    (state) => graph.recursive.has(state) || (graph.uses(state) > 1 && isWorthNaming(graph.shapes(state))),
  );
  return new Map(named.map((state) => [state, names.take(state.name)]));
}

/** A type that is said in a few words needs no name. */
function isWorthNaming(shapes: readonly ValueShape[]): boolean {
  return shapes.length > 4 || shapes.some((shape) => shape.shape === "object" && shape.fields.length > 1);
}
