import type { Manifest, PlacedResource } from "../compile/compiled.ts";
import { Reporter } from "../compile/reporter.ts";
import { visitProblems } from "../compile/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type FieldPath, formatFieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { isSecret } from "./settle.ts";

/**
 * Warnings about Outputs that Pulumi keeps secret, and that the object would show to whoever reads it. Pulumi calls more secret than
 * is, such as all that was computed from a secret, so that this is no error.
 */
export async function misplacedSecrets(
  { id, resource, definition }: PlacedResource,
  manifest: Manifest,
  cluster: string,
): Promise<readonly Diagnostic[]> {
  const deferred: { readonly path: FieldPath; readonly value: object }[] = [];
  for (const field of Object.keys(manifest)) {
    if (definition?.secretFields?.includes(field)) continue;
    visitProblems(manifest[field], [field], (problem, path) => {
      if (problem.type === "deferred") deferred.push({ path, value: problem.value });
    });
  }
  const reporter = new Reporter(cluster);
  for (const { path, value } of deferred) {
    if (!(await isSecret(value))) continue;
    reporter.report("secret/misplaced", {
      message: `${formatFieldPath(path)} of ${formatIdentity(id)} is a secret of Pulumi's, and it would stand in the cluster in plain text`,
      hint: "put it into a Secret and name that here: secretRef, valuesFrom, substituteFrom, or a secretKeyRef; if it is no secret, write pulumi.unsecret(…)",
      severity: "warning",
      // The line may be the one that has the secret's text.
      isConfidential: true,
      resource,
      id,
      path,
    });
  }
  return reporter.diagnostics;
}
