/** An operator between two operands. */
export type BinaryOperator = "||" | "&&" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "in" | "+" | "-" | "*" | "/" | "%";

/** A value that is written out. The types of numbers differ in CEL, so each literal says its own. */
export type LiteralValue =
  | { readonly type: "int" | "uint"; readonly value: bigint }
  | { readonly type: "double"; readonly value: number }
  | { readonly type: "string" | "bytes"; readonly value: string }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "null"; readonly value: null };

interface Placed {
  /** Where it starts in the text, in UTF-16 units. */
  readonly at: number;
}

/** An expression of CEL as it is written: macros are calls here. */
export type Expression =
  | (Placed & { readonly type: "literal"; readonly literal: LiteralValue })
  | (Placed & { readonly type: "name"; readonly name: string })
  /** `operand.field`; with `optional`, `operand.?field`. */
  | (Placed & {
      readonly type: "select";
      readonly operand: Expression;
      readonly field: string;
      readonly optional: boolean;
    })
  /** `operand[key]`; with `optional`, `operand[?key]`. */
  | (Placed & {
      readonly type: "index";
      readonly operand: Expression;
      readonly key: Expression;
      readonly optional: boolean;
    })
  /** `name(parameters)`, or `target.name(parameters)`. */
  | (Placed & {
      readonly type: "call";
      readonly target: Expression | undefined;
      readonly name: string;
      readonly parameters: readonly Expression[];
    })
  | (Placed & { readonly type: "list"; readonly items: readonly Expression[] })
  | (Placed & { readonly type: "map"; readonly entries: readonly (readonly [Expression, Expression])[] })
  /** `a.b.Message{field: value}` */
  | (Placed & {
      readonly type: "message";
      readonly name: string;
      readonly fields: readonly (readonly [string, Expression])[];
    })
  | (Placed & { readonly type: "unary"; readonly operator: "!" | "-"; readonly operand: Expression })
  | (Placed & {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Placed & {
      readonly type: "conditional";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    });

/** Finds an expression of one of its types. */
export type ExpressionOf<Type extends Expression["type"]> = Extract<Expression, { readonly type: Type }>;

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case "literal":
    case "name":
      return [];
    case "select":
    case "unary":
      return [expression.operand];
    case "index":
      return [expression.operand, expression.key];
    case "call":
      return expression.target === undefined ? expression.parameters : [expression.target, ...expression.parameters];
    case "list":
      return expression.items;
    case "map":
      return expression.entries.flat();
    case "message":
      return expression.fields.map(([, value]) => value);
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
  }
}
