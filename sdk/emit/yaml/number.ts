import { InternalError } from "../../diagnostics/internal-error.ts";

/**
 * A number that every parser reads as the same one. YAML 1.1 takes an exponent only behind a dot, and an integer has no `-0`.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new InternalError(`The number ${value} has no place in a manifest`);
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  const exponent = text.indexOf("e");
  return exponent < 0 || text.includes(".") ? text : `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}
