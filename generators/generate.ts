import type { SourceFileStructure } from "ts-morph";
import { parse } from "yaml";
import { type GeneratorDiagnostic, problem, type Report } from "./diagnostic.ts";
import { FLUX_KINDS_FILE, fluxKindsFile, indexFile } from "./emit/index-file.ts";
import { kindFile } from "./emit/kind-file.ts";
import { kindFileName } from "./emit/names.ts";
import { printFiles } from "./emit/print.ts";
import type { Lock } from "./locks/lock.ts";
import type { Releases } from "./locks/releases.ts";
import type { Overlay } from "./overlays/overlay.ts";
import { buildModel } from "./schema/build-model.ts";
import { namedTypes } from "./schema/named-types.ts";
import type { KindDocs } from "./schema/schema-model.ts";

/** What is generated from. Files are by path, with their text. */
export interface GenerateInput {
  readonly releases: Releases;
  readonly locks: ReadonlyMap<string, string>;
  readonly docs: ReadonlyMap<string, string>;
  readonly overlays: readonly Overlay[];
}

/** What is generated: files by name, or what is wrong. */
export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly GeneratorDiagnostic[];
}

/** Generates the files of all kinds that have an overlay. Pure: the same input gives the same bytes. */
export function generate({ releases, locks, docs, overlays }: GenerateInput): Generated {
  const problems: GeneratorDiagnostic[] = [];
  const report: Report = (found) => problems.push(found);
  const allLocks = readLocks(locks, report);
  const structures = new Map<string, SourceFileStructure>();
  for (const overlay of overlays) {
    const model = buildModel(
      { overlay, locks: allLocks, releases, docs: readDocs(overlay.kind, docs, report) },
      report,
    );
    if (model === undefined) continue;
    const types = namedTypes(model, report);
    if (problems.length === 0) structures.set(kindFileName(model.kind), kindFile(model, types));
  }
  if (problems.length > 0) return { files: new Map(), problems };
  const kinds = overlays.map(({ kind }) => kind);
  structures.set(FLUX_KINDS_FILE, fluxKindsFile(kinds));
  structures.set("index.gen.ts", indexFile(kinds));
  return { files: printFiles(structures), problems };
}

function readLocks(files: ReadonlyMap<string, string>, report: Report): readonly Lock[] {
  const locks: Lock[] = [];
  for (const [file, text] of files) {
    const lock: Lock | undefined = parseLock(text);
    if (lock !== undefined) locks.push(lock);
    else report(problem("generate/unreadable", { file }, "the file is no schema lock", "run `npm run locks` again"));
  }
  return locks;
}

function parseLock(text: string): Lock | undefined {
  return JSON.parse(text);
}

function readDocs(kind: string, files: ReadonlyMap<string, string>, _report: Report): KindDocs {
  const text = files.get(`generators/docs/${kind}.yaml`);
  return text === undefined ? {} : parse(text);
}
