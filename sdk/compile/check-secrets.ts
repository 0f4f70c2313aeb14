import type { Cluster } from "../model/cluster.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { marksOf } from "../model/resource.ts";
import { specField } from "./body.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import { fieldOf, foreignObjects } from "./foreign-objects.ts";
import type { Instance } from "./instance.ts";
import { plainPath } from "./paths.ts";
import { place, type Reporter } from "./reporter.ts";
import type { EncryptedFile, View } from "./view.ts";

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

/** Checks a file that stands for a Secret: that it is the one it says, that it is encrypted, and that it is decrypted again. */
export function checkEncryptedFile(
  compiled: CompiledResource,
  instance: Instance,
  cluster: Cluster,
  view: View | undefined,
  kinds: KindTable,
  reporter: Reporter,
): void {
  const { resource, id } = compiled;
  const mark = marksOf(resource).encryptedFile;
  const file = mark && view?.encryptedFiles.get(mark.path);
  if (!mark || !file) return;
  const subject = { resource, id, file: mark.path };
  const name = JSON.stringify(mark.path);
  if (file.type !== "read") {
    reporter.report("secret/file-mismatch", {
      ...subject,
      message:
        file.type === "missing" ? `the file ${name} does not exist` : `the file ${name} cannot be read: ${file.reason}`,
      hint: "give the path from the folder of the program that is built",
    });
    return;
  }
  checkIdentity(compiled, file, name, subject, reporter);
  if (!file.sops || file.plainPaths.length > 0) {
    const where = file.plainPaths.length > 0 ? `: ${file.plainPaths.join(", ")} can be read` : "";
    reporter.report("secret/not-encrypted", {
      ...subject,
      message: `the file ${name} is not encrypted by SOPS${where}`,
      hint: `encrypt it: sops encrypt --encrypted-regex '^(data|stringData)$' --in-place ${mark.path}`,
    });
    return;
  }
  const decrypts = cluster.decryption ?? (view && syncDecrypts(cluster, view, kinds));
  checkDecryption(file, instance, cluster, decrypts, subject, id.name, reporter);
}

type Read = Extract<EncryptedFile, { type: "read" }>;
type Subject = Pick<Parameters<Reporter["report"]>[1], "resource" | "id" | "file">;

function checkIdentity(
  { id, manifest }: CompiledResource,
  file: Read,
  name: string,
  subject: Subject,
  reporter: Reporter,
): void {
  const wanted = manifest.metadata["namespace"];
  const problems: string[] = [];
  if (file.documents !== 1) problems.push(`it holds ${file.documents} documents`);
  if (file.apiVersion !== manifest.apiVersion || file.kind !== id.kind)
    problems.push(`it holds a ${file.kind ?? "file without kind"}`);
  if (file.name !== id.name) problems.push(`its name is ${JSON.stringify(file.name)}`);
  // A Kustomization that sets the namespace of everything makes up for a missing one.
  if (file.namespace !== wanted && !(file.namespace === undefined && wanted === undefined)) {
    problems.push(
      `its namespace is ${JSON.stringify(file.namespace) ?? "missing"}, not ${JSON.stringify(wanted) ?? "missing"}`,
    );
  }
  if (problems.length === 0) return;
  reporter.report("secret/file-mismatch", {
    ...subject,
    message: `the file ${name} is not ${formatIdentity(id)}: ${problems.join(", ")}`,
    hint: "make name and namespace of encryptedFile() and of the file the same",
  });
}

function checkDecryption(
  file: Read,
  instance: Instance,
  cluster: Cluster,
  decrypts: boolean | undefined,
  subject: Subject,
  name: string,
  reporter: Reporter,
): void {
  for (const { by } of instance.deployments) {
    if (by) {
      if (specField(by.node.resource, by.applier.decryption) !== undefined) continue;
      reporter.report("secret/undecrypted", {
        ...subject,
        message: `${formatIdentity(by.id)} applies the encrypted Secret ${JSON.stringify(name)} and has no decryption`,
        hint: `give it decryption: { provider: "sops", secretRef: { name: "sops-age" } }`,
        related: [place("it is made here", by.node.resource)],
      });
    } else if (decrypts !== true) {
      const unknown = decrypts === undefined;
      reporter.report("secret/undecrypted", {
        ...subject,
        // Flux refuses encrypted `data`, which shows; it applies encrypted `stringData` and reports Ready.
        severity: unknown && !file.hasStringData ? "warning" : "error",
        message: `the encrypted Secret ${JSON.stringify(name)} stands at the root of cluster ${JSON.stringify(cluster.name)}, and ${unknown ? "it is not known whether" : "not so that"} its sync decrypts`,
        hint: `put it into a directory() whose Kustomization has decryption, or set decryption: true on the cluster if its sync has`,
      });
    }
  }
}

/**
 * Whether what bootstrap wrote decrypts the cluster's root. Only yes is certain: a patch beside it may add what is not there.
 */
function syncDecrypts(cluster: Cluster, view: View, kinds: KindTable): true | undefined {
  return foreignObjects(cluster.path, view, kinds).some(({ data, definition }) => {
    const spec = fieldOf(data, "spec");
    const path = definition?.applier && fieldOf(spec, definition.applier.path);
    if (!definition?.applier || typeof path !== "string" || plainPath(path) !== cluster.path) return false;
    return fieldOf(spec, definition.applier.decryption) !== undefined;
  })
    ? true
    : undefined;
}
