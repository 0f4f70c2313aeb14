import { CelFailure, Unsure } from "./stops.ts";

/** Functions of CEL that cel-js has with a difference. */
export const VALUE_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "hasField(dyn, string): bool": hasField,
  "intOf(dyn): int": intOf,
  "doubleOf(dyn): double": doubleOf,
};

/** A null is no value to the API server. */
function hasField(object: unknown, field: string): boolean {
  if (!(object instanceof Map)) throw new Unsure("a field of what is no object");
  return (object.get(field) ?? null) !== null;
}

function intOf(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isFinite(value)) return inRange(BigInt(Math.trunc(value)));
  if (typeof value !== "string") throw new Unsure("a conversion");
  if (!/^[+-]?\d{1,100}$/.test(value)) throw new CelFailure(`${value} is no integer`);
  return inRange(BigInt(value.replace(/^\+/, "")));
}

function inRange(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new CelFailure("integer overflow");
  return value;
}

function doubleOf(value: unknown): number {
  if (typeof value === "bigint" || typeof value === "number") return Number(value);
  if (typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/.test(value)) return Number(value);
  throw new Unsure("a conversion");
}
