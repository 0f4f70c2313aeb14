import type { SyntaxProblem } from "./syntax-problem.ts";

const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** Reads the name of a namespace. */
export function readNamespace(text: string): SyntaxProblem | undefined {
  if (text === "" || LABEL.test(text)) return undefined;
  return { problem: "cannot be the name of a namespace", hint: NAME_HINT };
}

/** Reads the name of a Helm release. */
export function readReleaseName(text: string): SyntaxProblem | undefined {
  const isName = text.length <= 53 && text.split(".").every((part) => LABEL.test(part));
  if (text === "" || isName) return undefined;
  return { problem: "cannot be the name of a Helm release", hint: NAME_HINT };
}

/** Reads the name of a variable that is filled in after a build. */
export function readVariableName(text: string): SyntaxProblem | undefined {
  if (/^[A-Za-z_]\w*$/.test(text)) return undefined;
  return {
    problem: "cannot be the name of a variable",
    hint: 'write letters, digits and "_", not starting with a digit',
  };
}

const NAME_HINT = 'write lower-case letters, digits and "-", with a letter or digit at both ends';
