import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";

/**
 * What the command read of the disk before it compiled, so that the compiler does no I/O. Paths are relative to the output
 * folder, with `/`.
 */
export interface View {
  /** Files below the clusters' paths and the directories. */
  readonly files: ReadonlyMap<string, ViewFile>;
  /** For folders that a `path` names by a string: whether they exist. A folder that was not looked up is absent. */
  readonly folders: ReadonlyMap<string, boolean>;
  /** The files that `encryptedFile()` stands for, by the path that the author wrote. */
  readonly encryptedFiles: ReadonlyMap<string, EncryptedFile>;
  /** What keeps SOPS from decrypting one of those files, and what of it anybody can read. Absent where that was not looked up. */
  readonly sealedProblems?: ((path: string) => readonly SealedProblem[]) | undefined;
  /** What `.sops.yaml` says of a file that is to be written. Absent where that was not looked up. */
  readonly sealing?: ((path: string) => Sealing) | undefined;
}

/** Something that is wrong with an encrypted file. It holds no value of the file. */
export interface SealedProblem {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** Whether the Secret of a file can be encrypted. */
export type Sealing =
  /** No rule is for that path. The configuration that was asked, if there is one. */
  | { readonly type: "none"; readonly config: string | undefined }
  /** There is a rule, and Flux could not read what it makes, or a value would stay readable. */
  | { readonly type: "unfit"; readonly config: string; readonly message: string; readonly hint: string }
  /** The configuration is wrong, which is said elsewhere. */
  | { readonly type: "broken"; readonly config: string }
  | { readonly type: "sealed"; readonly config: string };

/** A file that stands where Sluice writes. */
export type ViewFile =
  /** Known to the index: Sluice wrote it. */
  | { readonly type: "ours" }
  /** Neither YAML by its name nor a kustomization file. */
  | { readonly type: "other" }
  | { readonly type: "yaml"; readonly documents: readonly ForeignDocument[] }
  | { readonly type: "unreadable"; readonly reason: string };

/** A document of a YAML file that Sluice did not write. */
export interface ForeignDocument {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly data: unknown;
}

/** What was seen in a file that is to be copied. It never holds a value of the file, encrypted or not. */
export type EncryptedFile =
  | { readonly type: "missing" }
  | { readonly type: "unreadable"; readonly reason: string }
  | {
      readonly type: "read";
      readonly documents: number;
      readonly apiVersion: string | undefined;
      readonly kind: string | undefined;
      readonly name: string | undefined;
      readonly namespace: string | undefined;
      /** Whether it carries SOPS' metadata with a message authentication code. */
      readonly sops: boolean;
      /** Paths of values under `data` and `stringData` that are not encrypted. */
      readonly plainPaths: readonly string[];
      /** Whether it has values under `stringData`, and not only under `data`. */
      readonly hasStringData: boolean;
      /** The Secret's type, where it has one. */
      readonly secretType: string | undefined;
      /** The labels that can be read. */
      readonly labels: Readonly<Record<string, string>>;
      /** The annotations that can be read. */
      readonly annotations: Readonly<Record<string, string>>;
      /** The keys under `data` and `stringData`. */
      readonly keys: readonly string[];
    };
