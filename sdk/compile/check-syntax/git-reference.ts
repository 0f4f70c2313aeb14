import { hasControlCharacter } from "./control-character.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";

/** Reads the name of a branch, tag or other reference: none that breaks these rules can exist. */
export function readGitReference(text: string): SyntaxProblem | undefined {
  const problem = text === "" ? undefined : problemOf(text);
  return problem === undefined
    ? undefined
    : {
        problem: `cannot be the name of a Git reference: ${problem}`,
        hint: "write a name that `git check-ref-format` accepts",
      };
}

/** Reads a whole reference: `refs/heads/main`. Flux knows `^{}` behind a tag, for the commit that it points to. */
export function readWholeGitReference(text: string): SyntaxProblem | undefined {
  return readGitReference(text.replace(/\^\{\}$/, ""));
}

/** Reads the hash of a commit. Flux does not look up the short form. */
export function readGitCommit(text: string): SyntaxProblem | undefined {
  if (text === "" || /^(?:[\dA-Fa-f]{40}|[\dA-Fa-f]{64})$/.test(text)) return undefined;
  const isShort = /^[\dA-Fa-f]{4,39}$/.test(text);
  return {
    problem: isShort ? "is a short form of a hash, which Flux does not look up" : "is no hash of a commit",
    hint: "write all 40 digits, as `git rev-parse` prints them",
  };
}

function problemOf(name: string): string | undefined {
  if (hasControlCharacter(name)) return "it holds a line break or another control character";
  const strange = /[ ~^:?*[\\]/.exec(name)?.[0];
  if (strange !== undefined) return `it holds ${JSON.stringify(strange)}`;
  const sequence = /\.\.|@\{|\/\//.exec(name)?.[0];
  if (sequence !== undefined) return `it holds ${JSON.stringify(sequence)}`;
  if (/^\/|\/$/.test(name)) return 'it starts or ends with "/"';
  if (name.endsWith(".")) return 'it ends with "."';
  if (name === "@") return '"@" means another thing';
  const part = name.split("/").find((word) => word.startsWith(".") || word.endsWith(".lock"));
  if (part === undefined) return undefined;
  return part.startsWith(".") ? `${JSON.stringify(part)} starts with "."` : `${JSON.stringify(part)} ends with ".lock"`;
}
