import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ChartReference } from "../../charts/chart-reference.ts";
import { newestInRange, parseRange } from "../../charts/version-range.ts";
import { errorCode } from "../disk/error-code.ts";
import type { Environment } from "../secrets/read-secret.ts";
import { type ChartRead, failed, invalidChart } from "./chart-read.ts";
import { HttpClient } from "./network/http-client.ts";
import { readChartArchive } from "./read-chart-archive.ts";
import { readChartFolder } from "./read-chart-folder.ts";
import { BlobCache } from "./sources/blob-cache.ts";
import { pullWithHelm } from "./sources/helm-pull.ts";
import { HttpRepository } from "./sources/http-repository.ts";
import { OciArtifacts } from "./sources/oci-artifacts.ts";
import { OciCharts } from "./sources/oci-charts.ts";
import { OciClient } from "./sources/oci-client.ts";
import { askedVersion, type LockedVersion, type Wanted } from "./sources/wanted.ts";

/** Gets a chart: the locked version, or without one the newest that the reference allows. */
export type GetChart = (
  reference: ChartReference,
  options?: { readonly locked?: LockedVersion | undefined },
) => Promise<ChartRead>;

/** Where charts are got from. */
export interface ChartPlaces {
  /** The folder that paths of charts start at. */
  readonly root: string;
  readonly environment: Environment;
}

/** Makes what gets the charts of a run. It remembers indexes and logins, so that charts of one place ask for them once. */
export function chartGetter({ root, environment }: ChartPlaces): GetChart {
  const http = new HttpClient(environment);
  const cache = new BlobCache(environment);
  const registries = new OciCharts(new OciArtifacts(new OciClient(http, environment), cache));
  const repositories = new Map<string, HttpRepository>();
  const repositoryAt = (address: URL): HttpRepository => {
    const known = repositories.get(address.href);
    if (known !== undefined) return known;
    const made = new HttpRepository(address, { http, cache, environment }, (found, name) =>
      registries.getArchive(found, name),
    );
    repositories.set(address.href, made);
    return made;
  };
  return async (reference, { locked } = {}) => {
    const { repository, name } = reference;
    if (repository === ".") return readLocal(resolve(root, name), name);
    const wanted: Wanted = { reference, locked };
    const isOci = repository.startsWith("oci://");
    if (!isOci && !(/^https?:\/\//.test(repository) && URL.canParse(repository)))
      return failed(
        "chart/not-found",
        `chart "${name}" has no address that is known`,
        "charts come from https:// and oci:// addresses, and from folders",
      );
    if (!isOci && /\.(?:tgz|tar\.gz)$/.test(name))
      return repositoryAt(new URL(repository)).getArchive(new URL(`${repository}/${name}`), wanted);
    return (
      (await getWithHelm(wanted, environment)) ??
      (isOci ? registries.get(wanted) : repositoryAt(new URL(repository)).get(wanted))
    );
  };
}

/** A chart that is on this machine: a folder, or an archive. */
async function readLocal(path: string, name: string): Promise<ChartRead> {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return await readChartFolder(path, name);
    return await readChartArchive(readFileSync(path), name);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return invalidChart(name, { problem: `the system refuses it (${code})`, hint: "let it be read" });
  }
}

/** Helm's own way. What it cannot get, or Flux would not choose, is left to ours, which can say why. */
async function getWithHelm(wanted: Wanted, environment: Environment): Promise<ChartRead | undefined> {
  const { reference, locked } = wanted;
  // What is known by its digest is asked for by it.
  if ((locked?.digest ?? reference.digest) !== undefined) return undefined;
  const pulled = await pullWithHelm(wanted, environment);
  if (pulled === undefined) return undefined;
  const read = await readChartArchive(pulled.bytes, reference.name);
  if (read.type === "failed") return undefined;
  const asked = askedVersion(wanted);
  const version = pulled.tag?.replaceAll("_", "+") ?? read.version;
  const range = parseRange(asked);
  const isChosen = version === asked || (range !== undefined && newestInRange([version], range) !== undefined);
  if (!isChosen) return undefined;
  return { ...read, version, digest: pulled.digest ?? read.digest };
}
