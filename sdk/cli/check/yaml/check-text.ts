import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { LocatedDiagnostic, Place } from "../../../diagnostics/resolve-location.ts";
import type { FluxVersion } from "../../../model/flux-version.ts";
import type { KindTable } from "../../../model/kind-definition.ts";
import type { InvalidDocument, YamlDocument } from "../../yaml/documents.ts";
import { linesOf } from "../../yaml/lines.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";
import { hasSealedMark, isOfCluster, objectsIn } from "./authored-object.ts";
import { checkAuthored } from "./check-authored.ts";
import type { SealedFinding } from "./check-sealed.ts";
import { exposedSecrets } from "./exposed-secrets.ts";
import type { YamlInput } from "./inputs.ts";
import { isTemplate } from "./placeholders.ts";
import { type Lined, placeAt, placeAtLine, placeOfField } from "./places.ts";
import type { CheckSealedFile } from "./sealed-files.ts";
import { type SilenceComment, silenceComment } from "./silence-comment.ts";

/** How texts are checked. */
export interface YamlCheckOptions {
  readonly kinds: KindTable;
  readonly flux: FluxVersion | undefined;
  /** Every object is whole: what it lacks, nothing else fills in. */
  readonly isComplete: boolean;
  /** For files encrypted by SOPS, which are else not looked at. */
  readonly checkSealedFile?: CheckSealedFile | undefined;
}

/** What a check found in a text. */
export interface TextCheck {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly objects: number;
  /** Objects that lack something, which is only said of texts that were asked for: whole repositories are full of them. */
  readonly partial: number;
  /** Documents that something else makes YAML of. */
  readonly templates: number;
  /** Documents that are no objects. */
  readonly others: number;
}

/** Checks every object in a text. */
export function checkText(file: YamlInput, options: YamlCheckOptions): TextCheck {
  const { name, text, isNamed } = file;
  const input: Lined = { name, text, lines: linesOf(text) };
  const diagnostics: LocatedDiagnostic[] = [];
  const isSilenced = text.includes("sluice-silence");
  const count = { objects: 0, partial: 0, templates: 0, others: 0 };
  const sealed = options.checkSealedFile && hasSealedMark(text) ? options.checkSealedFile(file) : [];
  const read: YamlDocument[] = [];
  const silences: (SilenceComment | undefined)[] = [];
  for (const document of readDocuments(text)) {
    const objects = isRead(document) ? objectsIn(document.data) : [];
    const silence = isSilenced ? silenceComment(text, document.start, document.end) : undefined;
    for (const exposed of exposedSecrets(input, document, objects, options.kinds))
      if (exposed.severity === "error" || !silence?.codes.has(exposed.code)) diagnostics.push(exposed);
    if (!isRead(document)) {
      if (isTemplate(text.slice(document.start, document.end))) count.templates++;
      else diagnostics.push(invalid(input, document));
      continue;
    }
    read.push(document);
    silences.push(silence);
    if (document.data === null) continue;
    const ofCluster = objects.filter((object) => isOfCluster(object, options.kinds));
    if (ofCluster.length === 0) count.others++;
    count.objects += ofCluster.length;
    const found = ofCluster.flatMap((object) => {
      const findings = checkAuthored(object, options);
      const told = isNamed ? findings : findings.filter(({ severity }) => severity !== "info");
      if (told.length < findings.length) count.partial++;
      return told.map((finding) => ({ ...finding, object }));
    });
    for (const { code, position } of silence?.unknown ?? []) diagnostics.push(unknownCode(input, code, position));
    for (const { object, path, ...finding } of found) {
      if (finding.severity !== "error" && silence?.codes.has(finding.code) === true) continue;
      const place = placeOfField(input, document, { path: [...object.path, ...path], code: finding.code });
      diagnostics.push({ ...finding, path, places: [hide(place, object.kind)], relatedPlaces: [] });
    }
  }
  const isSilent = ({ code, severity }: SealedFinding): boolean =>
    severity !== "error" && silences.some((silence) => silence?.codes.has(code));
  for (const finding of sealed) if (!isSilent(finding)) diagnostics.push(located(input, read, finding));
  return { ...count, diagnostics };
}

function located(
  input: Lined,
  documents: readonly YamlDocument[],
  { at, ...finding }: SealedFinding,
): LocatedDiagnostic {
  if (typeof at === "number") return { ...finding, places: [placeAtLine(input, at)], relatedPlaces: [] };
  const document = documents[at.document];
  const place = document ? placeOfField(input, document, { path: at.path, code: finding.code }) : placeAtLine(input, 1);
  return { ...finding, path: at.path, places: [withoutText(place)], relatedPlaces: [] };
}

/** The lines of a Secret are not shown. */
function hide(place: Place, kind: string): Place {
  return kind === "Secret" ? withoutText(place) : place;
}

function withoutText(place: Place): Place {
  return { ...place, lineText: undefined };
}

/** Says whether a part of a text may be a Secret, or what SOPS encrypted. */
function mayBeSecret(text: string): boolean {
  return /kind["']?\s*:\s*["']?\w*secret|^\s*["']?(?:stringData|sops)\b/im.test(text);
}

function invalid(input: Lined, { problem, reason, position, start, end }: InvalidDocument): LocatedDiagnostic {
  const place = placeAt(input, position);
  const code = problem === "duplicate-key" ? "yaml/duplicate-key" : "yaml/invalid";
  const isDuplicate = problem === "duplicate-key";
  return {
    code,
    severity: CATALOG[code].severity,
    message: isDuplicate ? `${input.name} gives a key twice` : `${input.name} is no valid YAML: ${reason}`,
    hint: isDuplicate
      ? "leave one of the two out: only one could count"
      : "look at the indentation, quotes and brackets here",
    places: [mayBeSecret(input.text.slice(start, end)) ? withoutText(place) : place],
    relatedPlaces: [],
  };
}

function unknownCode(input: Lined, code: string, position: number): LocatedDiagnostic {
  return {
    code: "silence/unknown",
    severity: CATALOG["silence/unknown"].severity,
    message: `a comment silences ${JSON.stringify(code)}, which is no code`,
    hint: 'write the code as it stands in the brackets of the warning, like "path/missing"',
    places: [placeAt(input, position, code.length)],
    relatedPlaces: [],
  };
}
