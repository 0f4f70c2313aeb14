import { formatFieldPath } from "../../../sdk/model/field-path.ts";
import { formatIdentity } from "../../../sdk/model/identity.ts";
import type { Outcome } from "./compile-fleet.ts";

/** A diagnostic as tests compare it. */
export interface Finding {
  readonly severity: string;
  readonly resource: string | undefined;
  readonly path: string | undefined;
  readonly message: string;
  readonly hint: string;
}

/** The diagnostics of a code. */
export function findings({ diagnostics }: Outcome, code: string): readonly Finding[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ severity, resource, path, message, hint }) => ({
      severity,
      resource: resource && formatIdentity(resource),
      path: path && formatFieldPath(path),
      message,
      hint,
    }));
}

/** The only diagnostic of a compilation, which has to be of a code. */
export function onlyFinding(outcome: Outcome, code: string): Finding {
  const [only] = findings(outcome, code);
  if (!only || outcome.codes.length > 1) throw new Error(`expected ${code} alone, got: ${outcome.codes.join(", ")}`);
  return only;
}
