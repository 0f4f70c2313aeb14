import { createServer, type IncomingMessage, request as send } from "node:http";
import { connect, type Socket } from "node:net";
import { type Account, basicAuthorization } from "./account.ts";
import { type Service, sendJson } from "./http-server.ts";

/** A proxy for HTTP that asks who comes. */
export interface Proxy {
  readonly url: string;
  /** The servers that were reached through it, as a list at `/proxied`. */
  readonly record: Service;
  close(): Promise<void>;
}

/** Starts a proxy on a free port of loopback. */
export async function startProxy(account: Account): Promise<Proxy> {
  const reached: string[] = [];
  const tunnels = new Set<Socket>();
  const isAllowed = ({ headers }: IncomingMessage): boolean =>
    headers["proxy-authorization"] === basicAuthorization(account);
  const server = createServer((request, response) => {
    if (!isAllowed(request)) {
      response.writeHead(407, { "proxy-authenticate": 'Basic realm="lab"' }).end();
      return;
    }
    const url = new URL(request.url ?? "");
    reached.push(url.host);
    const { "proxy-authorization": _own, ...headers } = request.headers;
    const onward = send(url, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
    if (!isAllowed(request)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="lab"\r\n\r\n');
      return;
    }
    const { hostname, port, host } = new URL(`http://${request.url}`);
    reached.push(host);
    const onward = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    for (const socket of [client, onward]) {
      tunnels.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => tunnels.delete(socket));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    record: { prefix: "/proxied", answer: (_request, response) => sendJson(response, reached) },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of tunnels) socket.destroy();
      }),
  };
}
