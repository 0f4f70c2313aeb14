import type { SourceFileStructure } from "ts-morph";
import type { GeneratorDiagnostic, Report } from "./diagnostic.ts";
import { checkDocs } from "./docs/check-docs.ts";
import { readDocs } from "./docs/kind-docs.ts";
import { fluxVersionsFile } from "./emit/flux-versions-file.ts";
import { FLUX_KINDS_FILE, fluxKindsFile, indexFile } from "./emit/index-file.ts";
import { kindFile } from "./emit/kind-file.ts";
import { kindFileName } from "./emit/names.ts";
import { printFiles } from "./emit/print.ts";
import { textsFile, textsIndexFile } from "./emit/texts-file.ts";
import { zodFile, zodIndexFile } from "./emit/zod/zod-file.ts";
import { readLock } from "./locks/read-lock.ts";
import type { Releases } from "./locks/releases.ts";
import type { Overlay } from "./overlays/overlay.ts";
import { buildModel } from "./schema/build-model.ts";
import type { SchemaModel } from "./schema/schema-model.ts";

/** What is generated from. Files are by path, with their text. */
export interface GenerateInput {
  readonly releases: Releases;
  readonly locks: ReadonlyMap<string, string>;
  /** `generators/docs/<Kind>.yaml`. */
  readonly docs: ReadonlyMap<string, string>;
  /** The kinds to generate. */
  readonly overlays: readonly Overlay[];
}

const KINDS = "sdk/kinds";
const MODEL = "sdk/model";
const TEXTS = "sdk/cli/explain/texts";
const ZOD = "sdk/zod";

/** The folders of the repository that generated files stand in, beside others. */
export const GENERATED_FOLDERS: readonly string[] = [KINDS, MODEL, TEXTS, ZOD];

/** What is generated: files by their paths from the repository's root, or what is wrong. */
export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly GeneratorDiagnostic[];
}

/** Generates the files of all kinds that have an overlay. Pure: the same input gives the same bytes. */
export function generate(input: GenerateInput): Generated {
  const problems: GeneratorDiagnostic[] = [];
  const models = buildModels(input, (found) => problems.push(found));
  return { files: problems.length > 0 ? new Map() : emitFiles(models, input.releases), problems };
}

function buildModels(
  { releases, locks: files, docs: texts, overlays }: GenerateInput,
  report: Report,
): readonly SchemaModel[] {
  const locks = [...files].flatMap(([file, text]) => readLock(file, text, report) ?? []);
  return overlays.flatMap((overlay) => {
    const file = `generators/docs/${overlay.kind}.yaml`;
    const docs = readDocs(file, texts.get(file), report);
    const model = buildModel({ overlay, locks, releases, docs }, report);
    if (model === undefined) return [];
    checkDocs(file, model.types, docs, report);
    return [model];
  });
}

function emitFiles(models: readonly SchemaModel[], releases: Releases): ReadonlyMap<string, string> {
  return printFiles(
    new Map<string, SourceFileStructure>([
      ...models.flatMap((model): [string, SourceFileStructure][] => [
        [`${KINDS}/${kindFileName(model.kind)}`, kindFile(model)],
        [`${TEXTS}/${kindFileName(model.kind)}`, textsFile(model)],
        [`${ZOD}/${kindFileName(model.kind)}`, zodFile(model)],
      ]),
      [`${KINDS}/${FLUX_KINDS_FILE}`, fluxKindsFile(models)],
      [`${KINDS}/index.gen.ts`, indexFile(models)],
      [`${MODEL}/flux-versions.gen.ts`, fluxVersionsFile(releases)],
      [`${TEXTS}/index.gen.ts`, textsIndexFile(models)],
      [`${ZOD}/index.gen.ts`, zodIndexFile(models)],
    ]),
  );
}
