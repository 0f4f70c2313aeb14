import type { SchemaFinding } from "../../../sdk/compile/check-schema/finding.ts";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";

/** What the API server says to an object, as far as it is compared. */
export interface ServerVerdict {
  readonly accepted: boolean;
  readonly causes?: readonly { readonly path: string; readonly reason: string }[] | undefined;
}

/** A verdict in a line: nothing where the object is taken, else the places, those of unknown fields with a mark. */
export function serverText({ accepted, causes = [] }: ServerVerdict): string {
  if (accepted) return "";
  return textOf(causes.map(({ path, reason }) => (reason === "UnknownField" ? `?${path}` : `!${path}`)));
}

/**
 * Our verdict in the same line. The server looks at unknown fields first and says nothing else where there are some, so the rest is
 * left out then.
 */
export function ourText(findings: readonly SchemaFinding[]): string {
  // What is no mistake to the server: warnings, and what a controller reads later.
  const errors = findings.filter(({ code, severity = "error" }) => severity === "error" && !code.startsWith("syntax/"));
  const unknown = errors.filter(isUnknownField);
  if (unknown.length > 0) return textOf(unknown.map(({ path }) => `?${formatFieldPath(path)}`));
  return textOf(errors.map(({ path }) => `!${formatFieldPath(path)}`));
}

/** A field of the metadata that has a name that nobody knows is told by the code that one with a wrong type has too. */
function isUnknownField({ code, path }: SchemaFinding): boolean {
  const isOfMetadata = code === "metadata/field" && !["labels", "annotations"].includes(String(path[1]));
  return code === "schema/unknown-field" || isOfMetadata;
}

function textOf(places: readonly string[]): string {
  return [...new Set(places)].sort().join(" ");
}
