import type { Environment } from "../../secrets/read-secret.ts";
import { findRegistryLogin, type RegistryLogin } from "../logins/registry-logins.ts";
import { basicAuthorization } from "../network/basic-authorization.ts";
import type { HttpClient } from "../network/http-client.ts";
import { isLoopback } from "../network/proxy.ts";
import type { Answer, NoAnswer } from "../network/send.ts";
import { type Challenge, readChallenge } from "./oci-challenge.ts";

/** A repository of a registry. */
export interface OciRepository {
  /** As it stands in the address: `ghcr.io`. */
  readonly host: string;
  /** Where its API is. */
  readonly origin: string;
  /** The path in it: `stefanprodan/charts/podinfo`. */
  readonly path: string;
}

/** Reads an address such as `oci://ghcr.io/stefanprodan/charts/podinfo`; `undefined` for what is none. */
export function ociRepository(address: string): OciRepository | undefined {
  const [, host = "", path = ""] = /^oci:\/\/([^/@\s]+)\/(.+)$/.exec(address.replace(/\/+$/, "")) ?? [];
  if (!/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(path) || !URL.canParse(`https://${host}`)) return undefined;
  const api = host === "docker.io" || host === "index.docker.io" ? "registry-1.docker.io" : host;
  const { hostname } = new URL(`https://${api}`);
  // Registries on one's own machine have no certificate.
  return { host, origin: `${isLoopback(hostname) ? "http" : "https"}://${api}`, path };
}

/** Speaks the protocol of OCI registries, as far as reading goes, and logs in where they ask for it. */
export class OciClient {
  readonly #http: HttpClient;
  readonly #environment: Environment;
  /** What each repository was opened with. */
  readonly #authorizations = new Map<string, string>();

  constructor(http: HttpClient, environment: Environment) {
    this.#http = http;
    this.#environment = environment;
  }

  /**
   * Asks for something of a repository.
   *
   * @param path From the repository's own: `manifests/6.9.1`.
   */
  async ask(
    repository: OciRepository,
    path: string,
    options: { readonly accept?: string; readonly limit: number },
  ): Promise<Answer | NoAnswer> {
    const key = `${repository.origin}/${repository.path}`;
    const url = new URL(`${repository.origin}/v2/${repository.path}/${path}`);
    const first = await this.#http.ask(url, { ...options, authorization: this.#authorizations.get(key) });
    if (first.type === "failed" || first.status !== 401) return first;
    const challenge = readChallenge(first.header("www-authenticate"));
    if (challenge === undefined) return first;
    const login = await findRegistryLogin(repository.host, this.#environment);
    let last: Answer | NoAnswer = first;
    // A login that is out of date should not keep anybody from what is public.
    for (const opened of login === undefined ? [undefined] : [login, undefined]) {
      const authorization = await this.#authorize(repository, challenge, opened);
      if (typeof authorization !== "string") {
        last = authorization ?? last;
        continue;
      }
      last = await this.#http.ask(url, { ...options, authorization });
      if (last.type === "answered" && last.status !== 401 && last.status !== 403) {
        this.#authorizations.set(key, authorization);
        return last;
      }
    }
    return last;
  }

  /** What a request is sent with; or the answer of who should have said it. */
  async #authorize(
    { path }: OciRepository,
    challenge: Challenge,
    login: RegistryLogin | undefined,
  ): Promise<string | Answer | NoAnswer | undefined> {
    if (login?.type === "token") return `Bearer ${login.token}`;
    const own = login?.type === "password" ? basicAuthorization(login.username, login.password) : undefined;
    if (challenge.type === "basic") return own;
    const { realm, parameters } = challenge;
    // A login is told to nobody who listens on the way.
    if (login !== undefined && realm.protocol !== "https:" && !isLoopback(realm.hostname)) return undefined;
    const service = parameters.get("service");
    const scope = parameters.get("scope") ?? `repository:${path}:pull`;
    const asked = new URLSearchParams({ ...(service === undefined ? {} : { service }), scope });
    const isRefresh = login?.type === "refresh";
    const url = new URL(realm);
    if (!isRefresh) for (const [name, value] of asked) url.searchParams.append(name, value);
    const form = isRefresh
      ? new URLSearchParams([
          ...asked,
          ["grant_type", "refresh_token"],
          ["refresh_token", login.token],
          ["client_id", "sluice"],
        ])
      : undefined;
    const answer = await this.#http.ask(url, { authorization: own, form, limit: 1024 * 1024 });
    if (answer.type === "failed" || answer.status !== 200) return answer;
    const token = tokenOf(answer.body.toString("utf8"));
    return token === undefined ? undefined : `Bearer ${token}`;
  }
}

function tokenOf(text: string): string | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== "object" || data === null) return undefined;
    if ("token" in data && typeof data.token === "string") return data.token;
    return "access_token" in data && typeof data.access_token === "string" ? data.access_token : undefined;
  } catch {
    return undefined;
  }
}
