import { compareVersions, parseVersion, type Version } from "./version.ts";

/** A range of versions as Helm and Flux read it: `6.x`, `^1`, `>=1 <2 || 3`. */
export interface VersionRange {
  /** One of these has to be met. */
  readonly alternatives: readonly Alternative[];
}

/** Conditions that have to be met together. */
interface Alternative {
  readonly conditions: readonly Condition[];
  /** Only where a condition names a pre-release, any pre-release is looked at. */
  readonly takesPrereleases: boolean;
}

interface Condition {
  readonly operator: string;
  readonly bound: Version;
  /** How many numbers were given: of `1.x`, one. What is not given counts as zero in the bound. */
  readonly given: 0 | 1 | 2 | 3;
}

const LONGEST = 512;
const MOST_ALTERNATIVES = 32;

const BLANK = "[\\t\\n\\f\\r ]";
const WORDS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const BOUND = `v?[0-9|xX*]+(?:\\.[0-9|xX*]+){0,2}(?:-${WORDS})?(?:\\+${WORDS})?`;
/** With the blanks around it, so that a condition in front of it is not told from it, and makes no range. */
const FROM_TO = new RegExp(`${BLANK}*(${BOUND})${BLANK}+-${BLANK}+(${BOUND})${BLANK}*`, "g");
const CONDITION = new RegExp(`(!=|[<>]=?|=[<>]?|~>?|\\^|)${BLANK}*(${BOUND})`, "y");
const SEPARATOR = new RegExp(`${BLANK}*,${BLANK}*|${BLANK}+`, "y");
const EDGES = new RegExp(`^${BLANK}+|${BLANK}+$`, "g");
const PARTS = /^v?(?<major>[^.+-]+)(?:\.(?<minor>[^.+-]+))?(?:\.(?<patch>[^.+-]+))?(?<prerelease>-[^+]*)?/;

/** Reads a range; `undefined` for what is none, such as the name of a tag. */
export function parseRange(text: string): VersionRange | undefined {
  if (text.length > LONGEST) return undefined;
  const texts = text.replace(FROM_TO, ">= $1, <= $2 ").split("||");
  if (texts.length > MOST_ALTERNATIVES) return undefined;
  const alternatives = texts.map(parseAlternative);
  return alternatives.every((alternative) => alternative !== undefined) ? { alternatives } : undefined;
}

function parseAlternative(text: string): Alternative | undefined {
  const trimmed = text.replace(EDGES, "");
  const conditions: Condition[] = [];
  for (let at = 0; ; ) {
    CONDITION.lastIndex = at;
    const [all = "", operator = "", bound = ""] = CONDITION.exec(trimmed) ?? [];
    const condition = parseCondition(operator, bound);
    if (condition === undefined) return undefined;
    conditions.push(condition);
    at += all.length;
    if (at === trimmed.length) break;
    SEPARATOR.lastIndex = at;
    const [separator] = SEPARATOR.exec(trimmed) ?? [];
    if (separator === undefined) return undefined;
    at += separator.length;
  }
  return { conditions, takesPrereleases: conditions.some(({ bound }) => bound.prerelease !== "") };
}

/** What stands behind a placeholder does not count. */
function parseCondition(operator: string, text: string): Condition | undefined {
  const { major, minor, patch, prerelease = "" } = PARTS.exec(text)?.groups ?? {};
  const isOpen = (part: string | undefined): boolean => part === undefined || /^[xX*]$/.test(part);
  const given = isOpen(major) ? 0 : isOpen(minor) ? 1 : isOpen(patch) ? 2 : 3;
  const numbers = [major, minor, patch].map((part, index) => (index < given ? part : "0"));
  const bound = text === "" ? undefined : parseVersion(given === 3 ? text : `${numbers.join(".")}${prerelease}`);
  return bound && { operator, bound, given };
}

/** Says whether a version is in a range. */
export function isInRange(version: Version, { alternatives }: VersionRange): boolean {
  return alternatives.some(
    ({ conditions, takesPrereleases }) =>
      (takesPrereleases || version.prerelease === "") && conditions.every((condition) => isMet(version, condition)),
  );
}

function isMet(version: Version, condition: Condition): boolean {
  const { operator, bound, given } = condition;
  const order = compareVersions(version, bound);
  switch (operator) {
    case "=":
    case "":
      return given === 3 ? order === 0 : isNear(version, condition);
    case "~":
    case "~>":
      return isNear(version, condition);
    case "^":
      return order >= 0 && isCompatible(version, condition);
    case ">=":
    case "=>":
      return order >= 0;
    case "<":
      return order < 0;
    case ">":
      return isAbove(version, condition);
    case "<=":
    case "=<":
      return isAtMost(version, condition);
    default:
      return isOther(version, condition);
  }
}

/** As far as numbers were given, they are the same; the last one of three may be higher. */
function isNear(version: Version, { bound, given }: Condition): boolean {
  if (compareVersions(version, bound) < 0) return false;
  // Three zeros are taken for any version, with `~` in front of them too.
  if (given !== 1 && given !== 2 && bound.numbers.every((number) => number === 0n)) return true;
  return isSame(version, bound, 0) && (given === 1 || isSame(version, bound, 1));
}

/** The first number that is not zero is the same, and those before it. `^*` has no number at all, and takes zeros alone. */
function isCompatible(version: Version, { bound, given }: Condition): boolean {
  const [major, minor] = bound.numbers;
  if (!isSame(version, bound, 0)) return false;
  if (major > 0n || given === 1) return true;
  if (!isSame(version, bound, 1)) return false;
  return minor > 0n || given === 2 || isSame(version, bound, 2);
}

/** `>1` begins at 2. */
function isAbove(version: Version, { bound, given }: Condition): boolean {
  if (given === 3 || given === 0) return compareVersions(version, bound) > 0;
  if (!isSame(version, bound, 0)) return version.numbers[0] > bound.numbers[0];
  return given === 2 && version.numbers[1] > bound.numbers[1];
}

/** `<=1` ends before 2. */
function isAtMost(version: Version, { bound, given }: Condition): boolean {
  if (given === 3) return compareVersions(version, bound) <= 0;
  if (!isSame(version, bound, 0)) return version.numbers[0] < bound.numbers[0];
  return given === 1 || version.numbers[1] <= bound.numbers[1];
}

function isOther(version: Version, { bound, given }: Condition): boolean {
  if (given === 3 || given === 0) return compareVersions(version, bound) !== 0;
  if (!isSame(version, bound, 0)) return true;
  if (given === 1) return false;
  return !isSame(version, bound, 1) || version.prerelease !== bound.prerelease;
}

function isSame(version: Version, { numbers }: Version, index: 0 | 1 | 2): boolean {
  return version.numbers[index] === numbers[index];
}

/** Says whether a version is in a range; `undefined` for what is no range. */
export function satisfies(version: string, range: string): boolean | undefined {
  const parsed = parseRange(range);
  if (parsed === undefined) return undefined;
  const read = parseVersion(version);
  return read !== undefined && isInRange(read, parsed);
}

/** The newest of some versions in a range. Like Flux, it looks at versions with three numbers only. Of those that are equal, the first. */
export function newestInRange(versions: readonly string[], range: VersionRange): string | undefined {
  let newest: { readonly text: string; readonly version: Version } | undefined;
  for (const text of versions) {
    const version = /^v?(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:[-+]|$)/.test(text) ? parseVersion(text) : undefined;
    if (version === undefined || !isInRange(version, range)) continue;
    if (newest === undefined || compareVersions(version, newest.version) > 0) newest = { text, version };
  }
  return newest?.text;
}
