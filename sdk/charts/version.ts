/** A version as Helm and Flux read it: `1.2.3-rc.1+build`, also `v1.2` and `1`. */
export interface Version {
  /** Major, minor and patch, of up to 64 bits. */
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: string;
  /** What stands behind a plus sign. It does not count when versions are compared. */
  readonly metadata: string;
}

const WORDS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const VERSION = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${WORDS}))?(?:\\+(${WORDS}))?$`);

const LONGEST = 256;
/** Numbers are counted in 64 bits. */
const LARGEST = 2n ** 64n - 1n;

/** Reads a version; `undefined` for what is none. */
export function parseVersion(text: string): Version | undefined {
  if (text.length > LONGEST) return undefined;
  const found = VERSION.exec(text);
  if (found === null || text.endsWith("\n")) return undefined;
  const [, major = "", minor = "0", patch = "0", prerelease = "", metadata = ""] = found;
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const;
  if (numbers.some((number) => number > LARGEST)) return undefined;
  return prerelease.split(".").some((part) => /^0\d+$/.test(part)) ? undefined : { numbers, prerelease, metadata };
}

/** Orders versions, the older one first. */
export function compareVersions(left: Version, right: Version): number {
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

/** A release is newer than what comes before it. */
function comparePrereleases(left: string, right: string): number {
  if (left === right) return 0;
  if (left === "") return 1;
  if (right === "") return -1;
  const [parts, others] = [left.split("."), right.split(".")];
  for (let index = 0; index < Math.max(parts.length, others.length); index++) {
    const order = compareParts(parts[index], others[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(left: string | undefined, right: string | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  const [number, other] = [numberOf(left), numberOf(right)];
  if (number === undefined && other === undefined) return left < right ? -1 : 1;
  if (other === undefined) return -1;
  if (number === undefined) return 1;
  return number < other ? -1 : 1;
}

/** A number of more than 64 bits is a word. */
function numberOf(part: string): bigint | undefined {
  if (!/^\d+$/.test(part)) return undefined;
  const number = BigInt(part);
  return number > LARGEST ? undefined : number;
}
