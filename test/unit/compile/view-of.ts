import type { EncryptedFile, View, ViewFile } from "../../../sdk/compile/view.ts";

/** A file of a view: what it is, or the documents that a YAML file holds. */
type Given = ViewFile | readonly object[];

/** A disk as a command would have seen it, with some files, and folders that were looked up. */
export function viewOf(
  files: Readonly<Record<string, Given>>,
  {
    folders = {},
    encryptedFiles = {},
  }: {
    readonly folders?: Readonly<Record<string, boolean>>;
    readonly encryptedFiles?: Readonly<Record<string, EncryptedFile>>;
  } = {},
): View {
  return {
    files: new Map(Object.entries(files).map(([path, given]) => [path, viewFile(given)])),
    folders: new Map(Object.entries(folders)),
    encryptedFiles: new Map(Object.entries(encryptedFiles)),
  };
}

function viewFile(given: Given): ViewFile {
  if ("type" in given) return given;
  return { type: "yaml", documents: given.map((data, index) => ({ number: index + 1, data })) };
}

/** A document that a person wrote. */
export function written(apiVersion: string, kind: string, name: string, namespace?: string): object {
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } };
}

/** A kustomization file that a person wrote. */
export function listing(...resources: readonly string[]): readonly object[] {
  return [{ apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources }];
}
