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
  const errors = findings.filter(({ severity = "error" }) => severity === "error");
  const unknown = errors.filter(({ code }) => code === "schema/unknown-field");
  if (unknown.length > 0) return textOf(unknown.map(({ path }) => `?${formatFieldPath(path)}`));
  return textOf(errors.map(({ path }) => `!${formatFieldPath(path)}`));
}

function textOf(places: readonly string[]): string {
  return [...new Set(places)].sort().join(" ");
}
