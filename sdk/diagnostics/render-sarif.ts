import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity, identityKey } from "../model/identity.ts";
import { catalogEntry, type DiagnosticCode } from "./catalog.ts";
import { EXPLANATIONS } from "./explanations.ts";
import { type RepositoryPaths, type RepositoryPlace, relatedPlace, repositoryPlaces } from "./repository-path.ts";
import type { LocatedDiagnostic } from "./resolve-location.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** Where relative paths start: who reads the log says what that is. */
const ROOT = "%SRCROOT%";

/** Gives diagnostics as a SARIF 2.1.0 log, for code scanning and other tools that collect findings. */
export function sarifLog(diagnostics: readonly LocatedDiagnostic[], paths: RepositoryPaths, version: string): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "sluice", semanticVersion: version, rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code), paths)),
      },
    ],
  };
}

function rule(code: DiagnosticCode): object {
  const { severity, title } = catalogEntry(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: EXPLANATIONS[code].why },
    help: { text: `sluice explain ${code} shows what is wrong and what is right.` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(diagnostic: LocatedDiagnostic, ruleIndex: number, paths: RepositoryPaths): object {
  const { code, severity, message, hint, cluster, resource, path } = diagnostic;
  const [main, ...callers] = repositoryPlaces(diagnostic, paths);
  const related = [
    ...callers.map((place) => location(place, "called from here")),
    ...diagnostic.relatedPlaces.flatMap((other) => {
      const found = relatedPlace(other, paths);
      return found === undefined ? [] : [location(found, other.message)];
    }),
  ];
  const object = logicalLocations(diagnostic);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message}\nhint: ${hint}` },
    locations:
      main === undefined && object === undefined ? [] : [{ ...(main && location(main)), logicalLocations: object }],
    relatedLocations: related.length > 0 ? related : undefined,
    // The same finding of two runs is known by what it is about: lines move.
    partialFingerprints: {
      "finding/v1": [
        code,
        cluster,
        resource ? identityKey(resource) : message,
        path && formatFieldPath(path),
        main?.path,
      ]
        .map((part) => part ?? "")
        .join("|"),
    },
  };
}

/** The object and the field that it is about. */
function logicalLocations({ cluster, resource, path }: LocatedDiagnostic): readonly object[] | undefined {
  if (resource === undefined) return undefined;
  const object = formatIdentity(resource);
  const parts = [cluster, object, path && formatFieldPath(path)].filter((part) => part !== undefined && part !== "");
  return [{ name: object, fullyQualifiedName: parts.join(": "), kind: "resource" }];
}

function location({ path, place }: RepositoryPlace, message?: string): object {
  return {
    physicalLocation: { artifactLocation: artifact(path), region: region(place) },
    message: message === undefined ? undefined : { text: message },
  };
}

function region(place: RepositoryPlace["place"]): object | undefined {
  if (place === undefined) return undefined;
  const { line, column, length } = place;
  return { startLine: line, startColumn: column, endColumn: length === undefined ? undefined : column + length };
}

/** A file that is no part of the repository is named as a whole. */
function artifact(path: string): object {
  if (path.startsWith("/")) return { uri: `file://${encodePath(path)}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}` };
  return { uri: encodePath(path), uriBaseId: ROOT };
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
