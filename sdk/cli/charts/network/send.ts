import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Duplex } from "node:stream";
import { connect, type SecureContextOptions } from "node:tls";
import { errorCode } from "../../disk/error-code.ts";
import { authorizationIn } from "./basic-authorization.ts";

/** What is asked of a server. */
export interface Request {
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST. Without it, the request is a GET. */
  readonly form?: URLSearchParams | undefined;
  readonly tls?: TlsSettings | undefined;
  readonly proxy?: URL | undefined;
  /** How much of an answer is read, in bytes. */
  readonly limit: number;
}

/** How servers are trusted. */
export interface TlsSettings extends Pick<SecureContextOptions, "ca" | "cert" | "key"> {
  readonly rejectUnauthorized?: boolean;
}

/** What a server said. */
export interface Answer {
  readonly type: "answered";
  readonly url: URL;
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

/** Why no server said anything: what is behind "its repository cannot be reached: ". */
export interface NoAnswer {
  readonly type: "failed";
  readonly reason: string;
  /** Whether it may work the next moment. */
  readonly mayPass: boolean;
}

/** A server that says nothing for so long will not. In milliseconds. */
const SILENCE = 30_000;
/** In milliseconds. */
const PATIENCE = 180_000;

/** Sends one request. Redirects are answers too. */
export async function send(url: URL, request: Request): Promise<Answer | NoAnswer> {
  try {
    const started = await start(url, request);
    return await new Promise((resolve, reject) => {
      started.on("error", reject);
      started.setTimeout(SILENCE, () => started.destroy(new Silence()));
      started.once("response", (response) => read(response, url, request.limit).then(resolve, reject));
      started.end(request.form?.toString());
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return noAnswer(error);
  }
}

async function start(url: URL, { headers, form, tls, proxy }: Request): Promise<ClientRequest> {
  const options: RequestOptions = {
    method: form === undefined ? "GET" : "POST",
    headers: form === undefined ? headers : { ...headers, "content-type": "application/x-www-form-urlencoded" },
    signal: AbortSignal.timeout(PATIENCE),
  };
  if (proxy === undefined)
    return url.protocol === "https:" ? requestHttps(url, { ...options, ...tls }) : requestHttp(url, options);
  if (url.protocol === "http:") {
    const through = {
      ...options,
      path: url.href,
      headers: { ...options.headers, host: url.host, ...authorizationOf(proxy) },
    };
    return proxy.protocol === "https:" ? requestHttps(originOf(proxy), through) : requestHttp(originOf(proxy), through);
  }
  const socket = await tunnel(proxy, `${url.hostname}:${url.port || "443"}`);
  // What is in brackets is an address, which TLS has no name for.
  const servername = /^\[|^[\d.]+$/.test(url.hostname) ? "" : url.hostname;
  return requestHttps(url, {
    ...options,
    createConnection: () => connect({ ...tls, socket, servername }),
  });
}

/** Asks a proxy to pass on to a server what it cannot read. */
function tunnel(proxy: URL, target: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const request = proxy.protocol === "https:" ? requestHttps : requestHttp;
    const asked = request(originOf(proxy), {
      method: "CONNECT",
      path: target,
      headers: { host: target, ...authorizationOf(proxy) },
    });
    asked.setTimeout(SILENCE, () => asked.destroy(new Silence()));
    asked.on("error", reject);
    asked.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(new ProxyRefusal(statusCode ?? 0));
      }
    });
    asked.end();
  });
}

class Silence extends Error {}

class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}

class TooLong extends Error {}

async function read(response: IncomingMessage, url: URL, limit: number): Promise<Answer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    // A response without an encoding gives buffers.
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > limit) {
      response.destroy();
      throw new TooLong();
    }
    parts.push(bytes);
  }
  const header = (name: string): string | undefined => {
    const value = response.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  return { type: "answered", url, status: response.statusCode ?? 0, header, body: Buffer.concat(parts) };
}

function originOf(proxy: URL): URL {
  return new URL(proxy.origin);
}

function authorizationOf(proxy: URL): Readonly<Record<string, string>> {
  const authorization = authorizationIn(proxy);
  return authorization === undefined ? {} : { "proxy-authorization": authorization };
}

/** Errors of the platform say in their messages what was sent; only their codes are passed on. */
function noAnswer(error: Error): NoAnswer {
  const failed = (reason: string, mayPass = false): NoAnswer => ({ type: "failed", reason, mayPass });
  if (error instanceof Silence || error.name === "TimeoutError" || error.name === "AbortError")
    return failed("it does not answer");
  if (error instanceof TooLong) return failed("its answer is too large");
  if (error instanceof ProxyRefusal) return failed(`the proxy answers ${error.status}`);
  const code = errorCode(error) ?? "";
  if (code === "ENOTFOUND") return failed("its host is not known");
  if (code === "EAI_AGAIN") return failed("its host cannot be looked up", true);
  if (code === "ECONNREFUSED") return failed("it takes no connection");
  if (code === "ECONNRESET" || code === "EPIPE") return failed("it breaks the connection off", true);
  if (/CERT|SIGNATURE|^ERR_TLS/.test(code)) return failed(`its certificate is not trusted (${code})`);
  return failed(code === "" ? "the connection fails" : `the connection fails (${code})`);
}
