import type { SyntaxProblem } from "./syntax-problem.ts";

const QUANTITY = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** Reads an amount as Kubernetes does: `10Gi`. */
export function readQuantity(text: string): SyntaxProblem | undefined {
  if (QUANTITY.test(text)) return undefined;
  return { problem: "is no amount that Kubernetes can read", hint: 'write a number with a unit, such as "10Gi"' };
}
