import { WIDTH } from "../emit/layout.ts";

/** An expression of TypeScript, as far as predicates need them. */
export type Code =
  /** As it is written. */
  | string
  | Call
  /** `(parameter) => body` */
  | { readonly parameter: string; readonly body: Code };

interface Call {
  readonly call: string;
  readonly operands: readonly Code[];
}

/** Prints code on one line. */
export function flatCode(code: Code): string {
  if (typeof code === "string") return code;
  if ("call" in code) return `${code.call}(${code.operands.map(flatCode).join(", ")})`;
  return `(${code.parameter}) => ${flatCode(code.body)}`;
}

/**
 * Prints code as the repository's formatter would, on one line where it fits.
 *
 * @param column Where it starts.
 * @param indent How far the line that it starts on is indented.
 */
export function layoutCode(code: Code, column: number, indent: number): string {
  const line = flatCode(code);
  // What follows is a comma.
  if (column + line.length < WIDTH || typeof code === "string") return line;
  if ("parameter" in code) {
    const inner = indent + 2;
    return `(${code.parameter}) =>\n${" ".repeat(inner)}${layoutCode(code.body, inner, inner)}`;
  }
  return layoutCall(code, column, indent);
}

function layoutCall({ call, operands }: Call, column: number, indent: number): string {
  const [inner, outer] = [" ".repeat(indent + 2), " ".repeat(indent)];
  const last = operands.at(-1);
  if (typeof last === "object" && "parameter" in last) {
    const head = `${[...operands.slice(0, -1).map(flatCode), `(${last.parameter})`].join(", ")} =>`;
    if (column + call.length + 1 + head.length <= WIDTH) {
      return `${call}(${head}\n${inner}${layoutCode(last.body, indent + 2, indent + 2)},\n${outer})`;
    }
  }
  const lines = operands.map((operand) => `${inner}${layoutCode(operand, indent + 2, indent + 2)},\n`);
  return `${call}(\n${lines.join("")}${outer})`;
}
