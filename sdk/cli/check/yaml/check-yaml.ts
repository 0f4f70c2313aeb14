import { knownKinds } from "../../../authoring/known-kinds.ts";
import type { LocatedDiagnostic } from "../../../diagnostics/resolve-location.ts";
import type { FluxVersion } from "../../../model/flux-version.ts";
import type { WatchedPlaces } from "../../watch/watcher.ts";
import { hasSealedMark } from "./authored-object.ts";
import { checkText } from "./check-text.ts";
import { readInputs, watchedBy } from "./inputs.ts";
import type { CheckSealedFile } from "./sealed-files.ts";

/** What a check of YAML found. */
export interface YamlCheck {
  readonly type: "checked";
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was looked at: `12 objects in 3 files`. */
  readonly subject: string;
  readonly watched: WatchedPlaces;
}

/** Which YAML is checked, and how. */
export interface YamlCheckRequest {
  /** Files, folders, or `-`. */
  readonly args: readonly string[];
  readonly flux: FluxVersion | undefined;
  readonly isComplete: boolean;
}

/** Checks the objects in YAML, each by itself. */
export async function checkYaml({ args, flux, isComplete }: YamlCheckRequest): Promise<YamlCheck> {
  const kinds = knownKinds();
  const diagnostics: LocatedDiagnostic[] = [];
  let checkSealedFile: CheckSealedFile | undefined;
  let [files, objects, partial, templates, others] = [0, 0, 0, 0, 0];
  for await (const input of readInputs(args)) {
    if (hasSealedMark(input.text)) checkSealedFile ??= (await import("./sealed-files.ts")).sealedFileCheck(kinds);
    const found = checkText(input, { kinds, flux, isComplete, checkSealedFile });
    files++;
    objects += found.objects;
    partial += found.partial;
    templates += found.templates;
    others += found.others;
    for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
  }
  const besides = [count(templates, "template"), count(others, "other document")].filter((part) => part !== undefined);
  const lacking = partial === 0 ? "" : ` (${partial} partial)`;
  const looked = `${count(objects, "object") ?? "no objects"}${lacking} in ${count(files, "file") ?? "no files"}`;
  const subject = besides.length === 0 ? looked : `${looked}, beside ${besides.join(" and ")}`;
  return { type: "checked", diagnostics, subject, watched: watchedBy(args) };
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
