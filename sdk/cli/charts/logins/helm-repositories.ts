import { readFileSync } from "node:fs";
import { errorCode } from "../../disk/error-code.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";
import { basicAuthorization } from "../network/basic-authorization.ts";
import type { TlsSettings } from "../network/send.ts";
import { repositoriesFile } from "./helm-folders.ts";

/** How a repository is reached, as `helm repo add` was told. */
export interface RepositoryAccess {
  readonly authorization?: string | undefined;
  /** Whether hosts get the login to which the repository redirects, or at which its charts are. */
  readonly trustsOthers?: boolean | undefined;
  readonly tls?: TlsSettings | undefined;
}

/** Finds what Helm knows of a repository. */
export function findRepositoryAccess(address: URL, environment: Environment): RepositoryAccess {
  const file = repositoriesFile(environment);
  const text = file === undefined ? undefined : readText(file);
  if (text === undefined) return {};
  const [document] = readDocuments(text);
  const data = document !== undefined && isRead(document) ? document.data : undefined;
  const repositories = isRecord(data) ? data["repositories"] : undefined;
  if (!Array.isArray(repositories)) return {};
  const found = repositories.find((entry) => isRecord(entry) && isText(entry["url"]) && isSame(entry["url"], address));
  return isRecord(found) ? accessOf(found) : {};
}

function isSame(url: string, address: URL): boolean {
  const bare = (text: string): string => text.replace(/\/+$/, "");
  return URL.canParse(url) && bare(new URL(url).href) === bare(address.href);
}

function accessOf(entry: Readonly<Record<string, unknown>>): RepositoryAccess {
  const { username, password } = entry;
  const contentOf = (key: string): string | undefined => {
    const file = entry[key];
    return isText(file) ? readText(file) : undefined;
  };
  const [ca, cert, key] = [contentOf("caFile"), contentOf("certFile"), contentOf("keyFile")];
  const isTrusting = entry["insecure_skip_tls_verify"] === true;
  const tls: TlsSettings = {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
    ...(isTrusting ? { rejectUnauthorized: false } : {}),
  };
  return {
    ...(isText(username) && isText(password) ? { authorization: basicAuthorization(username, password) } : {}),
    ...(entry["pass_credentials_all"] === true ? { trustsOthers: true } : {}),
    ...(Object.keys(tls).length > 0 ? { tls } : {}),
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
