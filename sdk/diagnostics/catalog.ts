import type { Severity } from "./diagnostic.ts";

/** What a code stands for. */
export interface CatalogEntry {
  readonly severity: Severity;
  /** The rule, in a few words. */
  readonly title: string;
  /** Why it is one, and what happens when it is broken. */
  readonly explanation: string;
}

function error(title: string, explanation: string): CatalogEntry {
  return { severity: "error", title, explanation };
}

function warning(title: string, explanation: string): CatalogEntry {
  return { severity: "warning", title, explanation };
}

function info(title: string, explanation: string): CatalogEntry {
  return { severity: "info", title, explanation };
}

/** A diagnostic's code: stage or subject, and problem. */
export type DiagnosticCode =
  | "cluster/duplicate"
  | "cluster/nested-path"
  | "cluster/unknown-flux"
  | "deferred/in-git"
  | "deferred/stringified"
  | "directory/conflict"
  | "directory/missing-file"
  | "directory/other-source"
  | "directory/which-source"
  | "graph/cycle"
  | "graph/duplicate-id"
  | "identity/invalid"
  | "index/unreadable"
  | "kustomize/name-affix"
  | "layout/adopted"
  | "layout/case-collision"
  | "layout/directory-place"
  | "layout/drift"
  | "layout/duplicate-object"
  | "layout/edited-file"
  | "layout/file-name"
  | "layout/foreign-file"
  | "layout/foreign-kustomization"
  | "layout/foreign-yaml"
  | "layout/locked"
  | "layout/not-listed"
  | "layout/not-written"
  | "layout/outside"
  | "layout/self-applied-source"
  | "layout/unreadable-yaml"
  | "namespace/ambiguous"
  | "namespace/missing"
  | "namespace/not-applied"
  | "namespace/uncreated"
  | "override/duplicate"
  | "override/identity"
  | "override/invalid-path"
  | "override/unmatched"
  | "path/missing"
  | "placement/ambiguous"
  | "program/invalid"
  | "program/no-fleet"
  | "program/threw"
  | "reference/ambiguous"
  | "reference/not-in-cluster"
  | "reference/unresolved"
  | "reference/wrong-kind"
  | "reference/wrong-namespace"
  | "removal/guarded"
  | "resource/not-served"
  | "secret/file-mismatch"
  | "secret/not-encrypted"
  | "secret/plaintext"
  | "secret/undecrypted"
  | "silence/unknown"
  | "substitution/not-filled"
  | "value/unsupported";

