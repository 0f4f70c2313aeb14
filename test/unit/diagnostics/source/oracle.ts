// What TypeScript's own parser says of calls and of the fields in them.
import ts from "ts5.9";

/** A field that a call gives, and what stands for it. */
export interface KnownField {
  /** Where the name of the called function starts. */
  readonly call: number;
  readonly args: number;
  /** The argument, then the field. */
  readonly path: readonly [number, ...(string | number)[]];
  /** The text of the property, the item or the argument. */
  readonly text: string;
}

/** Every field that the calls in a program give, and every argument that is no literal. */
export function fieldsIn(program: string): readonly KnownField[] {
  const file = ts.createSourceFile("program.ts", program, ts.ScriptTarget.Latest, true);
  const found: KnownField[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && !isCalledOn(node)) addCall(node, found);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Something is called on the result, which makes it unsure which call a place means. */
function isCalledOn({ parent, end }: ts.CallExpression): boolean {
  return "expression" in parent && parent.expression !== undefined && parent.end > end && isAccess(parent);
}

function isAccess(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isTaggedTemplateExpression(node)
  );
}

function addCall(node: ts.CallExpression, found: KnownField[]): void {
  const { expression, arguments: args } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  if (!ts.isIdentifier(name) || args.some(ts.isSpreadElement)) return;
  args.forEach((argument, position) => {
    const add = (path: readonly (string | number)[], at: ts.Node): void => {
      found.push({ call: name.getStart(), args: args.length, path: [position, ...path], text: at.getText() });
    };
    // A literal as a whole is shown by its call.
    const literal = withoutTypes(argument);
    if (!ts.isObjectLiteralExpression(literal) && !ts.isArrayLiteralExpression(literal)) add([], argument);
    addFields(argument, [], add);
  });
}

function addFields(
  value: ts.Node,
  path: readonly (string | number)[],
  add: (path: readonly (string | number)[], at: ts.Node) => void,
): void {
  const literal = withoutTypes(value);
  if (ts.isArrayLiteralExpression(literal) && !literal.elements.some(ts.isSpreadElement)) {
    literal.elements.forEach((item, index) => {
      if (ts.isOmittedExpression(item)) return;
      add([...path, index], item);
      addFields(item, [...path, index], add);
    });
  }
  if (!ts.isObjectLiteralExpression(literal)) return;
  literal.properties.forEach((property, index) => {
    const key = keyOf(property);
    const later = literal.properties.slice(index + 1).map(keyOf);
    if (key === undefined || later.some((other) => other === undefined || other === key)) return;
    add([...path, key], property);
    if (ts.isPropertyAssignment(property)) addFields(property.initializer, [...path, key], add);
  });
}

function withoutTypes(node: ts.Node): ts.Node {
  const isWrapped =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node);
  return isWrapped ? withoutTypes(node.expression) : node;
}

function keyOf({ name }: ts.ObjectLiteralElementLike): string | undefined {
  if (name === undefined) return undefined;
  if (ts.isComputedPropertyName(name)) {
    const { expression } = name;
    return ts.isStringLiteral(expression) || ts.isNumericLiteral(expression) ? expression.text : undefined;
  }
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}
