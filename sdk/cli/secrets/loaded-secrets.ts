import { dirname, join, resolve } from "node:path";
import type { CompiledFile, EncryptedCopy, SealedFile } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { CallSite } from "../../model/source-location.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { buildOptions } from "../build/build-options.ts";
import { type CompiledOnDisk, compileOnDisk } from "../program/compile-on-disk.ts";
import { findProgram } from "../program/find-program.ts";
import { locateIn } from "../program/locate-in.ts";
import { checkRoot, outputRootOf } from "../program/output-root.ts";
import { startProgram } from "../program/start-program.ts";
import { unknownCluster } from "../program/unknown-cluster.ts";
import { type Reporting, startReporting } from "../report/reporting.ts";
import { type ProgramSecrets, programSecrets } from "./program-secrets.ts";

/** A program with its Secrets. */
export interface LoadedSecrets {
  readonly type: "loaded";
  readonly reporting: Reporting;
  readonly root: string;
  readonly compiled: CompiledOnDisk;
  readonly secrets: ProgramSecrets;
  readonly files: readonly SecretFile[];
  /** Finds the places of diagnostics in the program. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => Promise<readonly LocatedDiagnostic[]>;
}

/** An encrypted file of a program. */
export interface SecretFile {
  readonly file: SealedFile | EncryptedCopy;
  /** The file that is encrypted, absolute: the written one itself, or the one that it is a copy of. */
  readonly source: string;
}

/** What a command on the Secrets of a program has to go on with: their files, an exit code, or how it was called wrongly. */
export type SecretsOrEnd = LoadedSecrets | UsageError | number;

/** Runs a program and finds its encrypted files. With a mistake in the program, that is reported. */
export async function loadSecrets(
  args: ParsedArguments,
  command: string,
  programArgument: string | undefined,
): Promise<SecretsOrEnd> {
  const program = findProgram(programArgument, command);
  if (typeof program !== "string") return program;
  const { root, clusters } = buildOptions(args, outputRootOf(program));
  const problem = checkRoot(root, args.text("out"));
  if (problem !== undefined) return problem;
  const reporting = await startReporting({ args, program, root });
  const show = (diagnostics: readonly LocatedDiagnostic[]): number =>
    reporting.print({ diagnostics, summary: () => "", data: {} });
  if (reporting.isBroken) return show([]);
  const loaded = await startProgram(program, (thrown) => show([thrown]));
  if (loaded.type === "failed") return show(loaded.diagnostics);
  const unknown = await unknownCluster(loaded.fleet, clusters);
  if (unknown !== undefined) return unknown;
  const compiled = await compileOnDisk({ fleet: loaded.fleet, program, root, clusters, leavesValues: true });
  const { diagnostics, secretSites, files } = compiled.compiled;
  const locate = (found: readonly Diagnostic[]): Promise<readonly LocatedDiagnostic[]> =>
    locateIn(loaded.places, found, secretSites satisfies ReadonlySet<CallSite>);
  if (reporting.stops(diagnostics)) return show(await locate(diagnostics));
  return {
    type: "loaded",
    reporting,
    root,
    compiled,
    secrets: compiled.secrets ?? programSecrets(root, dirname(program)),
    files: files.flatMap((file) => secretFile(file, root, dirname(program))),
    locate,
  };
}

function secretFile(file: CompiledFile, root: string, programFolder: string): readonly SecretFile[] {
  if (file.type === "sealed") return [{ file, source: join(root, file.path) }];
  return file.type === "encrypted" ? [{ file, source: resolve(programFolder, file.from) }] : [];
}
