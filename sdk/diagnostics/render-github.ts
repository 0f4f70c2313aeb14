import { formatIdentity } from "../model/identity.ts";
import type { Severity } from "./diagnostic.ts";
import { printable } from "./display-width.ts";
import { type RepositoryPaths, repositoryPlaces } from "./repository-path.ts";
import type { LocatedDiagnostic } from "./resolve-location.ts";

/** How many annotations of one level GitHub shows for a step; it drops the others without a word. */
const ANNOTATIONS = 10;

const LEVELS = { error: "error", warning: "warning", info: "notice" } as const;
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/**
 * Prints diagnostics as workflow commands, which GitHub Actions shows as annotations of a commit's files. Where there are more than
 * it shows, the last annotation says how many are left.
 */
export function renderGithub(diagnostics: readonly LocatedDiagnostic[], paths: RepositoryPaths): string {
  return SEVERITIES.flatMap((severity) => {
    const all = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (all.length <= ANNOTATIONS) return all.map((diagnostic) => annotation(diagnostic, paths));
    const shown = all.slice(0, ANNOTATIONS - 1);
    const rest = command(LEVELS[severity], { title: "sluice" }, `and ${all.length - shown.length} more: see the log`);
    return [...shown.map((diagnostic) => annotation(diagnostic, paths)), rest];
  })
    .map((line) => `${line}\n`)
    .join("");
}

function annotation(diagnostic: LocatedDiagnostic, paths: RepositoryPaths): string {
  const { severity, code, message, hint, cluster, resource } = diagnostic;
  const [found, ...callers] = repositoryPlaces(diagnostic, paths);
  const { line, column, length } = found?.place ?? {};
  const properties = {
    title: code,
    file: found?.path,
    line,
    col: column,
    endColumn: column === undefined || length === undefined ? undefined : column + length,
  };
  const about = resource === undefined ? "" : formatIdentity(resource);
  const where = cluster === undefined ? "" : `cluster "${cluster}"`;
  const subject = [about, where].filter((part) => part !== "").join(", in ");
  const lines = [
    message,
    `hint: ${hint}`,
    ...(subject === "" ? [] : [`of: ${subject}`]),
    ...callers.slice(0, 1).map(({ path, place }) => `called from: ${path}:${place?.line}`),
  ];
  return command(LEVELS[severity], properties, lines.join("\n"));
}

type Properties = Readonly<Record<string, string | number | undefined>>;

/** A workflow command: `::error file=fleet.ts,line=3::message`. */
function command(name: string, properties: Properties, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length === 0 ? "" : ` ${given.join(",")}`}::${escapeData(printable(message))}`;
}

/** Characters that end a command are written by their codes. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
