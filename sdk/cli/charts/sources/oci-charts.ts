import { parseVersion } from "../../../charts/version.ts";
import { newestInRange, parseRange } from "../../../charts/version-range.ts";
import { type ChartRead, failed, invalidChart } from "../chart-read.ts";
import { readChartArchive } from "../read-chart-archive.ts";
import { type BlobCache, digestOf } from "./blob-cache.ts";
import { changed, type Fetched, type FetchFailure, notFetched, noVersion } from "./fetch-failure.ts";
import { newestOf } from "./newest.ts";
import { type OciClient, type OciRepository, ociRepository } from "./oci-client.ts";
import { MANIFEST_TYPES, readManifest } from "./oci-manifest.ts";
import { askedVersion, type Wanted } from "./wanted.ts";

/** In bytes. */
const LARGEST_MANIFEST = 4 * 1024 * 1024;
/** Nothing that Helm unpacks is packed in more. In bytes. */
const LARGEST_LAYER = 100 * 1024 * 1024;
const MOST_PAGES = 200;

/** A manifest, or what stands in its place. */
type FoundManifest = { readonly text: string; readonly digest: string } | "absent" | FetchFailure;

/** Charts in OCI registries. */
export class OciCharts {
  readonly #client: OciClient;
  readonly #cache: BlobCache;

  constructor(client: OciClient, cache: BlobCache) {
    this.#client = client;
    this.#cache = cache;
  }

  /** Gets a chart by its version, a range, a tag or a digest. */
  async get(wanted: Wanted): Promise<ChartRead> {
    const { reference, locked } = wanted;
    const address = `${reference.repository}/${reference.name}`;
    const subject = `chart "${reference.name}"`;
    const repository = ociRepository(address);
    if (repository === undefined)
      return failed(
        "chart/not-found",
        `${subject} has no address: "${address}" is none`,
        "write it as in oci://ghcr.io/stefanprodan/charts",
      );
    const digest = reference.digest ?? locked?.digest;
    const fetched = { subject, login: loginTo(repository) };
    const byDigest = digest === undefined ? "absent" : await this.#manifest(repository, digest, fetched);
    if (typeof byDigest === "object")
      return "diagnostics" in byDigest ? byDigest : this.#read(repository, byDigest, wanted);
    if (reference.digest !== undefined) return noVersion(subject, reference.digest, undefined);
    const asked = askedVersion(wanted);
    const tag = await this.#tagOf(repository, asked, fetched);
    if (typeof tag === "object") return tag;
    const manifest = await this.#manifest(repository, tag, fetched);
    if (manifest === "absent") return noVersion(subject, asked, undefined);
    if ("diagnostics" in manifest) return manifest;
    if (locked?.digest !== undefined && locked.digest !== manifest.digest)
      return changed(subject, locked.version, manifest.digest);
    return this.#read(repository, manifest, wanted, tag);
  }

  /** Gets an archive by an address with its tag, as indexes of Helm repositories have. */
  async getArchive(address: string, subject: string): Promise<Uint8Array | FetchFailure> {
    const [, bare = "", tag = ""] = /^(oci:\/\/[^@]+):([^:/@]+)$/.exec(address) ?? [];
    const repository = ociRepository(bare);
    if (repository === undefined)
      return failed(
        "chart/not-found",
        `${subject} has no address: "${address}" is none`,
        "look at the index of the repository",
      );
    const fetched = { subject, login: loginTo(repository) };
    const manifest = await this.#manifest(repository, tag.replaceAll("+", "_"), fetched);
    if (manifest === "absent") return noVersion(subject, tag, undefined);
    return "diagnostics" in manifest ? manifest : this.#layerOf(repository, manifest.text, fetched);
  }

