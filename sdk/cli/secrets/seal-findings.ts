import type { SealedFile } from "../../compile/compiled.ts";
import { CATALOG, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type FieldPath, formatFieldPath } from "../../model/field-path.ts";
import { formatIdentity } from "../../model/identity.ts";
import { marksOf } from "../../model/resource.ts";
import { callSiteOf } from "../../model/source-location.ts";
import type { RecipientDifference } from "../../sops/compare-recipients.ts";
import type { Recipient } from "../../sops/recipient.ts";
import type { UndecidedChoice } from "../build/build-options.ts";
import type { AgeIdentities } from "./identities.ts";
import type { AbsentValue } from "./revealed.ts";

/** A file that is kept because nobody can tell, and why. */
export interface UndecidedFile {
  readonly file: SealedFile;
  readonly reason: string;
}

/** Lists the files that are kept because nobody can tell. */
export function reportUndecided(files: readonly UndecidedFile[], choice: UndecidedChoice): readonly Diagnostic[] {
  const [first, ...others] = files.filter(({ file }) => choice === "fail" || !isSilenced(file, "secret/undecided"));
  if (first === undefined) return [];
  const what =
    others.length === 0
      ? `"${first.file.path}" is kept: nobody here can tell whether its values are still those of the program`
      : `${others.length + 1} encrypted files are kept: nobody here can tell whether their values are still those of the program`;
  return [
    {
      code: "secret/undecided",
      severity: choice === "fail" ? "error" : CATALOG["secret/undecided"].severity,
      message: what,
      hint: "build where an age key for them is (SOPS_AGE_KEY, SOPS_AGE_KEY_FILE) and their values are, or say --undecided encrypt",
      related: [first, ...others].map(({ file, reason }) => ({ message: reason, file: file.path })),
    },
  ];
}

/** Says which variables of the environment are set for an age key and give none. */
export function reportUseless(variables: AgeIdentities["useless"]): readonly Diagnostic[] {
  return variables.map(({ name, reason }) => ({
    code: "sops/useless-key",
    severity: CATALOG["sops/useless-key"].severity,
    message: `${name} ${reason === "no file" ? "names a file that cannot be read" : "holds no age key that can be read"}`,
    hint:
      reason === "no file"
        ? "name the file that age-keygen wrote, or leave the variable out"
        : "give the whole line that age-keygen wrote, which starts with AGE-SECRET-KEY-1, or leave the variable out",
  }));
}

/** Says which values a file lacks that has to be encrypted. */
export function reportAbsent(file: SealedFile, absent: readonly AbsentValue[], isNew: boolean): readonly Diagnostic[] {
  const name = formatIdentity(file.resource.id);
  const why = isNew ? "" : `, and "${file.path}" has to be encrypted anew`;
  // What is derived from an absent value lacks the same.
  const first = absent.filter(({ reason }, index) => absent.findIndex((other) => other.reason === reason) === index);
  return first.map(({ path, reason }) => ({
    ...about(file, "secret/no-value", path),
    message: `${name} has no value under ${formatFieldPath(path)}: ${reason}${why}`,
    hint: isNew
      ? "give it to this build: once the file is written, a build without it keeps the file"
      : "give it to this build, or build where an age key for the file is, so that the value in it can be kept",
  }));
}

/** Says which values a rule of `.sops.yaml` leaves in plain text. */
export function reportReadable(file: SealedFile, paths: readonly FieldPath[], config: string): readonly Diagnostic[] {
  return paths.map((path) => ({
    ...about(file, "secret/plaintext", path),
    message: `${formatIdentity(file.resource.id)} has a value under ${formatFieldPath(path)} that the rule of ${config} leaves in plain text`,
    hint: "let the rule choose by encrypted_regex: ^(data|stringData)$, which takes every value in them",
  }));
}

/** Says that others can read a file than `.sops.yaml` names. */
export function reportRecipients(
  file: SealedFile,
  { missing, extra, threshold }: RecipientDifference,
  config: string,
): readonly Diagnostic[] {
  if (isSilenced(file, "sops/recipients")) return [];
  const parts = [
    ...missing.map(({ id }) => `${id} cannot read it`),
    ...extra.map(({ id }) => `${id} still can`),
    ...(threshold === undefined ? [] : [`it takes ${threshold.file} key groups, not ${threshold.rule}`]),
  ];
  return [
    {
      ...about(file, "sops/recipients"),
      message: `"${file.path}" is encrypted for others than ${config} names: ${parts.join(", ")}`,
      hint: "encrypt it for them with sluice secrets rotate",
      file: file.path,
    },
  ];
}

/** Says that some recipients are for a command that is not there. */
export function reportNotInstalled(file: SealedFile, recipients: readonly Recipient[]): Diagnostic {
  const names = recipients.map(({ type, id }) => `${type} ${id}`).join(", ");
  return {
    ...about(file, "sops/not-installed"),
    message: `${formatIdentity(file.resource.id)} is to be encrypted for ${names}, which takes the command sops, and there is none on the PATH`,
    hint: "install sops, or name only age keys in .sops.yaml",
    file: file.path,
  };
}

/** Says what `sops` said. */
export function reportFailed(file: SealedFile, reason: string): Diagnostic {
  return {
    ...about(file, "sops/failed"),
    message: `sops did not encrypt "${file.path}": ${reason}`,
    hint: "see that sops can use every key that the rule of .sops.yaml names",
    file: file.path,
  };
}

type About = Pick<Diagnostic, "code" | "severity" | "cluster" | "resource" | "path" | "site" | "isConfidential">;

function about({ resource, clusters }: SealedFile, code: DiagnosticCode, path?: FieldPath): About {
  return {
    code,
    severity: CATALOG[code].severity,
    cluster: clusters.length === 1 ? clusters[0] : undefined,
    resource: resource.id,
    path,
    site: callSiteOf(resource.resource),
    isConfidential: true,
  };
}

function isSilenced({ resource }: SealedFile, code: DiagnosticCode): boolean {
  return marksOf(resource.resource).silence?.includes(code) === true;
}
