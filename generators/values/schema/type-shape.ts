import type { ValueType } from "../values-model.ts";

const SHAPES = new WeakMap<ValueType, string>();

/** A text that is the same for types that differ in words only. */
export function shapeOf(type: ValueType): string {
  const shape = SHAPES.get(type) ?? JSON.stringify(type, (key, value: unknown) => (key === "docs" ? undefined : value));
  SHAPES.set(type, shape);
  return shape;
}
