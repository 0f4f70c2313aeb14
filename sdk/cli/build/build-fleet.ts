import type { CompiledFile } from "../../compile/compiled.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
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
  const { folder, kinds, records, view, secrets, compiled } = await compileOnDisk({ fleet, program, ...options });
  const { diagnostics, files, secretSites } = compiled;
  if (stops(diagnostics)) return { diagnostics, secretSites };

  if (options.mode === "stdout-yaml" || options.mode === "stdout-json") {
    for (const piece of options.mode === "stdout-json" ? emitJsonList(files) : emitYamlStream(files)) print(piece);
    return { diagnostics, secretSites };
  }
  const sealed =
    secrets && files.some(({ type }) => type === "sealed")
      ? await (await import("../secrets/secrets.ts")).sealFiles({
          files,
          secrets,
          root: folder.root,
          look: (path) => folder.look(path),
          index: records.index.type === "read" ? records.index.index : new Map(),
          undecided: options.undecided,
          force: options.force,
          isTrial: options.mode !== "write",
        })
      : undefined;
  const soFar = [...diagnostics, ...(sealed?.diagnostics ?? [])];
  if (stops(soFar)) return { diagnostics: soFar, secretSites };
  const textOf = (file: CompiledFile): string => textOfFile(file, view?.encryptedTexts, sealed?.texts);
  const found = await findImages(files, records, folder);
  const kept = keepImages(files, found.files);
  const { read: readImages } = found;
  const update = { folder, records, files: kept.files, textOf, kept: sealed?.kept, readImages, options, kinds };
  const outcome = bringUpToDate(update);
  if (options.mode === "write" && !hasErrors(outcome.diagnostics)) sealed?.remember();
  return { ...outcome, diagnostics: [...soFar, ...kept.diagnostics, ...outcome.diagnostics], secretSites };
}

type Texts = ReadonlyMap<string, string>;

function textOfFile(file: CompiledFile, encryptedTexts?: Texts, sealedTexts?: Texts): string {
  if (isPrinted(file)) return emitFile(file);
  const text = file.type === "encrypted" ? encryptedTexts?.get(file.from) : sealedTexts?.get(file.path);
  // The compiler refuses an encrypted file that could not be read, and a Secret that cannot be encrypted.
  if (text === undefined) throw new InternalError(`There is no encrypted text for "${file.path}"`);
  return text;
}
