import { join, resolve } from "node:path";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { checkRoot } from "../program/output-root.ts";
import { type Reporting, startReporting } from "../report/reporting.ts";
import { applyFiles, type FileChange, forcedFiles, type Generated, planFiles } from "./plan-files.ts";
import { readSourceFile, readSources } from "./read-sources.ts";

const KINDS: Generated = {
  sealer: "generate crd",
  endings: [".ts"],
  codes: {
    edited: "crd/edited-file",
    foreign: "crd/foreign-file",
    notWritten: "crd/not-written",
  },
};

/** `sluice generate crd`: writes a builder for each CRD, with its types. */
export async function generateCrdCommand(args: ParsedArguments): Promise<number | UsageError> {
  const out = args.text("out");
  if (out === undefined) {
    const hint = "write --out DIR: a folder of its own, since files of CRDs that are gone are removed from it";
    return { type: "usage", message: `"sluice generate crd" needs --out`, hint };
  }
  const problem = checkRoot(resolve(out), out);
  if (problem !== undefined) return problem;
  const reporting = await startReporting({ args, program: join(resolve(out), "index.ts"), root: resolve(".") });
  const report = (outcome: Outcome): number => reporting.print(findingsOf(outcome, reporting));
  if (reporting.isBroken) return report({ diagnostics: [] });

  const { sources, diagnostics: unread } = await readSources(args.positionals);
  const named = args.text("references");
  const references = named === undefined ? undefined : readSourceFile(named);
  if (references !== undefined && !("text" in references)) return report({ diagnostics: [...unread, references] });
  if (unread.length > 0) return report({ diagnostics: unread });

  const { generateCrds } = await import("../../../generators/crd/generate-crds.ts");
  const { files, kinds, diagnostics } = generateCrds({ sources, references });
  if (reporting.stops(diagnostics)) return report({ diagnostics });

  const {
    changes,
    unchanged,
    diagnostics: obstacles,
  } = planFiles(out, files, KINDS, {
    forced: forcedFiles(args.list("force")),
  });
  const found = [...diagnostics, ...obstacles];
  if (args.has("check")) return report({ diagnostics: [...found, ...driftOf(changes)] });
  if (hasErrors(obstacles)) return report({ diagnostics: found });
  const failure = applyFiles(out, changes, KINDS);
  if (failure !== undefined) return report({ diagnostics: [...found, failure], isPartly: true });
  return report({ diagnostics: found, written: { kinds, changes, unchanged } });
}

/** What `--check` says of changes that were not made. */
function driftOf(changes: readonly FileChange[]): readonly Diagnostic[] {
  const states = { create: "is missing", update: "is not what its CRD gives", remove: "is of a CRD that is gone" };
  return changes.map(({ path, action }) => ({
    code: "crd/drift",
    severity: CATALOG["crd/drift"].severity,
    message: `"${path}" ${states[action]}`,
    hint: "run the same command without --check, and commit what it writes",
    file: path,
  }));
}

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly written?: Written | undefined;
  /** Whether the writing had begun when it failed. */
  readonly isPartly?: boolean;
}

interface Written {
  readonly kinds: readonly Kind[];
  readonly changes: readonly FileChange[];
  readonly unchanged: number;
}

interface Kind {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly builder: string;
  readonly others: readonly string[];
}

function findingsOf(
  { diagnostics, written, isPartly = false }: Outcome,
  { palette }: Reporting,
): Parameters<Reporting["print"]>[0] {
  return {
    diagnostics: diagnostics.map((found): LocatedDiagnostic => ({ ...found, places: [], relatedPlaces: [] })),
    summary: ({ error }) => {
      if (error > 0)
        return `${error === 1 ? "1 error" : `${error} errors`}: ${isPartly ? "not everything" : "nothing"} was written\n`;
      return written === undefined ? "" : palette.strong(summaryOf(written));
    },
    data: written === undefined ? { kinds: [], changes: [] } : dataOf(written),
  };
}

function dataOf({ kinds, changes, unchanged }: Written): object {
  return { kinds, changes: changes.map(({ action, path }) => ({ action, path })), unchanged };
}

function summaryOf({ kinds, changes, unchanged }: Written): string {
  const others = kinds.flatMap(({ kind, apiVersion, others: served }) =>
    served.length === 0 ? [] : [`${kind} has the types of ${apiVersion}; ${served.join(", ")} is served too\n`],
  );
  const count = kinds.length === 1 ? "1 kind" : `${kinds.length} kinds`;
  return `${others.join("")}${count}: ${changes.length} files changed, ${unchanged} unchanged\n`;
}
