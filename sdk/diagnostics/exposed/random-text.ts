const PLACEHOLDER = /example|placeholder|changeme|redacted|replace|x{4}|0{6}/i;

/**
 * Says whether a text looks as if a generator of random characters made it, and not a person who shows what a token looks like:
 * small letters, capitals and digits follow each other in no order.
 */
export function isRandom(text: string): boolean {
  const characters = text.replace(/[^A-Za-z0-9]/g, "");
  let [changes, runs] = [0, 0];
  for (let at = 1; at < characters.length; at++) {
    if (classOf(characters.charCodeAt(at)) !== classOf(characters.charCodeAt(at - 1))) changes++;
    if (Math.abs(characters.charCodeAt(at) - characters.charCodeAt(at - 1)) <= 1) runs++;
  }
  return changes * 6 >= characters.length && runs * 3 < characters.length && !PLACEHOLDER.test(text);
}

/** Digits, capitals and small letters stand in this order in ASCII. */
function classOf(code: number): number {
  if (code < 58) return 0;
  return code < 97 ? 1 : 2;
}
