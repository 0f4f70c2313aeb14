import type { SyntaxProblem } from "./syntax-problem.ts";

const HINT = 'write a version or a range, such as "1.2.3", "6.x" or ">=1.2.0 <2.0.0"';

const OPERATOR = "(?:!=|[<>]=?|=[<>]?|~>?|\\^)";
const WORDS = "[\\dA-Za-z-]+(?:\\.[\\dA-Za-z-]+)*";
/** A version with up to three numbers, each of which may be a placeholder. */
const VERSION = `v?[\\dxX*]+(?:\\.[\\dxX*]+){0,2}(?:-${WORDS})?(?:\\+${WORDS})?`;

const FROM_TO = new RegExp(`(${VERSION}) - (${VERSION})`, "g");
const BLANK_BEHIND_OPERATOR = new RegExp(`(${OPERATOR}) (?=v?[\\dxX*])`, "g");
const ONE = /^[=!<>~^]*v?(?<numbers>[\dxX*.]+)(?:-(?<prerelease>[^+]*))?/;
const WHOLE = new RegExp(`^${OPERATOR}?${VERSION}$`);

/** Versions are counted in 64 bits. */
const LARGEST = 2n ** 64n - 1n;

/** Reads a range of versions in the language of Masterminds/semver: `6.x`, `>=1.2.0 <2.0.0 || ^3`, `1.2 - 2`. */
export function readVersionRange(text: string): SyntaxProblem | undefined {
  if (text === "" || isConstraint(text)) return undefined;
  const wrong = text
    .split("||")
    .flatMap(versionsOf)
    .find((version) => !isConstraint(version));
  if (wrong === undefined) return undefined;
  const part = wrong === "" ? ": a version is missing" : `: ${JSON.stringify(wrong)} is none`;
  return { problem: `is no range of versions${wrong === text ? "" : part}`, hint: HINT };
}

/** Reads the version of a chart. Only a Helm repository looks at it, so elsewhere it may be anything. */
export function readChartVersion(text: string): SyntaxProblem | undefined {
  const found = readVersionRange(text);
  return found && { ...found, severity: "warning" };
}

/** The versions of an alternative, each with its operator. */
function versionsOf(alternative: string): readonly string[] {
  return alternative
    .replace(/\s+/g, " ")
    .replace(FROM_TO, ">=$1 <=$2 ")
    .replace(/ +/g, " ")
    .trim()
    .replace(BLANK_BEHIND_OPERATOR, "$1")
    .split(/ ?, ?| /);
}

function isConstraint(version: string): boolean {
  const { numbers = "", prerelease } = ONE.exec(version)?.groups ?? {};
  if (!WHOLE.test(version)) return false;
  // What stands behind a placeholder does not count.
  const counted = numbers.split(".");
  const end = counted.findIndex((number) => /^[xX*]$/.test(number));
  const isNumber = (number: string): boolean => /^\d+$/.test(number) && BigInt(number) <= LARGEST;
  if (!counted.slice(0, end === -1 ? undefined : end).every(isNumber)) return false;
  return prerelease === undefined || !prerelease.split(".").some((part) => /^0\d+$/.test(part));
}
