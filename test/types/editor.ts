import { join } from "node:path";
import ts from "ts5.9";
import { ROOT } from "../tools/repository.ts";

/** The editor's service for files that are not on the disk, over the sources. */
export function editorFor(files: Readonly<Record<string, string>>): ts.LanguageService {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = { ...options, noEmit: true, paths: { sluice: [join(ROOT, "sdk/index.ts")] } };
  return ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => Object.keys(files),
    getScriptVersion: () => "1",
    getScriptSnapshot(path) {
      const content = files[path] ?? ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path in files || ts.sys.fileExists(path),
    readFile: (path) => files[path] ?? ts.sys.readFile(path),
  });
}

/** What is shown of the word at a place: its words, and its tags below them. */
export function shownAt(service: ts.LanguageService, file: string, position: number): string {
  const info = service.getQuickInfoAtPosition(file, position);
  const tags = (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
  return [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
}