/** Every code that Sluice reports. Codes are stable: scripts and `silence` rely on them. */
export const CATALOG: Readonly<Record<DiagnosticCode, CatalogEntry>> = {
  "cluster/duplicate": error(
    "Cluster names and paths are unique",
    "Two clusters with one name cannot be told apart by --cluster, and two with one path would write over each other.",
  ),
  "cluster/nested-path": error(
    "Cluster paths do not nest",
    "Flux applies every YAML file below a cluster's path, so the outer cluster would apply the inner one's objects.",
  ),
  "cluster/unknown-flux": error(
    "A cluster runs a Flux minor that is known",
    "The minor decides which API versions are written, and nothing can be said of another one.",
  ),
  "deferred/in-git": error(
    "What Git delivers has no deferred values",
    "A file is written before the value is known. Only objects that Pulumi applies itself can carry it.",
  ),
  "deferred/stringified": error(
    "A deferred value is not turned into text",
    "A Pulumi Output in a template string or a concatenation becomes an explanation of the mistake, not its value.",
  ),
  "directory/conflict": error(
    "One directory path has one content",
    "Two directory values with the same path would write different files to one folder.",
  ),
  "directory/missing-file": error(
    "What a directory's options name exists",
    "kustomize fails on a file that it does not find, and on a folder without a kustomization file.",
  ),
  "directory/other-source": error(
    "A directory hangs under a source that delivers this repository",
    "Sluice writes the directory here, so a Kustomization that reads another source would not find it.",
  ),
  "directory/which-source": error(
    "It is known which source delivers this repository",
    "When directories hang under several sources, the folder that each artifact starts at must be said.",
  ),
  "graph/cycle": error(
    "dependsOn has no cycles",
    "No controller detects one: every member waits for the others for ever.",
  ),
  "graph/duplicate-id": error(
    "One identity has one content",
    "Two different objects with one kind, namespace and name would overwrite each other in the cluster.",
  ),
  "identity/invalid": error(
    "Identity is a plain string",
    "Kind, name and namespace decide files, references and removal, so they are known when the program runs.",
  ),
  "index/unreadable": warning(
    "The index of written files can be read",
    "Without it nobody knows which files an earlier build wrote, so none of them is removed.",
  ),
  "kustomize/name-affix": error(
    "namePrefix and nameSuffix are not used over a directory of ours",
    "They rename the objects after Sluice linked them, so every reference to them would dangle.",
  ),
  "layout/adopted": info(
    "A file with the same content is taken over",
    "It stood there before the index knew it, and its bytes are the ones to write.",
  ),
  "layout/case-collision": error(
    "Paths differ in more than case",
    "On macOS and Windows the two are one file or folder, so a check-out there loses one of them.",
  ),
  "layout/directory-place": error(
    "A directory lies apart from cluster paths",
    "Flux would apply the files twice: once through the directory's Kustomization, once through the cluster's.",
  ),
  "layout/drift": error(
    "What is committed is what the program says",
    "With --check nothing is written: the files wait for a build, and for a commit.",
  ),
  "layout/duplicate-object": error(
    "An object is applied by one Kustomization",
    "Two that apply the same object fight over it, and when one goes its prune deletes what the other still applies.",
  ),
  "layout/edited-file": error(
    "A file that a person edited is kept",
    "Its bytes are neither what Sluice wrote before nor what it would write now.",
  ),
  "layout/file-name": error(
    "A file name stays in its folder and is applied",
    "Names that leave the folder, that no Kustomization would pick up or that kustomize keeps for itself are refused.",
  ),
  "layout/foreign-file": error(
    "A file that Sluice did not write is kept",
    "Another file stands where this one belongs, with other content.",
  ),
  "layout/foreign-kustomization": error(
    "A directory's kustomization.yaml is Sluice's",
    "A directory is applied as its kustomization file says, and two of them in one folder fail the build.",
  ),
  "layout/foreign-yaml": error(
    "Other YAML in a directory is named",
    "Once a kustomization.yaml lists the directory's files, Flux stops applying those that it does not list.",
  ),
  "layout/locked": error(
    "One build writes at a time",
    "Two that write to one folder at once would mix the files of two programs.",
  ),
  "layout/not-listed": error(
    "A written kustomization file lists every file",
    "Flux applies only what the kustomization file in a cluster's path lists.",
  ),
  "layout/not-written": error(
    "Files can be written",
    "The system refuses a file. Everything is written under another name first, so mostly nothing has changed by then.",
  ),
  "layout/outside": error(
    "Paths stay inside the output folder",
    "An absolute path, a path with .. or one through a symbolic link would write somewhere else.",
  ),
  "layout/self-applied-source": warning(
    "A Kustomization does not apply its own source",
    "A mistake in the source's new version stops the Kustomization from fetching the fix.",
  ),
  "layout/unreadable-yaml": warning(
    "YAML beside written files can be read",
    "Flux's build of the whole folder fails on a file that is no Kubernetes object.",
  ),
  "namespace/ambiguous": error(
    "An object that several namespaces need is listed for each",
    "Its namespace is that of the objects that refer to it, and they are in several.",
  ),
  "namespace/missing": error(
    "A namespaced object has a namespace",
    "The default would be the namespace of Flux itself, where applications do not belong.",
  ),
  "namespace/not-applied": info(
    "A group's namespace is given to objects of known scope",
    "Whether a kind that is not known has a namespace at all cannot be told, so its object gets none from a group.",
  ),
  "namespace/uncreated": warning(
    "Something makes the namespace",
    "Flux cannot apply an object to a namespace that does not exist.",
  ),
  "override/duplicate": error("A resource has one override", "The result would depend on the order of two changes."),
  "override/identity": error(
    "An override keeps the identity",
    "References, files and removal follow the object's identity.",
  ),
  "override/invalid-path": error(
    "A path to remove can be read",
    "What is read in part only would remove another field than the one that was meant.",
  ),
  "override/unmatched": warning(
    "An override matches a resource, and what it removes is there",
    "A change that matches nothing is often a renamed resource or a mistyped field.",
  ),
  "path/missing": warning(
    "A path exists in the repository",
    "A Kustomization whose path is not in its source's artifact fails with 'path not found'.",
  ),
  "placement/ambiguous": error(
    "It is known where a needed resource is written",
    "Resources of several containers need it, and it may be applied by one of them only.",
  ),
  "program/invalid": error(
    "The program can be read",
    "It is bundled before it runs, and a mistake in its syntax or a package that is not installed stops that.",
  ),
  "program/no-fleet": error(
    "The program's default export is a fleet",
    "A fleet, a cluster, a list of them, or a function that returns one of these is what a build compiles.",
  ),
  "program/threw": error(
    "The program runs to its end",
    "What it threw is shown as it is, with the program's own files and lines.",
  ),
  "reference/ambiguous": error(
    "A reference means one object",
    "The resource stands in several namespaces, and none of them is the referrer's.",
  ),
  "reference/not-in-cluster": error(
    "A mentioned resource is listed",
    "An ordering or an event source does not bring a resource into the cluster; only listing or needing it does.",
  ),
  "reference/unresolved": error(
    "A reference names an object that exists",
    "Nothing in this program makes the object, and nothing says that it exists elsewhere.",
  ),
  "reference/wrong-kind": error("A reference fits its slot", "Flux accepts only certain kinds there."),
  "reference/wrong-namespace": error(
    "A local reference stays in its namespace",
    "The slot holds a name alone, which means the referrer's namespace.",
  ),
  "removal/guarded": error(
    "A removal that Flux would turn into a prune is allowed",
    "Flux deletes from the cluster what disappears from Git, with everything that depends on it.",
  ),
  "resource/not-served": error(
    "The cluster's Flux serves the kind",
    "Applying an object of a kind or version that the cluster lacks fails.",
  ),
  "secret/file-mismatch": error(
    "An encrypted file holds the Secret that it stands for",
    "References were linked to a name and namespace that the file does not have.",
  ),
  "secret/not-encrypted": error(
    "An encrypted file is encrypted by SOPS",
    "Copying a file whose values are readable would publish them.",
  ),
  "secret/plaintext": error(
    "No Secret is written in plain text",
    "What is committed to Git can be read for ever by everyone who can read the repository.",
  ),
  "secret/undecrypted": error(
    "An encrypted Secret is decrypted where it is applied",
    "Without decryption Flux refuses it, or applies the encrypted text and reports that all is well.",
  ),
  "silence/unknown": warning(
    "A code to silence is one that Sluice reports",
    "A mistyped code silences nothing, and nobody notices until the warning matters.",
  ),
  "substitution/not-filled": error(
    "A substitution stands where Flux substitutes",
    "Without postBuild on the Kustomization that applies it, the text of the variable itself is applied.",
  ),
  "value/unsupported": error(
    "Values are data",
    "A manifest holds strings, finite numbers, booleans, null, lists and plain objects.",
  ),
};
