import type { SyntaxProblem } from "./syntax-problem.ts";

const REMOTE = /^(?:https?:\/\/|ssh:\/\/|git::|git@|gh:|github\.com[/:])/;

/** Reads the path of a kustomize component: Flux takes those of the same artifact only. */
export function readComponentPath(text: string): SyntaxProblem | undefined {
  if (REMOTE.test(text))
    return { problem: "is somewhere else, and Flux takes components of the same artifact only", hint: HINT };
  return text.startsWith("/") ? { problem: "is no relative path", hint: HINT } : undefined;
}

const HINT = 'write a path that starts at the Kustomization\'s own, such as "../components/ha"';
