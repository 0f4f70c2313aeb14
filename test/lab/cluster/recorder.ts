import { bodyOf, type Service, sendJson } from "./http-server.ts";

/** A request that came to a webhook. */
export interface RecordedRequest {
  readonly method: string;
  /** Below the webhook's own address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Webhooks: whatever is sent to `/hooks/NAME` is kept, and read at `/recorded/NAME`. */
export function recorder(): readonly Service[] {
  const recorded = new Map<string, RecordedRequest[]>();
  const hooks: Service = {
    prefix: "/hooks",
    answer: async (request, response, path) => {
      const [name = "", ...rest] = path.split("/");
      const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
      const body = (await bodyOf(request)).toString("utf8");
      const entry = { method: request.method ?? "", path: rest.join("/"), headers, body };
      recorded.set(name, [...(recorded.get(name) ?? []), entry]);
      response.writeHead(200).end();
    },
  };
  const readings: Service = {
    prefix: "/recorded",
    answer: (_request, response, path) => sendJson(response, recorded.get(path) ?? []),
  };
  return [hooks, readings];
}
