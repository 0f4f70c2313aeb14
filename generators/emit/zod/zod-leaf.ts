import { InternalError } from "../../../sdk/diagnostics/internal-error.ts";
import type { LeafNode } from "../../schema/schema-model.ts";
import { keyOf, sourceOf } from "../literal.ts";
import type { ZodSource } from "./zod-source.ts";

/** The schema of a scalar. */
export function zodLeaf(node: LeafNode): ZodSource {
  switch (node.type) {
    case "boolean":
      return { value: "z.boolean()", type: "z.ZodBoolean" };
    case "integer":
      return { value: `z.int()${range(node)}`, type: "z.ZodInt" };
    case "number":
      return { value: `z.number()${range(node)}`, type: "z.ZodNumber" };
    case "int-or-string":
      return { value: "z.union([z.int(), z.string()])", type: "z.ZodUnion<readonly [z.ZodInt, z.ZodString]>" };
    case "string":
      return node.enum === undefined || node.open !== undefined ? text(node) : zodChoice(node.enum.map(String));
  }
}

/** One of some texts. */
export function zodChoice(values: readonly string[]): ZodSource {
  return {
    value: `z.enum([${values.map(sourceOf).join(", ")}])`,
    type: `z.ZodEnum<{ ${values.map((value) => `${keyOf(value)}: ${sourceOf(value)}`).join("; ")} }>`,
  };
}

function text({ facts, pattern }: LeafNode): ZodSource {
  const { minLength, maxLength } = facts;
  const checks = [
    ...(pattern === undefined ? [] : [`.regex(${regularExpression(pattern)})`]),
    ...(minLength === undefined ? [] : [`.refine(isAtLeast(${minLength}))`]),
    ...(maxLength === undefined ? [] : [`.refine(isAtMost(${maxLength}))`]),
  ];
  return { value: `z.string()${checks.join("")}`, type: "z.ZodString" };
}

/** A pattern of RE2 as a literal. Those that mean something else to JavaScript are refused. */
function regularExpression(pattern: string): string {
  if (/\(\?[^:]|\\[AzZCQEpP]|\[\[:/.test(pattern))
    throw new InternalError(`The pattern ${pattern} cannot be written as a literal`);
  return new RegExp(pattern).toString();
}

function range({ facts }: LeafNode): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = facts;
  const bounds = [
    ...(minimum === undefined ? [] : [exclusiveMinimum === true ? `.gt(${minimum})` : `.min(${minimum})`]),
    ...(maximum === undefined ? [] : [exclusiveMaximum === true ? `.lt(${maximum})` : `.max(${maximum})`]),
  ];
  return bounds.join("");
}
