import { ts } from "ts-morph";

/** Lists what a declaration file exports, one name a line, with whether it is there at run time. */
export function exportedNames(file: string): readonly string[] {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const entry = source && checker.getSymbolAtLocation(source);
  if (!entry) throw new Error(`${file} is no module`);
  return checker
    .getExportsOfModule(entry)
    .map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      return `${(flags & ts.SymbolFlags.Value) === 0 ? "type" : "value"} ${symbol.name}`;
    })
    .sort();
}
