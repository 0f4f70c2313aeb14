import { type FieldPath, formatFieldPath } from "../../model/field-path.ts";
import { formatIdentity } from "../../model/identity.ts";
import type { CompiledResource } from "../compiled.ts";
import { reportedPlaces } from "../reported-places.ts";
import type { Finding, Reporter } from "../reporter.ts";
import { secretsIn } from "./secrets-in.ts";
import { adviceOn, describeSecret } from "./words.ts";

/** Reports secrets in plain text in objects that are written, and what is said of texts that are none. */
export function checkExposed(resources: Iterable<CompiledResource>, reporter: Reporter): void {
  for (const compiled of resources) {
    const { manifest, definition, notSecrets = [], mayExpose } = compiled;
    if (!mayExpose && notSecrets.length === 0) continue;
    const found = secretsIn(manifest, definition);
    const said = new Set(notSecrets.map(({ path }) => formatFieldPath(path)));
    const isReported = reportedPlaces(reporter.diagnostics);
    for (const secret of found) {
      if (!secret.isKey && said.has(formatFieldPath(secret.path))) continue;
      // A value that is wrong as a whole needs no guess about its parts.
      if (secret.code === "secret/suspicious" && isReported(compiled.resource, compiled.id, secret.path)) continue;
      reporter.report(secret.code, {
        ...about(compiled, secret.path),
        severity: secret.severity,
        message: describeSecret(secret, formatIdentity(compiled.id)),
        hint: `${adviceOn(secret)}, or write notSecret(…, "why") where it is none`,
      });
    }
    const places = new Set(found.filter(({ isKey }) => !isKey).map(({ path }) => formatFieldPath(path)));
    for (const { path, reason } of notSecrets) {
      if (reason.trim() === "") reportNoReason(compiled, path, reporter);
      if (!places.has(formatFieldPath(path))) reportNothingFound(compiled, path, reporter);
    }
  }
}

function reportNoReason(compiled: CompiledResource, path: FieldPath, reporter: Reporter): void {
  reporter.report("secret/no-reason", {
    ...about(compiled, path),
    message: `${formatFieldPath(path)} of ${formatIdentity(compiled.id)} is said to be no secret, without a reason`,
    hint: 'say why everybody may see it: notSecret(…, "a public key of the demo")',
  });
}

function reportNothingFound(compiled: CompiledResource, path: FieldPath, reporter: Reporter): void {
  reporter.report("secret/nothing-found", {
    ...about(compiled, path),
    message: `${formatFieldPath(path)} of ${formatIdentity(compiled.id)} is said to be no secret, and does not look like one`,
    hint: "write the value alone",
  });
}

function about(
  { resource, id }: CompiledResource,
  path: FieldPath,
): Pick<Finding, "resource" | "id" | "path" | "isConfidential"> {
  return { resource, id, path, isConfidential: true };
}
