import { dirname } from "node:path";
import { knownKinds } from "../../authoring/known-kinds.ts";
import { collectFleet } from "../../compile/collect-fleet.ts";
import { compileFleet } from "../../compile/compile.ts";
import type { CompiledFile } from "../../compile/compiled.ts";
import { placesOf } from "../../compile/inspect.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";
import { emitFile } from "../../emit/emit-file.ts";
import { INDEX_PATH } from "../../emit/index-file.ts";
import { emitJsonList, emitYamlStream } from "../../emit/standard-output.ts";
import type { Fleet } from "../../model/fleet.ts";
import { outputFolder } from "../disk/output-folder.ts";
import { type Records, readRecords } from "../disk/read-index.ts";
import { listFiles, readView } from "../disk/read-view.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import type { BuildOptions } from "./build-options.ts";
import type { FilesOutcome } from "./outcome.ts";

/** What is built. */
export interface BuildRequest {
  readonly fleet: Fleet;
  /** The program's file. */
  readonly program: string;
  readonly options: BuildOptions;
  /** Prints a piece of what was asked for on standard output. */
  readonly print: (text: string) => void;
}

/** Compiles a fleet, and prints its manifests or brings the files on disk up to date. */
export async function buildFleet({ fleet, program, options, print }: BuildRequest): Promise<FilesOutcome> {
  const folder = outputFolder(options.root);
  const kinds = knownKinds();
  const collected = collectFleet(fleet, kinds);
  const places = placesOf(collected);
  const paths = listFiles(folder.root, places.folders);
  // Read behind the listing: a build that runs at the same time writes down what it writes before it does.
  const records = readRecords(folder);
  if (records.blocked !== undefined) {
    const { code, message, hint } = records.blocked;
    return { diagnostics: [{ code, severity: "error", message, hint, file: INDEX_PATH }] };
  }
  const isOurs = isOursBy(records);
  const view = await readView({ root: folder.root, places, paths, isOurs, programFolder: dirname(program) });
  const clusters = options.clusters.length > 0 ? options.clusters : undefined;
  const { diagnostics, files } = compileFleet(fleet, { kinds, clusters, collected }, view);
  if (hasErrors(diagnostics)) return { diagnostics };

  if (options.mode === "stdout-yaml" || options.mode === "stdout-json") {
    for (const piece of options.mode === "stdout-json" ? emitJsonList(files) : emitYamlStream(files)) print(piece);
    return { diagnostics };
  }
  const textOf = (file: CompiledFile): string => textOfFile(file, view.encryptedTexts);
  const outcome = bringUpToDate({ folder, records, files, textOf, options, kinds });
  return { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] };
}

function isOursBy({ index, interrupted }: Records): (path: string) => boolean {
  const written = index.type === "read" ? index.index : undefined;
  return (path) => written?.has(path) === true || interrupted?.has(path) === true;
}

function textOfFile(file: CompiledFile, encryptedTexts: ReadonlyMap<string, string>): string {
  if (file.type !== "encrypted") return emitFile(file);
  const text = encryptedTexts.get(file.from);
  // The compiler refuses an encrypted file that could not be read.
  if (text === undefined) throw new InternalError(`The encrypted file "${file.from}" was not read`);
  return text;
}
