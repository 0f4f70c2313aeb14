import type { SchemaProblem } from "../../charts/schema-problem.ts";

/**
 * What is said of a problem. Where none of several alternatives fits, and one of them was clearly meant, what is wrong with that one: it
 * takes more of the value than the others, or less is wrong with it.
 */
export function chosenProblems(problem: SchemaProblem): readonly SchemaProblem[] {
  const { alternatives } = problem;
  if (alternatives === undefined) return [problem];
  const branches = alternatives.map((problems) => problems.flatMap(chosenProblems));
  const [best, second] = branches.map((problems) => ({ problems, depth: depthOf(problems) })).sort(byMerit);
  if (best === undefined) return [problem];
  const isMeant = second === undefined || byMerit(best, second) < 0;
  const isType = best.problems.some(({ keyword, path }) => keyword === "type" && path.length === problem.path.length);
  if (isMeant && !isType) return best.problems;
  return [{ ...problem, alternatives: branches }];
}

interface Branch {
  readonly problems: readonly SchemaProblem[];
  readonly depth: number;
}

/** Alternatives that judge the type of the whole value were hardly meant by a value of another. */
function depthOf(problems: readonly SchemaProblem[]): number {
  return Math.min(...problems.map(({ path, keyword }) => path.length + (keyword === "type" ? 0 : 0.5)));
}

function byMerit(left: Branch, right: Branch): number {
  return right.depth - left.depth || left.problems.length - right.problems.length;
}
