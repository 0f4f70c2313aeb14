import { isDigest } from "./blob-cache.ts";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";

/** What a registry may answer with. */
export const MANIFEST_TYPES: string = [MANIFEST, INDEX, "application/vnd.docker.distribution.manifest.v2+json"].join(
  ", ",
);

const CONFIG = "application/vnd.cncf.helm.config.v1+json";
const LAYERS: readonly string[] = ["application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip"];

/** What a manifest leads to. */
export type ManifestTarget =
  | { readonly type: "layer"; readonly digest: string }
  /** An index names other manifests. */
  | { readonly type: "manifest"; readonly digest: string }
  | { readonly type: "none"; readonly problem: string };

/** Finds the archive of a chart in a manifest. */
export function readManifest(text: string): ManifestTarget {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { type: "none", problem: "its manifest is no JSON" };
  }
  const { layers, manifests } = isRecord(data) ? data : {};
  if (Array.isArray(manifests)) {
    const named = manifests.filter(isRecord);
    const chart =
      named.find(({ artifactType }) => artifactType === CONFIG) ?? (named.length === 1 ? named[0] : undefined);
    return target("manifest", chart?.["digest"], "its index names no chart");
  }
  const layer = Array.isArray(layers)
    ? layers.find(
        (item) => isRecord(item) && typeof item["mediaType"] === "string" && LAYERS.includes(item["mediaType"]),
      )
    : undefined;
  return target("layer", isRecord(layer) ? layer["digest"] : undefined, "it is an artifact of another kind");
}

function target(type: "layer" | "manifest", digest: unknown, problem: string): ManifestTarget {
  return typeof digest === "string" && isDigest(digest) ? { type, digest } : { type: "none", problem };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
