import { failed, invalidChart } from "../chart-read.ts";
import { type BlobCache, digestOf } from "./blob-cache.ts";
import { type Fetched, type FetchFailure, notFetched } from "./fetch-failure.ts";
import type { OciClient, OciRepository } from "./oci-client.ts";
import { MANIFEST_TYPES, readManifest } from "./oci-manifest.ts";

/** In bytes. */
const LARGEST_MANIFEST = 4 * 1024 * 1024;
/** Nothing that Helm unpacks is packed in more. In bytes. */
const LARGEST_LAYER = 100 * 1024 * 1024;
const MOST_PAGES = 200;

/** Where a chart is, and what messages call it. */
export interface OciChart extends Fetched {
  readonly name: string;
  readonly repository: OciRepository;
}

/** A manifest, whose digest it has. */
export interface Manifest {
  readonly text: string;
  readonly digest: string;
}

/** What registries hold of charts. All of it is compared with its digest, and kept by it. */
export class OciArtifacts {
  readonly #client: OciClient;
  readonly #cache: BlobCache;

  constructor(client: OciClient, cache: BlobCache) {
    this.#client = client;
    this.#cache = cache;
  }

  /** The manifest of a tag or a digest. */
  async manifest(chart: OciChart, reference: string): Promise<Manifest | "absent" | FetchFailure> {
    const kept = this.#cache.read(reference);
    if (kept !== undefined) return { text: kept.toString("utf8"), digest: reference };
    if (!/^(?:sha256:[0-9a-f]{64}|\w[\w.-]{0,127})$/.test(reference)) return "absent";
    const options = { accept: MANIFEST_TYPES, limit: LARGEST_MANIFEST };
    const answer = await this.#client.ask(chart.repository, `manifests/${reference}`, options);
    if (answer.type === "answered" && answer.status === 404) return "absent";
    if (answer.type === "failed" || answer.status !== 200) return notFetched(chart, originOf(chart), answer);
    const digest = digestOf(answer.body);
    const said = reference.startsWith("sha256:") ? reference : answer.header("docker-content-digest");
    if (said?.startsWith("sha256:") && said !== digest) return otherDigest(chart, "its manifest");
    this.#cache.write(answer.body);
    return { text: answer.body.toString("utf8"), digest };
  }

  /** The archive that a manifest names, or that the one does which its index names. */
  async archive(chart: OciChart, manifest: string, depth = 0): Promise<Uint8Array | FetchFailure> {
    const target = readManifest(manifest);
    if (target.type === "none")
      return invalidChart(chart.name, { problem: target.problem, hint: "name an artifact that helm push made" });
    if (target.type === "manifest") {
      const inner = depth > 0 ? "absent" : await this.manifest(chart, target.digest);
      if (inner === "absent")
        return invalidChart(chart.name, {
          problem: "its index leads to no manifest",
          hint: "name an artifact that helm push made",
        });
      return "diagnostics" in inner ? inner : this.archive(chart, inner.text, depth + 1);
    }
    const kept = this.#cache.read(target.digest);
    if (kept !== undefined) return kept;
    const answer = await this.#client.ask(chart.repository, `blobs/${target.digest}`, { limit: LARGEST_LAYER });
    if (answer.type === "failed" || answer.status !== 200) return notFetched(chart, originOf(chart), answer);
    if (digestOf(answer.body) !== target.digest) return otherDigest(chart, "its archive");
    this.#cache.write(answer.body);
    return answer.body;
  }

  /** All tags of a chart. */
  async tags(chart: OciChart): Promise<readonly string[] | FetchFailure> {
    const { repository, subject } = chart;
    const tags: string[] = [];
    let path: string | undefined = "tags/list?n=1000";
    for (let page = 0; path !== undefined && page < MOST_PAGES; page++) {
      const answer = await this.#client.ask(repository, path, { limit: LARGEST_MANIFEST });
      if (answer.type === "answered" && answer.status === 404)
        return failed(
          "chart/not-found",
          `${subject} is not on ${repository.host}: there is no ${repository.path}`,
          "look at the address of the chart",
        );
      if (answer.type === "failed" || answer.status !== 200) return notFetched(chart, originOf(chart), answer);
      tags.push(...tagsOf(answer.body.toString("utf8")));
      path = nextPage(answer.header("link"), repository);
    }
    return tags;
  }
}

function originOf({ repository }: OciChart): URL {
  return new URL(repository.origin);
}

function otherDigest({ subject, repository }: OciChart, what: string): FetchFailure {
  return failed(
    "chart/not-fetched",
    `${subject} cannot be fetched from ${repository.host}: ${what} has another digest than was said`,
    "try again, and else ask who runs the registry",
  );
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
