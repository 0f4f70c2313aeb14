import { formatIdentity } from "../model/identity.ts";
import { checkDecryption } from "./check-encrypted-files.ts";
import type { Manifest, SealedFile } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import type { ClusterLayout } from "./layout.ts";
import { hasValues, isReadable } from "./readable-secrets.ts";
import type { Reporter } from "./reporter.ts";
import type { Sealing, View } from "./view.ts";

/**
 * Reports Secrets that would be written in plain text, and encrypted ones that nothing decrypts. No message of it ever holds a value.
 *
 * @param deploymentsOf How Git delivers an object, by its manifest.
 */
export function checkSealing(
  { folders }: ClusterLayout,
  sealing: View["sealing"],
  deploymentsOf: (manifest: Manifest) => readonly Deployment[],
  decryptsRoot: boolean | undefined,
  reporter: Reporter,
): void {
  for (const file of folders.flatMap(({ files }) => files)) {
    if (file.type !== "sealed") continue;
    const found = sealing?.(file.path) ?? { type: "none", config: undefined };
    if (found.type === "none" || found.type === "unfit") reportPlaintext(file, found, reporter);
    if (found.type !== "sealed") continue;
    const { resource, id, manifest } = file.resource;
    const hasStringData = hasValues(manifest["stringData"]);
    checkDecryption({ hasStringData }, deploymentsOf(manifest), decryptsRoot, { resource, id }, reporter);
  }
}

function reportPlaintext(
  { path, resource }: SealedFile,
  found: Extract<Sealing, { type: "none" | "unfit" }>,
  reporter: Reporter,
): void {
  const { definition, manifest, id } = resource;
  const field = definition?.secretFields?.find((name) => isReadable(manifest[name]));
  const name = formatIdentity(id);
  const config = found.config ?? ".sops.yaml";
  reporter.report("secret/plaintext", {
    message:
      found.type === "unfit"
        ? `${name} has values under ${field}, and ${found.message}`
        : `${name} has values under ${field}, and it would be written in plain text: ${found.config === undefined ? "there is no .sops.yaml" : `no rule of ${config} is for ${JSON.stringify(path)}`}`,
    hint:
      found.type === "unfit"
        ? found.hint
        : `write a creation rule for it into ${config} ("sluice secrets init" makes one), or encrypt it with sops and use encryptedFile(${JSON.stringify(id.name)}, "path"), or name one that exists with external(${JSON.stringify(id.kind)}, ${JSON.stringify(id.name)})`,
    resource: resource.resource,
    id,
    path: field === undefined ? undefined : [field],
  });
}
