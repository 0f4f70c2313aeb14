import type { SchemaProblem } from "../../charts/schema-problem.ts";

type Problems = readonly SchemaProblem[];

/**
 * What is said of a problem. Where none of several alternatives fits, and one of them was clearly meant, what is wrong with that one: a
 * field names it, or it takes more of the value than the others, or less is wrong with it.
 */
export function chosenProblems(problem: SchemaProblem): Problems {
  const { alternatives } = problem;
  if (alternatives === undefined) return [problem];
  const branches = alternatives.map((problems) => problems.flatMap(chosenProblems));
  const named = namedBranches(problem, branches);
  if (!isBranches(named)) return [named];
  const [best, second] = named.map((problems) => ({ problems, depth: depthOf(problems) })).sort(byMerit);
  if (best === undefined) return [problem];
  const isMeant = second === undefined || byMerit(best, second) < 0;
  const isType = best.problems.some(({ keyword, path }) => keyword === "type" && path.length === problem.path.length);
  if (isMeant && !isType) return best.problems;
  return [{ ...problem, alternatives: named }];
}

/**
 * Most alternatives of an object have a field with a value of their own. Gives those that the value of it names, or what is wrong with the
 * field where it names none.
 */
function namedBranches({ path }: SchemaProblem, branches: readonly Problems[]): readonly Problems[] | SchemaProblem {
  const isNaming = ({ keyword, path: at }: SchemaProblem): boolean =>
    (keyword === "const" || keyword === "enum") && at.length === path.length + 1;
  for (const field of new Set(
    branches.flatMap((problems) => problems.filter(isNaming).map((each) => each.path.at(-1))),
  )) {
    const refusals = branches.flatMap((problems) =>
      problems.filter((each) => isNaming(each) && each.path.at(-1) === field).slice(0, 1),
    );
    const [first] = refusals;
    if (refusals.length < 2 || first === undefined) continue;
    if (refusals.length < branches.length)
      return branches.filter((problems) => !problems.some((each) => refusals.includes(each)));
    const items = refusals.flatMap(({ keyword, schema }) => (keyword === "const" ? [schema["const"]] : schema["enum"]));
    return { keyword: "enum", path: first.path, schema: { enum: [...new Set(items)] } };
  }
  return branches;
}

function isBranches(named: readonly Problems[] | SchemaProblem): named is readonly Problems[] {
  return Array.isArray(named);
}

interface Branch {
  readonly problems: Problems;
  readonly depth: number;
}

/** Alternatives that judge the type of the whole value were hardly meant by a value of another. */
function depthOf(problems: Problems): number {
  return Math.min(...problems.map(({ path, keyword }) => path.length + (keyword === "type" ? 0 : 0.5)));
}

function byMerit(left: Branch, right: Branch): number {
  return right.depth - left.depth || left.problems.length - right.problems.length;
}
