import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, type Service, sendJson } from "./http-server.ts";

interface Content {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The part of the OCI distribution API that Flux uses, in memory. */
export function ociRegistry(): Service {
  const blobs = new Map<string, Content>();
  const manifests = new Map<string, Content>();
  const tags = new Map<string, Map<string, string>>();
  const uploads = new Map<string, Buffer>();

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const [, repository = "", what, rest = ""] = /^(.+?)\/(blobs|manifests|tags)\/(.*)$/.exec(path) ?? [];
    if (path === "") return sendJson(response, {});
    if (what === "tags") return listTags(response, repository, query);
    if (what === "manifests") return answerManifest(request, response, repository, rest);
    if (what === "blobs" && rest.startsWith("uploads/"))
      return upload(request, response, repository, rest.slice(8), query);
    if (what === "blobs") return send(request, response, blobs.get(rest), rest);
    response.writeHead(404).end();
  }

  async function upload(
    request: IncomingMessage,
    response: ServerResponse,
    repository: string,
    id: string,
    query: URLSearchParams,
  ): Promise<void> {
    const session = id === "" ? randomUUID() : id;
    const bytes = Buffer.concat([uploads.get(session) ?? Buffer.alloc(0), await bodyOf(request)]);
    const digest = query.get("digest");
    if (digest === null) {
      uploads.set(session, bytes);
      const location = `/v2/${repository}/blobs/uploads/${session}`;
      response.writeHead(202, { location, range: `0-${Math.max(0, bytes.length - 1)}` }).end();
      return;
    }
    uploads.delete(session);
    if (digest !== digestOf(bytes)) return sendError(response, 400, "DIGEST_INVALID");
    blobs.set(digest, { type: "application/octet-stream", bytes });
    response.writeHead(201, { location: `/v2/${repository}/blobs/${digest}`, "docker-content-digest": digest }).end();
  }

  async function answerManifest(
    request: IncomingMessage,
    response: ServerResponse,
    repository: string,
    reference: string,
  ): Promise<void> {
    const known = tags.get(repository) ?? new Map<string, string>();
    if (request.method === "PUT") {
      const bytes = await bodyOf(request);
      const digest = digestOf(bytes);
      manifests.set(`${repository}@${digest}`, { type: request.headers["content-type"] ?? "", bytes });
      if (!reference.startsWith("sha256:")) tags.set(repository, known.set(reference, digest));
      response
        .writeHead(201, { location: `/v2/${repository}/manifests/${digest}`, "docker-content-digest": digest })
        .end();
      return;
    }
    const digest = known.get(reference) ?? reference;
    send(request, response, manifests.get(`${repository}@${digest}`), digest);
  }

  function listTags(response: ServerResponse, repository: string, query: URLSearchParams): void {
    const known = tags.get(repository);
    if (known === undefined) {
      sendError(response, 404, "NAME_UNKNOWN");
      return;
    }
    const after = query.get("last");
    const names = [...known.keys()].sort().filter((name) => after === null || name > after);
    sendJson(response, { name: repository, tags: names });
  }

  return { prefix: "/v2", answer };
}

/** Gives the digest by which a registry knows bytes. */
export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  content: Content | undefined,
  digest: string,
): void {
  if (content === undefined) {
    sendError(response, 404, "UNKNOWN");
    return;
  }
  const { type, bytes } = content;
  response.writeHead(200, { "content-type": type, "content-length": bytes.length, "docker-content-digest": digest });
  response.end(method === "HEAD" ? undefined : bytes);
}

function sendError(response: ServerResponse, status: number, code: string): void {
  sendJson(response, { errors: [{ code, message: code }] }, status);
}
