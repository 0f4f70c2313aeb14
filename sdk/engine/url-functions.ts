import { CelFailure, Unsure } from "./stops.ts";

/** A URL in its parts, as they are written. */
export class RuleUrl {
  readonly scheme: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;

  constructor(scheme: string, hostname: string, port: string, path: string) {
    this.scheme = scheme;
    this.hostname = hostname;
    this.port = port;
    this.path = path;
  }
}

/** Functions on URLs that the API server has and cel-js has not. Only plain URLs are read; of others nothing is said. */
export const URL_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "isURL(string): bool": (text: string) => isUrl(text),
  "url(string): URL": url,
  "URL.getScheme(): string": ({ scheme }: RuleUrl) => scheme,
  "URL.getHost(): string": ({ hostname, port }: RuleUrl) => (port === "" ? hostname : `${hostname}:${port}`),
  "URL.getHostname(): string": ({ hostname }: RuleUrl) => hostname,
  "URL.getPort(): string": ({ port }: RuleUrl) => port,
  "URL.getEscapedPath(): string": ({ path }: RuleUrl) => path,
};

const PLAIN =
  /^([a-z][a-z0-9+.-]*):\/\/([A-Za-z0-9._-]+)(?::(\d{1,5}))?(\/[A-Za-z0-9._~/-]*)?(?:\?[A-Za-z0-9._~/=&-]*)?$/;

/** What is surely none: Go asks for a scheme or a slash first. */
const NONE = /^[^/:]*$/;

function isUrl(text: string): boolean {
  if (PLAIN.test(text)) return true;
  if (NONE.test(text)) return false;
  throw new Unsure(`the URL ${text}`);
}

function url(text: string): RuleUrl {
  const [, scheme, hostname = "", port = "", path = ""] = PLAIN.exec(text) ?? [];
  if (scheme !== undefined) return new RuleUrl(scheme, hostname, port, path);
  if (NONE.test(text)) throw new CelFailure(`${text} is no URL`);
  throw new Unsure(`the URL ${text}`);
}
