import type { SyntaxProblem } from "./syntax-problem.ts";

/** Go counts durations in nanoseconds, in 64 bits. */
const LONGEST = 2n ** 63n - 1n;

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/**
 * Reads a duration as Go does. The API server has compared it with a pattern, but one that is too long keeps the controller from
 * reading any object of the kind.
 */
export function readDuration(text: string): SyntaxProblem | undefined {
  // Seven characters make a hundred years.
  if (text.length < 8) return undefined;
  let sum = 0n;
  for (const [, count = "", unit = ""] of text.matchAll(/(\d+)(?:\.\d+)?(ms|s|m|h)/g)) {
    sum += BigInt(count) * (NANOSECONDS[unit] ?? 0n);
  }
  if (sum <= LONGEST) return undefined;
  return { problem: "is longer than Go can count, 292 years", hint: "write a shorter duration" };
}
