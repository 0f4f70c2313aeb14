import { isPlaceholder } from "./placeholder.ts";
import { isRandom } from "./random-text.ts";

/** A password or token in a URL. */
export interface UrlSecret {
  /** What it is, for people. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Whether the URL is all of the text. */
  readonly isWhole: boolean;
}

/** A name and a password before a host. The digest of an image stands behind an `@` too. */
const PASSWORD = /(?<![\w+.-])[A-Za-z][\w+.-]*:\/\/[^\s/?#@:"'`<>]*:([^\s/?#"'`<>@]+)@(?!sha\d+:)(?=[\w[.-])/g;

/** A token in the place of a name. */
const NAME = /(?<![\w+.-])https?:\/\/([\w-]{20,})@(?=\w)/g;

/** A parameter that is called like a secret. */
const PARAMETER = /[?&](?:access_token|api_?key|auth_?token|password|private_token|secret|token)=([\w.~%+/-]{16,})/gi;

const KINDS = [
  { what: "a password", pattern: PASSWORD, isReal: (text: string) => !isPlaceholder(text) },
  { what: "a token", pattern: NAME, isReal: isRandom },
  { what: "a token", pattern: PARAMETER, isReal: isRandom },
];

/** Finds passwords and tokens in the URLs of a text. */
export function findUrlSecrets(text: string): readonly UrlSecret[] {
  const found: UrlSecret[] = [];
  for (const { what, pattern, isReal } of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const [all, secret = ""] = match;
      if (!isReal(secret)) continue;
      const isWhole = match.index === 0 && !/\s/.test(text.trim());
      found.push({ what, start: match.index, end: match.index + all.length, isWhole });
    }
  }
  return found;
}
