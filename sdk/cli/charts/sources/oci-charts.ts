import { parseVersion } from "../../../charts/version.ts";
import { newestInRange, parseRange } from "../../../charts/version-range.ts";
import { type ChartRead, failed } from "../chart-read.ts";
import { readChartArchive } from "../read-chart-archive.ts";
import { changed, type FetchFailure, noVersion } from "./fetch-failure.ts";
import { newestOf } from "./newest.ts";
import type { Manifest, OciArtifacts, OciChart } from "./oci-artifacts.ts";
import { ociRepository } from "./oci-client.ts";
import { askedVersion, type Wanted } from "./wanted.ts";

/** Charts in OCI registries. */
export class OciCharts {
  readonly #artifacts: OciArtifacts;

  constructor(artifacts: OciArtifacts) {
    this.#artifacts = artifacts;
  }

  /** Gets a chart by its version, a range, a tag or a digest. */
  async get(wanted: Wanted): Promise<ChartRead> {
    const { reference, locked } = wanted;
    const chart = chartAt(`${reference.repository}/${reference.name}`, reference.name);
    if ("diagnostics" in chart) return chart;
    const digest = reference.digest ?? locked?.digest;
    const byDigest = digest === undefined ? "absent" : await this.#artifacts.manifest(chart, digest);
    if (byDigest !== "absent") return "diagnostics" in byDigest ? byDigest : this.#read(chart, byDigest, wanted);
    if (reference.digest !== undefined) return noVersion(chart.subject, reference.digest, undefined);
    const asked = askedVersion(wanted);
    const tag = await this.#tagOf(chart, asked);
    if (typeof tag === "object") return tag;
    const manifest = await this.#artifacts.manifest(chart, tag);
    if (manifest === "absent") return noVersion(chart.subject, asked, undefined);
    if ("diagnostics" in manifest) return manifest;
    if (locked?.digest !== undefined && locked.digest !== manifest.digest)
      return changed(chart.subject, locked.version, manifest.digest);
    return this.#read(chart, manifest, wanted, tag);
  }

  /** Gets an archive by an address with its tag, as indexes of Helm repositories have. */
  async getArchive(address: string, name: string): Promise<Uint8Array | FetchFailure> {
    const [, bare = "", tag = ""] = /^(oci:\/\/[^@]+):([^:/@]+)$/.exec(address) ?? [];
    const chart = chartAt(bare, name);
    if ("diagnostics" in chart) return chart;
    const manifest = await this.#artifacts.manifest(chart, tag.replaceAll("+", "_"));
    if (manifest === "absent") return noVersion(chart.subject, tag, undefined);
    return "diagnostics" in manifest ? manifest : this.#artifacts.archive(chart, manifest.text);
  }

  async #read(chart: OciChart, { text, digest }: Manifest, { locked }: Wanted, tag?: string): Promise<ChartRead> {
    const bytes = await this.#artifacts.archive(chart, text);
    if ("diagnostics" in bytes) return bytes;
    const read = await readChartArchive(bytes, chart.name);
    if (read.type === "failed") return read;
    const tagged = tag?.replaceAll("_", "+");
    const version = locked?.version ?? (tagged !== undefined && parseVersion(tagged) ? tagged : read.version);
    return { ...read, version, digest };
  }

  /** The tag that a version, a range or a tag's name means. A tag cannot have the plus sign of a version. */
  async #tagOf(chart: OciChart, asked: string): Promise<string | FetchFailure> {
    const range = parseRange(asked);
    const ownTag = asked.replaceAll("+", "_");
    if (range === undefined) return ownTag;
    if (/^v?\d+\.\d+\.\d+/.test(asked) && parseVersion(asked) !== undefined) {
      // Nobody has to list thousands of tags to find one that is known.
      const manifest = await this.#artifacts.manifest(chart, ownTag);
      if (manifest !== "absent") return "diagnostics" in manifest ? manifest : ownTag;
    }
    const tags = await this.#artifacts.tags(chart);
    if ("diagnostics" in tags) return tags;
    if (tags.includes(ownTag)) return ownTag;
    const versions = tags.map((tag) => tag.replaceAll("_", "+"));
    const newest = newestInRange(versions, range);
    return newest?.replaceAll("+", "_") ?? noVersion(chart.subject, asked, newestOf(versions));
  }
}

function chartAt(address: string, name: string): OciChart | FetchFailure {
  const subject = `chart "${name}"`;
  const repository = ociRepository(address);
  if (repository !== undefined)
    return { name, subject, repository, login: `log in with helm registry login ${repository.host}` };
  return failed(
    "chart/not-found",
    `${subject} has no address: ${JSON.stringify(shown(address))} is none`,
    "write it as in oci://ghcr.io/stefanprodan/charts",
  );
}

/** An address as messages have it: without a login, and without what may be a token. */
function shown(address: string): string {
  return address.replace(/[?#].*$/s, "").replace(/^oci:\/\/.*@(?=.)/s, "oci://");
}
