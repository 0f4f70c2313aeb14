import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { marksOf } from "../model/resource.ts";
import { specField } from "./body.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import type { Instance } from "./instance.ts";
import { place, type Reporter } from "./reporter.ts";
import type { EncryptedFile, View } from "./view.ts";

/** Checks a file that stands for a Secret: that it is the one it says, that it is encrypted, and that it is decrypted again. */
export function checkEncryptedFile(
  compiled: CompiledResource,
  instance: Instance,
  view: View,
  decryptsRoot: boolean | undefined,
  reporter: Reporter,
): void {
  const { resource, id } = compiled;
  const mark = marksOf(resource).encryptedFile;
  const file = mark && view.encryptedFiles.get(mark.path);
  if (!mark || !file) return;
  const subject = { resource, id, file: mark.path };
  const stands = `${formatIdentity(id)} stands in ${JSON.stringify(mark.path)}`;
  if (file.type !== "read") {
    reporter.report("secret/file-mismatch", {
      ...subject,
      message: `${stands}, which ${file.type === "missing" ? "does not exist" : `cannot be read: ${file.reason}`}`,
      hint: "give the path from the folder of the program that is built",
    });
    return;
  }
  checkIdentity(compiled, instance, file, stands, subject, reporter);
  if (!file.sops || file.plainPaths.length > 0) {
    const where = file.plainPaths.length > 0 ? `: ${file.plainPaths.join(", ")} can be read` : "";
    reporter.report("secret/not-encrypted", {
      ...subject,
      message: `${stands}, which is not encrypted by SOPS${where}`,
      hint: `encrypt it: sops encrypt --encrypted-regex '^(data|stringData)$' --in-place ${mark.path}`,
    });
    return;
  }
  for (const problem of view.sealedProblems?.(mark.path) ?? []) {
    const { code, severity, message, hint } = problem;
    reporter.report(code, { ...subject, severity, message, hint });
  }
  checkCopied(compiled, file, stands, subject, reporter);
  checkDecryption(file, instance.deployments, decryptsRoot, subject, reporter);
}

/** Says what groups and overrides give to a Secret, and the file has not: it is copied byte for byte. */
function checkCopied(
  { manifest }: CompiledResource,
  file: Read,
  stands: string,
  subject: Subject,
  reporter: Reporter,
): void {
  const { apiVersion: _, kind: __, metadata, ...fields } = manifest;
  const lacking = [
    ...(["labels", "annotations"] as const).flatMap((name) => {
      const given = Object.entries(Object(metadata[name]));
      return given.filter(([key, value]) => file[name][key] !== value).map(([key]) => ["metadata", name, key]);
    }),
    ...Object.keys(fields).map((field) => [field]),
  ].map(formatFieldPath);
  if (lacking.length === 0) return;
  reporter.report("secret/file-mismatch", {
    ...subject,
    severity: "warning",
    message: `${stands}, which is copied as it is, without what groups and overrides give it: ${lacking.join(", ")}`,
    hint: `write that into the file: sops edit ${subject.file}`,
  });
}

type Read = Extract<EncryptedFile, { type: "read" }>;
type Subject = Pick<Parameters<Reporter["report"]>[1], "resource" | "file"> & Pick<CompiledResource, "id">;

function checkIdentity(
  { id, manifest }: CompiledResource,
  { deployments }: Instance,
  file: Read,
  stands: string,
  subject: Subject,
  reporter: Reporter,
): void {
  const { file: path } = subject;
  if (file.documents !== 1 || file.apiVersion !== manifest.apiVersion || file.kind !== id.kind) {
    const what = file.documents === 1 ? `a ${file.kind ?? "document without a kind"}` : `${file.documents} documents`;
    reporter.report("secret/file-mismatch", {
      ...subject,
      message: `${stands}, which holds ${what}`,
      hint: `give a file that holds one ${id.kind} of ${manifest.apiVersion} and nothing else`,
    });
    return;
  }
  const wanted = manifest.metadata["namespace"];
  // What sets the namespace of everything that it applies does so for the file too.
  const isMoved = deployments.every(({ targetNamespace }) => targetNamespace !== undefined);
  const problems: string[] = [];
  if (file.name !== id.name) problems.push(`its name is ${JSON.stringify(file.name ?? "")}`);
  if (file.namespace !== wanted && !isMoved) {
    problems.push(
      file.namespace === undefined ? "it has no namespace" : `its namespace is ${JSON.stringify(file.namespace)}`,
    );
  }
  if (problems.length === 0) return;
  const namespace = file.namespace === undefined ? "" : `, { namespace: ${JSON.stringify(file.namespace)} }`;
  reporter.report("secret/file-mismatch", {
    ...subject,
    message: `${stands}, which is another one: ${problems.join(", and ")}`,
    hint:
      file.namespace === undefined && typeof wanted === "string"
        ? `put namespace: ${wanted} into the file's metadata`
        : `write encryptedFile(${JSON.stringify(file.name ?? "…")}, ${JSON.stringify(path)}${namespace})`,
  });
}

/** Checks that an encrypted Secret is decrypted wherever it is applied. */
export function checkDecryption(
  { hasStringData }: Pick<Read, "hasStringData">,
  deployments: readonly Deployment[],
  decryptsRoot: boolean | undefined,
  subject: Subject,
  reporter: Reporter,
): void {
  const name = formatIdentity(subject.id);
  for (const { by } of deployments) {
    if (by) {
      if (specField(by.node.resource, by.applier.decryption) !== undefined) continue;
      reporter.report("secret/undecrypted", {
        ...subject,
        message: `${name} is encrypted, and ${formatIdentity(by.id)}, which applies it, has no decryption`,
        hint: 'give that Kustomization decryption: { provider: "sops", secretRef: external("Secret", "sops-age") }',
        related: [place(`${formatIdentity(by.id)} is made here`, by.node.resource)],
      });
    } else if (decryptsRoot !== true) {
      const isUnknown = decryptsRoot === undefined;
      reporter.report("secret/undecrypted", {
        ...subject,
        // Flux refuses encrypted `data`, which shows; it applies encrypted `stringData` and reports Ready.
        severity: isUnknown && !hasStringData ? "warning" : "error",
        message: `${name} is encrypted and stands at the cluster's root, ${isUnknown ? "which may not be decrypted" : "which is not decrypted"}`,
        hint: "list it in a directory() whose Kustomization has decryption, or set decryption: true on the cluster if its sync has it",
      });
    }
  }
}
