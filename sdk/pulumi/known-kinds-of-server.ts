import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isMap } from "../compile/values.ts";
import type { ServerAccess } from "./kubeconfig.ts";

/** How long a preview may wait for a server that does not answer, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Asks an API server for the kinds of a group's version: none where it does not serve that. `undefined` when there is no answer that
 * says so.
 */
export async function kindsOfServer(
  access: ServerAccess,
  apiVersion: string,
): Promise<ReadonlySet<string> | undefined> {
  const answer = await get(access, `/apis/${apiVersion}`);
  if (answer?.status === 404) return new Set();
  if (answer?.status !== 200) return undefined;
  try {
    const list: unknown = JSON.parse(answer.body);
    const resources: unknown = isMap(list) ? list["resources"] : undefined;
    if (!Array.isArray(resources)) return undefined;
    return new Set(resources.flatMap((item) => (isMap(item) && typeof item["kind"] === "string" ? item["kind"] : [])));
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function get({ server, options }: ServerAccess, path: string): Promise<Answer | undefined> {
  const url = new URL(server);
  url.pathname = `${url.pathname.replace(/\/$/, "")}${path}`;
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  return new Promise((resolve) => {
    const nothing = (): void => resolve(undefined);
    try {
      const request = send(url, { ...options, signal: AbortSignal.timeout(PATIENCE) }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          body += part;
        });
        response.once("end", () => resolve({ status: response.statusCode ?? 0, body }));
        response.once("error", nothing);
      });
      request.once("error", nothing);
      request.end();
    } catch {
      nothing();
    }
  });
}
