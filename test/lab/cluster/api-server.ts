import { Agent, request as httpsRequest } from "node:https";

/** How to reach an API server. */
export interface ApiServerAddress {
  readonly server: string;
  readonly ca: string;
  readonly token: string;
}

/** An answer: its body is JSON where the server says so, and text otherwise. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A few connections to an API server that stay open. */
export interface ApiServer {
  request(method: string, path: string, body?: unknown, contentType?: string): Promise<Answer>;
}

const CONNECTIONS = 8;

/** Opens no connection before the first request. Idle connections do not keep the process alive. */
export function openApiServer({ server, ca, token }: ApiServerAddress): ApiServer {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, ca });
  const request: ApiServer["request"] = (method, path, body, contentType = "application/json") =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
      const headers = { authorization: `Bearer ${token}`, accept: "application/json", "content-type": contentType };
      const sent = httpsRequest(new URL(path, server), { agent, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const isJson = response.headers["content-type"]?.includes("json") === true;
          const parsed: unknown = isJson ? JSON.parse(text) : text;
          resolve({ status: response.statusCode ?? 0, body: parsed });
        });
      });
      sent.once("error", reject);
      sent.end(payload);
    });
  return { request };
}
