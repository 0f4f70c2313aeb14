/** Says whether a text has at least so many characters, counted in code points as the API server does. */
export function isAtLeast(length: number): (text: string) => boolean {
  return (text) => codePoints(text) >= length;
}

/** Says whether a text has at most so many characters, counted in code points as the API server does. */
export function isAtMost(length: number): (text: string) => boolean {
  return (text) => codePoints(text) <= length;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
