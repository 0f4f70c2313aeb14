import { CelFailure } from "./stops.ts";

/** A version in its parts. */
export class Semver {
  readonly numbers: readonly bigint[];
  readonly prerelease: readonly string[];

  constructor(numbers: readonly bigint[], prerelease: readonly string[]) {
    this.numbers = numbers;
    this.prerelease = prerelease;
  }
}

/** Functions on versions that the API server has and cel-js has not. */
export const SEMVER_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "isSemver(string): bool": (text: string) => SEMVER.test(text),
  "semver(string): Semver": semver,
  "Semver.major(): int": ({ numbers }: Semver) => numbers[0],
  "Semver.minor(): int": ({ numbers }: Semver) => numbers[1],
  "Semver.patch(): int": ({ numbers }: Semver) => numbers[2],
  "Semver.isLessThan(Semver): bool": (left: Semver, right: Semver) => compare(left, right) < 0,
  "Semver.isGreaterThan(Semver): bool": (left: Semver, right: Semver) => compare(left, right) > 0,
  "Semver.compareTo(Semver): int": (left: Semver, right: Semver) => BigInt(compare(left, right)),
};

const NUMBER = "(0|[1-9]\\d{0,17})";
const WORD = "(?:0|[1-9]\\d{0,17}|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${WORD}(?:\\.${WORD})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

function semver(text: string): Semver {
  const [, major, minor, patch, prerelease] = SEMVER.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) throw new CelFailure(`${text} is no version`);
  return new Semver([major, minor, patch].map(BigInt), prerelease?.split(".") ?? []);
}

function compare(left: Semver, right: Semver): number {
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (left.prerelease.length === 0 || right.prerelease.length === 0) {
    return Math.sign(right.prerelease.length - left.prerelease.length);
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

/** Numbers come before words, and fewer parts before more. */
function comparePrereleases(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [isNumber, isOtherNumber] = [/^\d+$/.test(part), /^\d+$/.test(other)];
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    const isLess = isNumber ? BigInt(part) < BigInt(other) : part < other;
    return isLess ? -1 : 1;
  }
  return left.length < right.length ? -1 : 0;
}
