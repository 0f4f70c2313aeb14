import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { rootCertificates } from "node:tls";
import { errorCode } from "../../disk/error-code.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { proxyFor } from "./proxy.ts";
import { type Answer, type NoAnswer, send, type TlsSettings } from "./send.ts";

/** What is asked for, and by whom. */
export interface Wish {
  readonly accept?: string | undefined;
  /** Goes to the host that is asked, and to no other that it redirects to. */
  readonly authorization?: string | undefined;
  /** Sends the login wherever the host redirects to. */
  readonly trustsOthers?: boolean | undefined;
  readonly form?: URLSearchParams | undefined;
  readonly tls?: TlsSettings | undefined;
  /** How much of an answer is read, in bytes. */
  readonly limit: number;
}

const MOST_REDIRECTS = 10;
const MOST_TRIES = 3;
/** In milliseconds; the second time it is twice as long. */
const PAUSE = 250;

/** Asks servers, as the environment says how to reach them. */
export class HttpClient {
  readonly #environment: Environment;
  #ca: readonly string[] | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Asks a server, and those that it redirects to; again where that may help. */
  async ask(url: URL, wish: Wish): Promise<Answer | NoAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await this.#follow(url, wish);
      const mayPass = answer.type === "failed" ? answer.mayPass : [429, 502, 503, 504].includes(answer.status);
      if (!mayPass || tries === MOST_TRIES) return answer;
      await wait(PAUSE * tries);
    }
  }

  async #follow(
    start: URL,
    { accept = "*/*", authorization, trustsOthers, form, tls, limit }: Wish,
  ): Promise<Answer | NoAnswer> {
    let url = start;
    let isTrusted = true;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const headers = { accept, "accept-encoding": "identity", "user-agent": "sluice" };
      // Once elsewhere, it is not told again to the host that sent us there.
      isTrusted &&= url.origin === start.origin;
      const isSent = authorization !== undefined && (isTrusted || trustsOthers === true);
      const answer = await send(url, {
        headers: isSent ? { ...headers, authorization } : headers,
        form,
        tls: tls ?? this.#tls(),
        proxy: proxyFor(url, this.#environment),
        limit,
      });
      const location = answer.type === "answered" && answer.status >= 300 ? answer.header("location") : undefined;
      if (answer.type === "failed" || location === undefined || answer.status >= 400) return answer;
      if (form !== undefined) return failed("it redirects what is posted");
      const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
      if (next === undefined || !/^https?:$/.test(next.protocol)) return failed("it redirects to no address");
      if (url.protocol === "https:" && next.protocol === "http:")
        return failed("it redirects to http, which anybody can change");
      url = next;
    }
    return failed("it redirects without an end");
  }

  /** The certificates that Go's programs trust besides, as Node does those of NODE_EXTRA_CA_CERTS. */
  #tls(): TlsSettings | undefined {
    const file = this.#environment["SSL_CERT_FILE"];
    if (!file) return undefined;
    this.#ca ??= [...rootCertificates, ...textOf(file)];
    return { ca: [...this.#ca] };
  }
}

function textOf(file: string): readonly string[] {
  try {
    return [readFileSync(file, "utf8")];
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [];
  }
}

function failed(reason: string): NoAnswer {
  return { type: "failed", reason, mayPass: false };
}
