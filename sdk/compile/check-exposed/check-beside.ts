import { findExposed } from "../../diagnostics/exposed/find-exposed.ts";
import { mayHoldSecret } from "../../diagnostics/exposed/may-hold-secret.ts";
import { formatFieldPath } from "../../model/field-path.ts";
import { formatIdentity } from "../../model/identity.ts";
import type { ClusterLayout } from "../layout.ts";
import type { Reporter } from "../reporter.ts";
import { secretsIn } from "./secrets-in.ts";

const HINT = "take it out, revoke it if it was ever committed, and put another into a Secret";

/** Reports keys and tokens in what is written beside objects: comments, and what directories say of themselves. */
export function checkBeside({ folders }: ClusterLayout, reporter: Reporter): void {
  for (const { options, container, resources } of folders) {
    for (const { comments, resource, id } of resources) {
      const text = comments?.join("\n") ?? "";
      const [found] = mayHoldSecret(text) ? findExposed(text) : [];
      if (found === undefined) continue;
      const message = `a comment above ${formatIdentity(id)} holds ${found.what} in plain text`;
      reporter.report("secret/exposed", { message, hint: HINT, resource, id, isConfidential: true });
    }
    const [directory] = container.directories;
    if (options?.patches === undefined && options?.configMapGenerator === undefined) continue;
    for (const { code, what, path } of secretsIn({ ...options }, undefined)) {
      if (code !== "secret/exposed") continue;
      reporter.report(code, {
        message: `${formatFieldPath(path)} of directory ${JSON.stringify(directory?.path)} holds ${what} in plain text`,
        hint: HINT,
        at: directory,
        isConfidential: true,
      });
    }
  }
}
