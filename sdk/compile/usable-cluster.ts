import type { Cluster } from "../model/cluster.ts";
import { FLUX_VERSIONS } from "../model/flux-versions.gen.ts";
import type { Override } from "../model/override.ts";
import { keepCallSite } from "../model/source-location.ts";
import { describe } from "./check-identity.ts";
import type { Reporter } from "./reporter.ts";

/**
 * Reports options of a cluster that are of no use, as a program without types may give them, and gives the cluster without them,
 * so that the rest of it is compiled. The cluster itself when there are none.
 */
export function usableCluster(cluster: Cluster, reporter: Reporter): Cluster {
  const changes = changesOf(cluster, reporter);
  if (Object.keys(changes).length === 0) return cluster;
  const usable = { ...cluster, ...changes };
  keepCallSite(usable, cluster);
  return usable;
}

function changesOf(cluster: Cluster, reporter: Reporter): Partial<Cluster> {
  // Types say what these are, and a program without types need not have looked.
  const given: Readonly<Record<keyof Cluster, unknown>> = { ...EMPTY, ...cluster };
  const called = `cluster ${JSON.stringify(given.name) ?? "undefined"}`;
  const changes: { -readonly [Field in keyof Cluster]?: Cluster[Field] } = {};
  if (typeof given.name !== "string" || given.name === "") {
    reporter.report("identity/invalid", {
      message: `the name of a cluster is ${describe(given.name)}`,
      hint: "give the name by which --cluster and messages call it",
      at: cluster,
    });
    changes.name = String(given.name);
  }
  if (!FLUX_VERSIONS.some((version) => version === given.flux)) {
    const known = new Intl.ListFormat("en", { type: "disjunction" }).format(
      FLUX_VERSIONS.map((version) => `"${version}"`),
    );
    reporter.report("cluster/unknown-flux", {
      message: `${called} runs Flux ${typeof given.flux === "string" ? JSON.stringify(given.flux) : describe(given.flux)}, which is not known here`,
      hint: `write flux: ${known}`,
      at: cluster,
    });
    changes.flux = FLUX_VERSIONS[FLUX_VERSIONS.length - 1] ?? "2.9";
  }
  const report = (field: string, value: unknown, hint: string): void =>
    reporter.report("value/unsupported", { message: `${field} of ${called} is ${describe(value)}`, hint, at: cluster });
  if (given.layout !== undefined && typeof given.layout !== "function") {
    report("layout", given.layout, "give a function that names an object's file, or leave it out");
    changes.layout = undefined;
  }
  if (given.comments !== undefined && typeof given.comments !== "function") {
    report("comments", given.comments, "give a function that lists what stands above an object, or leave it out");
    changes.comments = undefined;
  }
  const overrides = listOf(given.overrides);
  const wrong = overrides.filter((value) => !isOverride(value));
  if (wrong.length > 0) {
    report("an entry of overrides", wrong[0], "list what override() returns for a resource or a reference");
    changes.overrides = overrides.filter(isOverride);
  }
  const isSource = (value: unknown): boolean => typeof value === "object" && value !== null && "source" in value;
  if (given.sources !== undefined && (!Array.isArray(given.sources) || !given.sources.every(isSource))) {
    report("sources", given.sources, "list the sources that deliver the repository: [{ source: fluxSystem }]");
    changes.sources = undefined;
  }
  return changes;
}

/** Every option is looked at, given or not. */
const EMPTY = {
  sluice: undefined,
  name: undefined,
  path: undefined,
  flux: undefined,
  resources: undefined,
  overrides: undefined,
  sources: undefined,
  decryption: undefined,
  layout: undefined,
  comments: undefined,
};

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isOverride(value: unknown): value is Override {
  if (typeof value !== "object" || value === null || !("target" in value)) return false;
  return typeof value.target === "object" && value.target !== null;
}
