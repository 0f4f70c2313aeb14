import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { LocatedDiagnostic } from "../../../diagnostics/resolve-location.ts";
import type { FluxVersion } from "../../../model/flux-version.ts";
import type { KindTable } from "../../../model/kind-definition.ts";
import type { InvalidDocument } from "../../yaml/documents.ts";
import { linesOf } from "../../yaml/lines.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";
import { isOfCluster, objectsIn } from "./authored-object.ts";
import { checkAuthored } from "./check-authored.ts";
import type { YamlInput } from "./inputs.ts";
import { isTemplate } from "./placeholders.ts";
import { type Lined, placeAt, placeOfField } from "./places.ts";
import { silenceComment } from "./silence-comment.ts";

/** How texts are checked. */
export interface YamlCheckOptions {
  readonly kinds: KindTable;
  readonly flux: FluxVersion | undefined;
  /** Every object is whole: what it lacks, nothing else fills in. */
  readonly isComplete: boolean;
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
export function checkText({ name, text, isNamed }: YamlInput, options: YamlCheckOptions): TextCheck {
  const input: Lined = { name, text, lines: linesOf(text) };
  const diagnostics: LocatedDiagnostic[] = [];
  const isSilenced = text.includes("sluice-silence");
  const count = { objects: 0, partial: 0, templates: 0, others: 0 };
  for (const document of readDocuments(text)) {
    if (!isRead(document)) {
      if (isTemplate(text.slice(document.start, document.end))) count.templates++;
      else diagnostics.push(invalid(input, document));
      continue;
    }
    if (document.data === null) continue;
    const objects = objectsIn(document.data).filter((object) => isOfCluster(object, options.kinds));
    if (objects.length === 0) count.others++;
    count.objects += objects.length;
    const found = objects.flatMap((object) => {
      const findings = checkAuthored(object, options);
      const told = isNamed ? findings : findings.filter(({ severity }) => severity !== "info");
      if (told.length < findings.length) count.partial++;
      return told.map((finding) => ({ ...finding, object }));
    });
    const silence = isSilenced ? silenceComment(text, document.start, document.end) : undefined;
    for (const { code, position } of silence?.unknown ?? []) diagnostics.push(unknownCode(input, code, position));
    for (const { object, path, ...finding } of found) {
      if (finding.severity !== "error" && silence?.codes.has(finding.code) === true) continue;
      const place = placeOfField(input, document, { path: [...object.path, ...path], code: finding.code });
      diagnostics.push({ ...finding, path, places: [hide(place, object.kind)], relatedPlaces: [] });
    }
  }
  return { ...count, diagnostics };
}

/** The lines of a Secret are not shown. */
function hide(place: LocatedDiagnostic["places"][number], kind: string): LocatedDiagnostic["places"][number] {
  return kind === "Secret" ? { ...place, lineText: undefined } : place;
}

function invalid(input: Lined, { problem, reason, position }: InvalidDocument): LocatedDiagnostic {
  const code = problem === "duplicate-key" ? "yaml/duplicate-key" : "yaml/invalid";
  const isDuplicate = problem === "duplicate-key";
  return {
    code,
    severity: CATALOG[code].severity,
    message: isDuplicate ? `${input.name} gives a key twice` : `${input.name} is no valid YAML: ${reason}`,
    hint: isDuplicate
      ? "leave one of the two out: only one could count"
      : "look at the indentation, quotes and brackets here",
    places: [placeAt(input, position)],
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
