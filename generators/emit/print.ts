import { IndentationText, Project, QuoteKind, type SourceFileStructure } from "ts-morph";

/** Prints files, each once from its structure: changing a printed file would parse it again for every change. */
export function printFiles(files: ReadonlyMap<string, SourceFileStructure>): Map<string, string> {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      quoteKind: QuoteKind.Double,
      useTrailingCommas: true,
    },
  });
  return new Map(
    [...files].map(([name, structure]) => [
      name,
      withoutStrayBlanks(project.createSourceFile(name, structure).getFullText()),
    ]),
  );
}

/** The printer leaves a blank behind a `=` at a line's end, and two empty lines where both neighbours ask for one. */
function withoutStrayBlanks(text: string): string {
  return text.replace(/ +$/gm, "").replace(/\n{3,}/g, "\n\n");
}
