import { compileRe2 } from "./re2.ts";
import { CelFailure, Unsure } from "./stops.ts";

/** Functions on texts that the API server has and cel-js has not, or has with a difference. CEL counts in code points. */
export const TEXT_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "string.charAt(int): string": (text: string, index: bigint) =>
    slice(text, index, index === size(text) ? index : index + 1n),
  "string.substringOf(int): string": (text: string, start: bigint) => slice(text, start, size(text)),
  "string.substringOf(int, int): string": slice,
  "string.positionOf(string): int": (text: string, part: string) => position(text, text.indexOf(part)),
  "string.lastPositionOf(string): int": (text: string, part: string) => position(text, text.lastIndexOf(part)),
  "string.replace(string, string): string": (text: string, part: string, by: string) => text.replaceAll(part, () => by),
  "string.toLowerAscii(): string": (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  "string.toUpperAscii(): string": (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  "string.matchesRe2(string): bool": matches,
  "matches(string, string): bool": matches,
  "string.find(string): string": (text: string, pattern: string) => findAll(text, pattern)[0] ?? "",
  "string.findAll(string): list<string>": findAll,
};

function size(text: string): bigint {
  return BigInt([...text].length);
}

function slice(text: string, start: bigint, end: bigint): string {
  const characters = [...text];
  if (start < 0n || start > end || end > BigInt(characters.length)) throw new CelFailure("index out of range");
  return characters.slice(Number(start), Number(end)).join("");
}

function position(text: string, units: number): bigint {
  return units < 0 ? -1n : size(text.slice(0, units));
}

function matches(text: string, pattern: string): boolean {
  return compiled(pattern).matcher(text).find();
}

function findAll(text: string, pattern: string): string[] {
  const matcher = compiled(pattern).matcher(text);
  const found: string[] = [];
  while (matcher.find()) found.push(matcher.group() ?? "");
  return found;
}

function compiled(pattern: string): NonNullable<ReturnType<typeof compileRe2>> {
  const expression = compileRe2(pattern);
  if (expression === undefined) throw new Unsure(`the regular expression ${pattern}`);
  return expression;
}
