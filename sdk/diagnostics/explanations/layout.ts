import type { Explanations } from "./explanation.ts";

/** Why each `layout/…` is a rule, and what it looks like. */
export const LAYOUT: Explanations<"layout"> = {
  "layout/adopted": {
    why: "It stood there before the index knew it, and its bytes are the ones to write.",
  },
  "layout/case-collision": {
    why: "On macOS and Windows the two are one file or folder, so a check-out there loses one of them.",
  },
  "layout/directory-place": {
    why: "Flux would apply the files twice: once through the directory's Kustomization, once through the cluster's.",
  },
  "layout/drift": {
    why: "With --check nothing is written: the files wait for a build, and for a commit.",
  },
  "layout/duplicate-object": {
    why: "Two that apply the same object fight over it, and when one goes its prune deletes what the other still applies.",
  },
  "layout/edited-file": {
    why: "Its bytes are neither what Sluice wrote before nor what it would write now.",
  },
  "layout/file-name": {
    why: "Names that leave the folder, that no Kustomization would pick up or that kustomize keeps for itself are refused.",
  },
  "layout/foreign-file": {
    why: "Another file stands where this one belongs, with other content.",
  },
  "layout/foreign-kustomization": {
    why: "A directory is applied as its kustomization file says, and two of them in one folder fail the build.",
  },
  "layout/foreign-yaml": {
    why: "Once a kustomization.yaml lists the directory's files, Flux stops applying those that it does not list.",
  },
  "layout/locked": {
    why: "Two that write to one folder at once would mix the files of two programs.",
  },
  "layout/not-listed": {
    why: "Flux applies only what the kustomization file in a cluster's path lists.",
  },
  "layout/not-written": {
    why: "The system refuses a file. Everything is written under another name first, so mostly nothing has changed by then.",
  },
  "layout/outside": {
    why: "An absolute path, a path with .. or one through a symbolic link would write somewhere else.",
  },
  "layout/self-applied-source": {
    why: "A mistake in the source's new version stops the Kustomization from fetching the fix.",
  },
  "layout/unreadable-yaml": {
    why: "Flux's build of the whole folder fails on a file that is no Kubernetes object.",
  },
};
