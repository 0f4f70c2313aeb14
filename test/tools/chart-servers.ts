import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a server was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server on this machine, until the test is over. */
export interface TestServer {
  readonly url: string;
  /** `127.0.0.1:8080` */
  readonly host: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** What is answered: nothing is 404. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Starts a server. */
export async function serve(answer: (asked: Asked) => Reply | undefined): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = "", url: path = "", headers } = request;
      const one = { method, path, authorization: headers.authorization, body };
      asked.push(one);
      const { status = 200, headers: own, body: text = "" } = answer(one) ?? { status: 404 };
      response.writeHead(status, own).end(text);
    });
  });
  return { ...(await listen(server)), asked };
}

/** Lets a server listen on this machine. */
export async function listen(server: Server): Promise<Omit<TestServer, "asked">> {
  // One that a proxy took over is no connection of the server's any more.
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens at a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return body;
}

/** A web server with files, behind a login if there is one. */
export function fileServer(files: Readonly<Record<string, string | Uint8Array>>, login?: string): Promise<TestServer> {
  return serve(({ path, authorization }) => {
    if (login !== undefined && authorization !== basic(login)) return { status: 401 };
    const body = files[path];
    return body === undefined ? undefined : { body };
  });
}

/** What `name:password` is sent as. */
export function basic(login: string): string {
  return `Basic ${Buffer.from(login).toString("base64")}`;
}

/** The digest of a text or of bytes. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** What a registry holds, and whom it lets in. */
export interface Registry {
  /** Manifests by the path of their repository and their tag: `charts/shop:1.0.0`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly blobs?: readonly Uint8Array[];
  /** `name:password`, or a refresh token behind `refresh:`. Without one, everybody gets a token. */
  readonly login?: string;
  /** Whether the registry wants the login itself. */
  readonly isBasic?: boolean;
  /** How many tags stand on a page. */
  readonly page?: number;
}

/** An OCI registry that asks for tokens. */
export async function ociRegistry({
  tags,
  blobs = [],
  login,
  isBasic = false,
  page = 1000,
}: Registry): Promise<TestServer> {
  const manifests = new Map(Object.values(tags).map((text) => [digestOf(text), text]));
  const archives = new Map(blobs.map((bytes) => [digestOf(bytes), bytes]));
  const server = await serve(({ method, path, authorization, body }) => {
    const url = new URL(path, "http://registry");
    if (url.pathname === "/token") {
      const isOpen = login?.startsWith("refresh:")
        ? method === "POST" && new URLSearchParams(body).get("refresh_token") === login.slice("refresh:".length)
        : login === undefined || authorization === basic(login);
      const scope = url.searchParams.get("scope") ?? new URLSearchParams(body).get("scope");
      return isOpen ? { body: JSON.stringify({ token: `for-${scope}` }) } : { status: 401 };
    }
    const [, repository = "", kind = "", rest = ""] =
      /^\/v2\/(.+)\/(manifests|blobs|tags)\/(.+)$/.exec(url.pathname) ?? [];
    const wanted = isBasic ? basic(login ?? "") : `Bearer for-repository:${repository}:pull`;
    if (authorization !== wanted) {
      const realm = `Bearer realm="${server.url}/token",service="test",scope="repository:${repository}:pull"`;
      return { status: 401, headers: { "www-authenticate": isBasic ? 'Basic realm="test"' : realm } };
    }
    if (kind === "blobs") {
      const bytes = archives.get(rest);
      return bytes && { body: bytes };
    }
    const own = Object.keys(tags).flatMap((tag) =>
      tag.startsWith(`${repository}:`) ? [tag.slice(repository.length + 1)] : [],
    );
    if (kind === "tags" && own.length > 0) {
      const start = Number(url.searchParams.get("last") ?? 0);
      const more = start + page < own.length;
      const headers = more ? { link: `</v2/${repository}/tags/list?last=${start + page}>; rel="next"` } : {};
      return { headers, body: JSON.stringify({ name: repository, tags: own.slice(start, start + page) }) };
    }
    const manifest = tags[`${repository}:${rest}`] ?? manifests.get(rest);
    return manifest === undefined
      ? undefined
      : { headers: { "docker-content-digest": digestOf(manifest) }, body: manifest };
  });
  return server;
}

/** The manifest of a chart's archive, as `helm push` writes it. */
export function chartManifest(archive: Uint8Array): string {
  const mediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
  return JSON.stringify({
    schemaVersion: 2,
    config: { mediaType: "application/vnd.cncf.helm.config.v1+json", digest: digestOf("{}"), size: 2 },
    layers: [{ mediaType, digest: digestOf(archive), size: archive.length }],
  });
}
