import { readFileSync } from "node:fs";
import type { RequestOptions } from "node:https";
import { isMap } from "../compile/values.ts";

/** How an API server is reached: what one request needs. */
export interface ServerAccess {
  readonly server: URL;
  readonly options: RequestOptions;
}

/**
 * Reads how a kubeconfig's server is reached. `undefined` for whatever takes more than reading: a program that gives credentials, a
 * proxy, a file that is not there.
 *
 * @param given The kubeconfig itself, or its path, as Pulumi's provider takes it.
 * @param context The context to use. Default: the current one.
 */
export async function readKubeconfig(given: string, context: string | undefined): Promise<ServerAccess | undefined> {
  try {
    const { parse } = await import("yaml");
    const parsed: unknown = parse(given);
    const config: unknown = isMap(parsed) ? parsed : parse(readFileSync(given, "utf8"));
    return isMap(config) ? accessOf(config, context) : undefined;
  } catch {
    return undefined;
  }
}

function accessOf(config: Readonly<Record<string, unknown>>, context: string | undefined): ServerAccess | undefined {
  const used = entry(config["contexts"], context ?? config["current-context"], "context");
  const cluster = entry(config["clusters"], used?.["cluster"], "cluster");
  const user = entry(config["users"], used?.["user"], "user") ?? {};
  const server = cluster?.["server"];
  if (cluster === undefined || typeof server !== "string" || cluster["proxy-url"] !== undefined) return undefined;
  if (user["exec"] !== undefined || user["auth-provider"] !== undefined) return undefined;
  const token = typeof user["token"] === "string" ? user["token"] : textOf(user["tokenFile"]);
  const password = typeof user["username"] === "string" ? `${user["username"]}:${String(user["password"])}` : undefined;
  return {
    server: new URL(server),
    options: {
      ca: bytesOf(cluster, "certificate-authority"),
      rejectUnauthorized: cluster["insecure-skip-tls-verify"] !== true,
      ...(typeof cluster["tls-server-name"] === "string" ? { servername: cluster["tls-server-name"] } : {}),
      cert: bytesOf(user, "client-certificate"),
      key: bytesOf(user, "client-key"),
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token.trim()}` } }),
      ...(password === undefined ? {} : { auth: password }),
    },
  };
}

/** The content of an entry in one of the lists of a kubeconfig, by its name. */
function entry(list: unknown, name: unknown, field: string): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(list)) return undefined;
  const found: unknown = list.find((item) => isMap(item) && item["name"] === name);
  const content: unknown = isMap(found) ? found[field] : undefined;
  return isMap(content) ? content : undefined;
}

function bytesOf(fields: Readonly<Record<string, unknown>>, name: string): Buffer | undefined {
  const data = fields[`${name}-data`];
  if (typeof data === "string") return Buffer.from(data, "base64");
  const path = fields[name];
  return typeof path === "string" ? readFileSync(path) : undefined;
}

function textOf(path: unknown): string | undefined {
  return typeof path === "string" ? readFileSync(path, "utf8") : undefined;
}
