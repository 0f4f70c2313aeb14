import type { State, States } from "./schema-states.ts";
import { type ValueShape, valueShapes } from "./value-shapes.ts";

/** The states that can be reached from a root, and how. */
export interface StateGraph {
  shapes(state: State): readonly ValueShape[];
  /** In the order in which a reader meets them. */
  readonly states: readonly State[];
  /** States that lead back to themselves. */
  readonly recursive: ReadonlySet<State>;
  /** In how many places a state stands. */
  uses(state: State): number;
  /** Values of it stand below the items of lists only, so that nothing is merged into them. */
  isWhole(state: State): boolean;
}

/** Walks through all that a root holds. */
export function stateGraph(root: State, states: States): StateGraph {
  const shapes = new Map<State, readonly ValueShape[]>();
  const uses = new Map<State, number>();
  const recursive = new Set<State>();
  const merged = new Set<State>();
  const onTheWay = new Set<State>();
  visit(root);
  mark(root);
  return {
    shapes: (state) => shapes.get(state) ?? [],
    states: [...shapes.keys()],
    recursive,
    uses: (state) => uses.get(state) ?? 0,
    isWhole: (state) => !merged.has(state),
  };

  function visit(state: State): void {
    uses.set(state, (uses.get(state) ?? 0) + 1);
    if (onTheWay.has(state)) recursive.add(state);
    if (shapes.has(state)) return;
    onTheWay.add(state);
    const found = valueShapes(state, states);
    shapes.set(state, found);
    for (const shape of found) for (const part of [...fieldsOf(shape), ...itemsOf(shape)]) visit(part);
    onTheWay.delete(state);
  }

  function mark(state: State): void {
    if (merged.has(state)) return;
    merged.add(state);
    for (const shape of shapes.get(state) ?? []) for (const part of fieldsOf(shape)) mark(part);
  }
}

function fieldsOf(shape: ValueShape): readonly State[] {
  if (shape.shape !== "object") return [];
  return [...shape.fields.map(({ state }) => state), ...(shape.others === undefined ? [] : [shape.others])];
}

function itemsOf(shape: ValueShape): readonly State[] {
  if (shape.shape !== "list") return [];
  return [...shape.first, ...(shape.rest === undefined ? [] : [shape.rest])];
}
