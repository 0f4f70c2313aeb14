import { dirname } from "node:path";
import { inspect } from "node:util";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { type LocatedDiagnostic, placesOf } from "../../diagnostics/resolve-location.ts";
import { type SourcePlaces, shownPath, sourcePlaces } from "../../places/source-places.ts";
import { bundleProgram } from "./bundle-program.ts";

/** What a program exports by default, or why it did not come to that. */
export type RanProgram =
  | {
      readonly type: "ran";
      readonly exported: unknown;
      readonly places: SourcePlaces;
      readonly inputs: readonly string[];
      readonly explain: ExplainThrown;
    }
  | { readonly type: "failed"; readonly diagnostics: readonly LocatedDiagnostic[]; readonly inputs: readonly string[] };

/** How a program is run. */
export interface RunOptions {
  /** What stacks call the bundle. Not the URL that it is imported from: that is the bundle itself, and is printed in every frame. */
  readonly name: string;
  /** Called before the program's own code runs: from then on it may throw at any time. */
  readonly starting?: ((explain: ExplainThrown) => void) | undefined;
  /** Which time it is that this process runs the program. Node runs a module of one text once. */
  readonly round?: number | undefined;
}

/** Shows what a program threw, in its own files and lines. */
export type ExplainThrown = (thrown: unknown) => LocatedDiagnostic;

/** Bundles a TypeScript program and runs it in this process. Nothing is written to disk. */
export async function runProgram(file: string, { name, starting, round = 1 }: RunOptions): Promise<RanProgram> {
  const bundle = await bundleProgram(file);
  if (bundle.type === "failed") return bundle;
  const { inputs } = bundle;
  const again = round === 1 ? "" : `// ${round}\n`;
  const code = Buffer.from(`${bundle.code}\n${again}//# sourceURL=${name}\n`).toString("base64");
  const url = `data:text/javascript;base64,${code}`;
  const places = sourcePlaces({ name, sourceMap: bundle.sourceMap, folder: dirname(file) });
  const explain: ExplainThrown = (thrown) => {
    const explained = explainThrown(thrown, places, (text) => text.replaceAll(url, shownPath(file)));
    return explained.places.length > 0 ? explained : { ...explained, file: shownPath(file) };
  };
  starting?.(explain);
  try {
    const module: { readonly default?: unknown } = await import(url);
    return { type: "ran", exported: module.default, places, inputs, explain };
  } catch (thrown) {
    return { type: "failed", diagnostics: [explain(thrown)], inputs };
  }
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown === "string" ? thrown : inspect(thrown, { depth: 1 });
  return thrown.cause === undefined ? String(thrown) : `${thrown}, caused by ${describe(thrown.cause)}`;
}

function explainThrown(thrown: unknown, places: SourcePlaces, clean: (text: string) => string): LocatedDiagnostic {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  return {
    code: "program/threw",
    severity: CATALOG["program/threw"].severity,
    message: `the program threw ${clean(describe(thrown))}`,
    hint: "the error is the program's own: correct it there",
    places: placesOf({ stack }, places.ofProgram),
    relatedPlaces: [],
  };
}
