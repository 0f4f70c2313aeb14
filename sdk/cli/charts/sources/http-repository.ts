import { nearestWord } from "../../../diagnostics/nearest-word.ts";
import type { Environment } from "../../secrets/read-secret.ts";
import { type ChartRead, failed, invalidChart } from "../chart-read.ts";
import { findRepositoryAccess, type RepositoryAccess } from "../logins/helm-repositories.ts";
import { authorizationIn } from "../network/basic-authorization.ts";
import type { HttpClient } from "../network/http-client.ts";
import { readChartArchive } from "../read-chart-archive.ts";
import { type BlobCache, digestOf } from "./blob-cache.ts";
import { changed, type Fetched, type FetchFailure, notFetched, noVersion } from "./fetch-failure.ts";
import { newestOf } from "./newest.ts";
import { findEntry, type RepositoryIndex, readIndex } from "./repository-index.ts";
import { askedVersion, type Wanted } from "./wanted.ts";

/** Flux reads no larger index. In bytes. */
const LARGEST_INDEX = 50 * 1024 * 1024;
/** Nothing that Helm unpacks is packed in more. In bytes. */
const LARGEST_ARCHIVE = 100 * 1024 * 1024;

/** What a repository is reached with. */
export interface RepositoryTools {
  readonly http: HttpClient;
  readonly cache: BlobCache;
  readonly environment: Environment;
}

/** An archive at another address than those of the web. */
export type GetElsewhere = (address: string, name: string) => Promise<Uint8Array | FetchFailure>;

interface NamedFetch extends Fetched {
  readonly name: string;
}

/** Says for a chart why it is not there. */
type FailWith = (fetched: Fetched) => FetchFailure;

const LOOK = "look at the address of the repository";

/** A Helm repository: a folder on a web server, with an index. */
export class HttpRepository {
  readonly #address: URL;
  readonly #tools: RepositoryTools;
  readonly #access: RepositoryAccess;
  readonly #getElsewhere: GetElsewhere;
  #index: Promise<RepositoryIndex | FailWith> | undefined;

  constructor(address: URL, tools: RepositoryTools, getElsewhere: GetElsewhere) {
    this.#address = withoutLogin(address);
    this.#tools = tools;
    this.#getElsewhere = getElsewhere;
    const access = findRepositoryAccess(this.#address, tools.environment);
    const own = authorizationIn(address);
    this.#access = own === undefined ? access : { ...access, authorization: own };
  }

  /** Gets a chart by its name. */
  async get(wanted: Wanted): Promise<ChartRead> {
    const { name } = wanted.reference;
    const fetched = this.#fetched(name);
    const kept = this.#kept(wanted);
    if (kept !== undefined) return this.#read(kept, wanted);
    this.#index ??= this.#readIndex();
    const index = await this.#index;
    if (typeof index === "function") return index(fetched);
    const entries = index.get(name);
    if (entries === undefined) {
      const near = nearestWord(name, index.keys());
      const hint =
        near === undefined
          ? "look at the name of the chart, and at the address of the repository"
          : `did you mean "${near}"?`;
      return failed("chart/not-found", `${fetched.subject} is not in the repository ${shown(this.#address)}`, hint);
    }
    const asked = askedVersion(wanted);
    const entry = findEntry(entries, asked);
    if (entry === undefined) return noVersion(fetched.subject, asked, newestOf(entries.map(({ version }) => version)));
    const bytes = await this.#download(entry.url, fetched);
    if ("diagnostics" in bytes) return bytes;
    const digest = digestOf(bytes);
    if (entry.digest !== undefined && entry.digest !== digest)
      return invalidChart(name, {
        problem: `the archive of ${entry.version} has another digest than the index of ${this.#address.host} says`,
        hint: "try again, and else ask who publishes it",
      });
    return this.#read(bytes, wanted, entry.version);
  }

  /** Gets the archive of a chart by its address. */
  async getArchive(address: URL, wanted: Wanted): Promise<ChartRead> {
    const kept = this.#kept(wanted);
    const bytes = kept === undefined ? await this.#download(address.href, this.#fetched(wanted.reference.name)) : kept;
    return "diagnostics" in bytes ? bytes : this.#read(bytes, wanted);
  }

  #fetched(name: string): NamedFetch {
    return {
      name,
      subject: `chart "${name}"`,
      login: `log in with helm repo add NAME ${shown(this.#address)} --username USER`,
    };
  }

  #kept({ locked }: Wanted): Uint8Array | undefined {
    return locked?.digest === undefined ? undefined : this.#tools.cache.read(locked.digest);
  }

  async #read(bytes: Uint8Array, { reference, locked }: Wanted, version?: string): Promise<ChartRead> {
    const digest = digestOf(bytes);
    if (locked?.digest !== undefined && locked.digest !== digest)
      return changed(`chart "${reference.name}"`, locked.version, digest);
    const read = await readChartArchive(bytes, reference.name);
    if (read.type === "failed") return read;
    this.#tools.cache.write(bytes);
    return { ...read, version: locked?.version ?? version ?? read.version };
  }

  async #readIndex(): Promise<RepositoryIndex | FailWith> {
    const url = below(this.#address, "index.yaml");
    const answer = await this.#tools.http.ask(url, { ...this.#access, limit: LARGEST_INDEX });
    if (answer.type === "answered" && answer.status === 404)
      return ({ subject }) =>
        failed("chart/not-found", `${subject} has no repository: there is no ${shown(url)}`, LOOK);
    if (answer.type === "failed" || answer.status !== 200) return (fetched) => notFetched(fetched, url, answer);
    const index = readIndex(answer.body.toString("utf8"));
    return (
      index ??
      (({ subject }) =>
        failed("chart/not-fetched", `${subject} cannot be fetched from ${url.host}: its index.yaml is none`, LOOK))
    );
  }

  async #download(address: string, fetched: NamedFetch): Promise<Uint8Array | FetchFailure> {
    if (address.startsWith("oci://")) return this.#getElsewhere(address, fetched.name);
    const url = URL.canParse(address, below(this.#address, "").href)
      ? new URL(address, below(this.#address, ""))
      : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
      return failed(
        "chart/not-fetched",
        `${fetched.subject} cannot be fetched from ${this.#address.host}: its archive has no address`,
        "look at the index of the repository",
      );
    const { authorization, ...access } = this.#access;
    const isOwn = url.origin === this.#address.origin || access.trustsOthers === true;
    // What is trusted as the repository's own goes to its host alone.
    const tls = url.origin === this.#address.origin ? access.tls : undefined;
    const answer = await this.#tools.http.ask(url, {
      ...access,
      tls,
      authorization: isOwn ? authorization : undefined,
      limit: LARGEST_ARCHIVE,
    });
    if (answer.type === "answered" && answer.status === 404)
      return failed(
        "chart/not-found",
        `${fetched.subject} is not at ${shown(url)}`,
        "look at the address of the archive",
      );
    return answer.type === "failed" || answer.status !== 200 ? notFetched(fetched, url, answer) : answer.body;
  }
}

/** An address below that of a repository. What stands behind a question mark stays. */
function below(address: URL, path: string): URL {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  return url;
}

function withoutLogin(address: URL): URL {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return url;
}

/** An address as messages have it. What stands behind a question mark may be a token. */
function shown(address: URL): string {
  return `${address.origin}${address.pathname}`;
}
