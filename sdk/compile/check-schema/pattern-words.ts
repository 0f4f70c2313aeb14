/** What a pattern of the shipped kinds means, for people. */
export interface PatternWords {
  /** What it takes, behind "write": `a duration such as 5m`. */
  readonly takes: string;
  /** What is known to be meant by a text that it does not take. */
  readonly advice?: ((text: string) => string | undefined) | undefined;
}

const URL_ADVICE = {
  /** The short form of `git clone`. */
  advice: (text: string): string | undefined => {
    const [, user = "git@", host, path] = /^([\w.-]+@)?([\w.-]+\.[a-z]+):(?!\/)(.+)$/.exec(text) ?? [];
    return host === undefined ? undefined : `write ${JSON.stringify(`ssh://${user}${host}/${path}`)}`;
  },
};

/**
 * The patterns of the shipped kinds. They are JavaScript's as well as RE2's but for the dot, and no text keeps them busy for long;
 * those of other kinds are left to an engine that cannot be kept busy.
 */
export const PATTERN_WORDS: ReadonlyMap<string, PatternWords> = new Map<string, PatternWords>([
  ["^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", { takes: 'a duration such as "5m" or "1h30m" (units: ms, s, m, h)' }],
  ["^([0-9]+(\\.[0-9]+)?(ms|s|m))+$", { takes: 'a duration such as "30s" or "5m" (units: ms, s, m; no hours)' }],
  [
    "^([a-zA-Z0-9_\\-.\\\\\\/]|\\[[0-9]{1,5}\\])+$",
    { takes: 'a path of keys with dots between them, such as "ingress.hosts[0].host"' },
  ],
  ["^[\\-._a-zA-Z0-9]+$", { takes: 'a key of letters, digits, "-", "_" and ".", such as "values.yaml"' }],
  ["^(http|https)://.*$", { takes: "a URL that starts with http:// or https://" }],
  ["^https?://", { takes: "a URL that starts with http:// or https://" }],
  [
    "^(http|https|ssh)://.*$",
    { takes: "a URL that starts with http://, https:// or ssh://", advice: URL_ADVICE.advice },
  ],
  ["^(http|https|oci)://.*$", { takes: "a URL that starts with http://, https:// or oci://" }],
  ["^((http|https|oci)://.*){0,1}$", { takes: "a URL that starts with http://, https:// or oci://" }],
  ["^oci://.*$", { takes: 'a URL that starts with oci://, such as "oci://ghcr.io/acme/app"' }],
  ["^@([a-z0-9]([a-z0-9_-]*[a-z0-9])?)/(.*)$", { takes: '@, the alias of a source, / and a path: "@app/deploy/**"' }],
  ["^@(artifact)/(.*)$", { takes: '@artifact/ and a path: "@artifact/deploy/"' }],
  ["^@([a-z0-9]([a-z0-9_-]*[a-z0-9])?)$", { takes: '@ and the alias of a source: "@app"' }],
  [
    "^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$",
    { takes: 'lower-case letters, digits, "-" and "_", with a letter or digit at both ends' },
  ],
  [
    "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
    { takes: 'lower-case letters, digits and "-", with a letter or digit at both ends' },
  ],
  [
    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
    { takes: 'lower-case letters, digits and "-", with a letter or digit at both ends' },
  ],
  ["^$|^[^+:]", { takes: 'a refspec that starts with neither "+" nor ":", such as "refs/heads/main"' }],
]);
