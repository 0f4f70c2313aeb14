import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { codeFrame, formatPosition } from "./code-frame.ts";
import type { Severity } from "./diagnostic.ts";
import { printable } from "./display-width.ts";
import { type DiagnosticGroup, groupDiagnostics } from "./group.ts";
import type { Palette } from "./palette.ts";
import type { LocatedDiagnostic, LocatedPlace } from "./resolve-location.ts";

/** How many related places are listed before the rest is counted. */
const LISTED = 20;

/** How many diagnostics that are like a shown one are named before the rest is counted. */
const NAMED = 5;

/** How many groups of diagnostics are shown before the rest is counted. */
const SHOWN = 30;

/**
 * Prints diagnostics for people: what is wrong, the author's line with a mark, and what to write instead. What many objects have in
 * common is said once, and of very many the first are shown, errors before all others.
 */
export function renderText(diagnostics: readonly LocatedDiagnostic[], palette: Palette): string {
  const groups = groupDiagnostics(diagnostics);
  const shown = groups.length <= SHOWN ? groups : mostSerious(groups);
  const texts = shown.map((group) => `${renderGroup(group, palette)}\n`);
  if (shown.length < groups.length) texts.push(restOf(groups.filter((group) => !shown.includes(group))));
  return texts.join("\n");
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The first groups, errors before all others, in the order in which they were. */
function mostSerious(groups: readonly DiagnosticGroup[]): readonly DiagnosticGroup[] {
  const chosen = new Set(
    SEVERITIES.flatMap((severity) => groups.filter(({ first }) => first.severity === severity)).slice(0, SHOWN),
  );
  return groups.filter((group) => chosen.has(group));
}

/** What is not shown, counted by code. */
function restOf(groups: readonly DiagnosticGroup[]): string {
  const counts = new Map<string, number>();
  for (const { first, others } of groups) {
    const key = `${first.severity}[${first.code}]`;
    counts.set(key, (counts.get(key) ?? 0) + 1 + others.length);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...counts].map(([key, count]) => `  ${key}: ${count}\n`);
  return `and ${total} more, which --output json lists:\n${lines.join("")}`;
}

type Note = (label: string, text: string) => string;

function renderGroup({ first, others }: DiagnosticGroup, palette: Palette): string {
  const { severity, code, message, hint, places, file } = first;
  const [place, caller, ...outer] = places;
  const title = `${palette.severity(severity, `${severity}[${code}]`)}${palette.strong(`: ${printable(message)}`)}`;
  const width = Math.max(...places.slice(0, 2).map(({ line }) => String(line).length), 1);
  const margin = " ".repeat(width);
  const note: Note = (label, text) => `${margin} ${palette.faint("=")} ${label.padEnd(6)} ${printable(text)}`;
  const style = { margin, palette, severity };
  return [
    title,
    ...(place === undefined ? [] : codeFrame(place, style)),
    ...(caller === undefined ? [] : codeFrame(caller, { ...style, label: "called from " })),
    ...(file === undefined
      ? []
      : [place === undefined ? `${margin}${palette.faint("-->")} ${printable(file)}` : note("file", file)]),
    ...subject(first, note),
    ...outer.map((place) => note("from", formatPosition(place))),
    ...relatedNotes(first.relatedPlaces).map((text) => note("see", text)),
    ...alsoNotes(first, others).map((text) => note("also", text)),
    note("hint", hint),
  ].join("\n");
}

function subject({ path, cluster }: LocatedDiagnostic, note: Note): readonly string[] {
  const where = cluster === undefined ? "" : `cluster "${cluster}"`;
  if (path === undefined || path.length === 0) return where === "" ? [] : [note("in", where)];
  return [note("field", where === "" ? formatFieldPath(path) : `${formatFieldPath(path)}, in ${where}`)];
}

function relatedNotes(related: readonly LocatedPlace[]): readonly string[] {
  const texts = related.slice(0, LISTED).map(({ message, file, place }) => {
    const where = place === undefined ? file : formatPosition(place);
    return where === undefined ? message : `${where}: ${message}`;
  });
  return related.length > LISTED ? [...texts, `and ${related.length - LISTED} more`] : texts;
}

function alsoNotes(first: LocatedDiagnostic, others: readonly LocatedDiagnostic[]): readonly string[] {
  const texts = others
    .slice(0, others.length === NAMED + 1 ? NAMED + 1 : NAMED)
    .map((other) => describeAlike(first, other));
  return others.length > texts.length ? [...texts, `and ${others.length - texts.length} more like it`] : texts;
}

/** In what another diagnostic differs from the one that is shown. */
function describeAlike(
  first: LocatedDiagnostic,
  { resource, message, cluster, file, places }: LocatedDiagnostic,
): string {
  const what = resource === undefined ? (file ?? message) : formatIdentity(resource);
  const where = cluster === undefined || cluster === first.cluster ? "" : `, in cluster "${cluster}"`;
  const caller = places[1] && formatPosition(places[1]);
  const from =
    caller === undefined || (first.places[1] && caller === formatPosition(first.places[1])) ? "" : `, from ${caller}`;
  return `${what}${where}${from}`;
}
