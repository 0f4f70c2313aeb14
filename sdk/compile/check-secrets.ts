import { formatIdentity } from "../model/identity.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import type { Instance } from "./instance.ts";
import type { Reporter } from "./reporter.ts";

/** Reports Secrets that would be written in plain text. No message of it ever holds a value. */
export function checkPlaintext(
  compiled: CompiledResource,
  instance: Instance,
  isInGit: (deployment: Deployment) => boolean,
  reporter: Reporter,
): void {
  const { definition, manifest, resource, id } = compiled;
  if (!definition?.secretFields || !instance.deployments.some(isInGit)) return;
  for (const field of definition.secretFields) {
    const values = manifest[field];
    if (typeof values !== "object" || values === null || Object.keys(values).length === 0) continue;
    reporter.report("secret/plaintext", {
      message: `${formatIdentity(id)} has values under ${field}, and it would be written in plain text`,
      hint: `encrypt it with sops and use encryptedFile(${JSON.stringify(id.name)}, "path"), or name one that exists with external(${JSON.stringify(id.kind)}, ${JSON.stringify(id.name)})`,
      resource,
      id,
      path: [field],
    });
  }
}
