import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type Account, refuse } from "./account.ts";

/** Answers what comes to paths that begin with a prefix; `path` is the rest. */
export interface Service {
  readonly prefix: string;
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> | void;
}

/** A server on loopback. */
export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A server that only some may use: by TLS, with an account. */
export interface Protection {
  readonly certificate: string;
  readonly key: string;
  readonly account: Account;
}

/** Serves several things on one free port. */
export async function startHttpServer(services: readonly Service[], protection?: Protection): Promise<HttpServer> {
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (refuse(request, response, protection?.account)) return;
    void answer(services, request, response).catch((error: unknown) => {
      process.stderr.write(`lab: ${request.method} ${request.url}: ${String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
  const server =
    protection === undefined
      ? createServer(listener)
      : createSecureServer({ cert: protection.certificate, key: protection.key }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `${protection === undefined ? "http" : "https"}://127.0.0.1:${address.port}`, close };
}

async function answer(services: readonly Service[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://lab");
  const service = services.find(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`));
  if (service === undefined) {
    response.writeHead(404).end();
    return;
  }
  await service.answer(request, response, decodeURIComponent(pathname.slice(service.prefix.length + 1)), searchParams);
}

/** Reads all of a request's body. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Without an encoding, a request's chunks are buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200, type = "application/json"): void {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
}
