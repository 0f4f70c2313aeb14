import type { CompiledFile } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";
import { emitFile, isPrinted } from "../../emit/emit-file.ts";
import { keepImages } from "../../emit/keep-images.ts";
import { emitJsonList, emitYamlStream } from "../../emit/standard-output.ts";
import type { Fleet } from "../../model/fleet.ts";
import { compileOnDisk } from "../program/compile-on-disk.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import type { BuildOptions } from "./build-options.ts";
import { findImages } from "./found-images.ts";
import type { FilesOutcome } from "./outcome.ts";

/** What is built. */
export interface BuildRequest {
  readonly fleet: Fleet;
  /** The program's file. */
  readonly program: string;
  readonly options: BuildOptions;
  /** Says whether what was found stops the build. */
  readonly stops: (diagnostics: readonly Diagnostic[]) => boolean;
  /** Prints a piece of what was asked for on standard output. */
  readonly print: (text: string) => void;
}

/** Compiles a fleet, and prints its manifests or brings the files on disk up to date. */
export async function buildFleet({ fleet, program, options, stops, print }: BuildRequest): Promise<FilesOutcome> {
  const { folder, kinds, records, view, compiled } = await compileOnDisk({ fleet, program, ...options });
  const { diagnostics, files, secretSites } = compiled;
  if (stops(diagnostics)) return { diagnostics, secretSites };

  if (options.mode === "stdout-yaml" || options.mode === "stdout-json") {
    for (const piece of options.mode === "stdout-json" ? emitJsonList(files) : emitYamlStream(files)) print(piece);
    return { diagnostics, secretSites };
  }
  const textOf = (file: CompiledFile): string => textOfFile(file, view?.encryptedTexts);
  const found = await findImages(files, records, folder);
  const kept = keepImages(files, found.files);
  const { read: readImages } = found;
  const outcome = bringUpToDate({ folder, records, files: kept.files, textOf, readImages, options, kinds });
  return { ...outcome, diagnostics: [...diagnostics, ...kept.diagnostics, ...outcome.diagnostics], secretSites };
}

function textOfFile(file: CompiledFile, encryptedTexts?: ReadonlyMap<string, string>): string {
  if (isPrinted(file)) return emitFile(file);
  const text = encryptedTexts?.get(file.type === "encrypted" ? file.from : file.path);
  // The compiler refuses an encrypted file that could not be read, and a Secret that cannot be encrypted.
  if (text === undefined) throw new InternalError(`There is no encrypted text for "${file.path}"`);
  return text;
}