  async #read(
    repository: OciRepository,
    { text, digest }: { text: string; digest: string },
    { reference, locked }: Wanted,
    tag?: string,
  ): Promise<ChartRead> {
    const bytes = await this.#layerOf(repository, text, {
      subject: `chart "${reference.name}"`,
      login: loginTo(repository),
    });
    if ("diagnostics" in bytes) return bytes;
    const read = await readChartArchive(bytes, reference.name);
    if (read.type === "failed") return read;
    const tagged = tag?.replaceAll("_", "+");
    const version = locked?.version ?? (tagged !== undefined && parseVersion(tagged) ? tagged : read.version);
    return { ...read, version, digest };
  }

  /** The tag that a version, a range or a tag's name means. */
  async #tagOf(repository: OciRepository, asked: string, fetched: Fetched): Promise<string | FetchFailure> {
    const range = parseRange(asked);
    const ownTag = asked.replaceAll("+", "_");
    if (range === undefined) return ownTag;
    if (/^v?\d+\.\d+\.\d+/.test(asked) && parseVersion(asked) !== undefined) {
      // Nobody has to list thousands of tags to find one that is known.
      const manifest = await this.#manifest(repository, ownTag, fetched);
      if (manifest !== "absent") return "diagnostics" in manifest ? manifest : ownTag;
    }
    const tags = await this.#tags(repository, fetched);
    if ("diagnostics" in tags) return tags;
    if (tags.includes(ownTag)) return ownTag;
    // A tag cannot have the plus sign of a version.
    const versions = tags.map((tag) => tag.replaceAll("_", "+"));
    const newest = newestInRange(versions, range);
    return newest?.replaceAll("+", "_") ?? noVersion(fetched.subject, asked, newestOf(versions));
  }

  async #tags(repository: OciRepository, fetched: Fetched): Promise<readonly string[] | FetchFailure> {
    const tags: string[] = [];
    let path: string | undefined = "tags/list?n=1000";
    for (let page = 0; path !== undefined && page < MOST_PAGES; page++) {
      const answer = await this.#client.ask(repository, path, { limit: LARGEST_MANIFEST });
      if (answer.type === "answered" && answer.status === 404)
        return failed(
          "chart/not-found",
          `${fetched.subject} is not on ${repository.host}: there is no ${repository.path}`,
          "look at the address of the chart",
        );
      if (answer.type === "failed" || answer.status !== 200)
        return notFetched(fetched, new URL(repository.origin), answer);
      tags.push(...tagsOf(answer.body.toString("utf8")));
      path = nextPage(answer.header("link"), repository);
    }
    return tags;
  }

  async #manifest(repository: OciRepository, reference: string, fetched: Fetched): Promise<FoundManifest> {
    const kept = this.#cache.read(reference);
    if (kept !== undefined) return { text: kept.toString("utf8"), digest: reference };
    if (!/^(?:sha256:[0-9a-f]{64}|\w[\w.-]{0,127})$/.test(reference)) return "absent";
    const answer = await this.#client.ask(repository, `manifests/${reference}`, {
      accept: MANIFEST_TYPES,
      limit: LARGEST_MANIFEST,
    });
    if (answer.type === "answered" && answer.status === 404) return "absent";
    if (answer.type === "failed" || answer.status !== 200)
      return notFetched(fetched, new URL(repository.origin), answer);
    const digest = digestOf(answer.body);
    const said = reference.startsWith("sha256:") ? reference : answer.header("docker-content-digest");
    if (said?.startsWith("sha256:") && said !== digest) return broken(fetched.subject, "its manifest", repository);
    this.#cache.write(answer.body);
    return { text: answer.body.toString("utf8"), digest };
  }

  /** The archive that a manifest names, or the one that its index leads to. */
  async #layerOf(
    repository: OciRepository,
    text: string,
    fetched: Fetched,
    depth = 0,
  ): Promise<Uint8Array | FetchFailure> {
    const target = readManifest(text);
    if (target.type === "none")
      return invalidChart(fetched.subject.slice('chart "'.length, -1), {
        problem: target.problem,
        hint: "name an artifact that helm push made",
      });
    if (target.type === "manifest") {
      const inner = depth > 0 ? "absent" : await this.#manifest(repository, target.digest, fetched);
      if (inner === "absent") return broken(fetched.subject, "its index", repository);
      return "diagnostics" in inner ? inner : this.#layerOf(repository, inner.text, fetched, depth + 1);
    }
    const kept = this.#cache.read(target.digest);
    if (kept !== undefined) return kept;
    const answer = await this.#client.ask(repository, `blobs/${target.digest}`, { limit: LARGEST_LAYER });
    if (answer.type === "failed" || answer.status !== 200)
      return notFetched(fetched, new URL(repository.origin), answer);
    if (digestOf(answer.body) !== target.digest) return broken(fetched.subject, "its archive", repository);
    this.#cache.write(answer.body);
    return answer.body;
  }
}

function broken(subject: string, what: string, { host }: OciRepository): FetchFailure {
  return failed(
    "chart/not-fetched",
    `${subject} cannot be fetched from ${host}: ${what} has another digest than was said`,
    "try again, and else ask who runs the registry",
  );
}

function loginTo({ host }: OciRepository): string {
  return `log in with helm registry login ${host}`;
}

function tagsOf(text: string): readonly string[] {
  try {
    const data: unknown = JSON.parse(text);
    const tags: unknown = typeof data === "object" && data !== null && "tags" in data ? data.tags : [];
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
  } catch {
    return [];
  }
}

/** The rest of a list: the registry says where it is, which has to be with itself. */
function nextPage(link: string | undefined, { origin, path }: OciRepository): string | undefined {
  const [, target = ""] = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? "") ?? [];
  const base = `${origin}/v2/${path}/`;
  const url =
    target !== "" && URL.canParse(target, `${base}tags/list`) ? new URL(target, `${base}tags/list`) : undefined;
  return url?.href.startsWith(base) ? url.href.slice(base.length) : undefined;
}
