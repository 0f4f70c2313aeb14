import { ts } from "ts-morph";

/** An import, an export from elsewhere, a dynamic import or an import type. */
export interface SourceImport {
  readonly specifier: string;
  readonly line: number;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** An identifier, or the whole text of a string. */
export interface SourceWord {
  readonly text: string;
  readonly line: number;
  /** An identifier that names a variable, as opposed to a member, a key or a string. */
  readonly variable: boolean;
}

/** What the import rules want to know of a file. */
export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly imports: readonly SourceImport[];
  readonly words: readonly SourceWord[];
}

/** Reads a TypeScript or JavaScript file with TypeScript's own parser, so that no comment or string is taken for code. */
export function readSource(path: string, text: string): SourceFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: SourceImport[] = [];
  const words: SourceWord[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;

  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node) });
    else if (ts.isIdentifier(node)) words.push({ text: node.text, line: lineOf(node), variable: namesVariable(node) });
    else if (ts.isStringLiteralLike(node)) words.push({ text: node.text, line: lineOf(node), variable: false });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, words };
}

function importOf(node: ts.Node): Omit<SourceImport, "line"> | undefined {
  if (ts.isImportDeclaration(node)) return statically(node.moduleSpecifier, importsTypesOnly(node.importClause));
  if (ts.isExportDeclaration(node)) return statically(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return statically(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    // An address that is put together at run time is none of our modules; the trace of loaded modules sees what it was.
    return argument && ts.isStringLiteralLike(argument)
      ? { specifier: argument.text, typeOnly: false, dynamic: true }
      : undefined;
  }
  return undefined;
}

function statically(specifier: ts.Node | undefined, typeOnly: boolean): Omit<SourceImport, "line"> | undefined {
  return specifier && ts.isStringLiteral(specifier)
    ? { specifier: specifier.text, typeOnly, dynamic: false }
    : undefined;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.isTypeOnly ?? false;
}

function namesVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node || isGlobalObject(parent.expression);
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !(
    (ts.isTypeElement(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent)) &&
    parent.name === node
  );
}

function isGlobalObject(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "globalThis";
}
