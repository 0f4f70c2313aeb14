import { packFiles } from "./archive.ts";
import { lab } from "./lab.ts";
import { digestOf } from "./registry.ts";

/** A chart, without what is derived from its name and version. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  /** By their paths in the chart: `values.yaml`, `templates/…`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Something in the registry. */
export interface Pushed {
  /** Without a tag, as Flux wants it: `oci://…`. */
  readonly url: string;
  readonly digest: string;
}

interface Layer {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Pushes files as `flux push artifact` does. */
export function pushArtifact(name: string, tag: string, files: Readonly<Record<string, string>>): Promise<Pushed> {
  const config = { type: "application/vnd.cncf.flux.config.v1+json", bytes: Buffer.from("{}") };
  const layer = { type: "application/vnd.cncf.flux.content.v1.tar+gzip", bytes: packFiles(files) };
  const annotations = {
    "org.opencontainers.image.created": new Date().toISOString(),
    "org.opencontainers.image.source": "http://localhost/lab",
    "org.opencontainers.image.revision": `${tag}@${digestOf(layer.bytes)}`,
  };
  return push(name, tag, config, layer, annotations);
}

/** Pushes a chart as `helm push` does, to `PREFIX/NAME`, under its version. */
export function pushChart(prefix: string, chart: Chart): Promise<Pushed> {
  const metadata = { name: chart.name, version: chart.version, apiVersion: "v2" };
  const config = { type: "application/vnd.cncf.helm.config.v1+json", bytes: Buffer.from(JSON.stringify(metadata)) };
  const layer = { type: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", bytes: packChart(chart) };
  return push(`${prefix}/${chart.name}`, chart.version, config, layer, {});
}

/** Adds a chart to a Helm repository, which is made by its first one, and gives the repository's address. */
export async function serveChart(repository: string, chart: Chart): Promise<string> {
  const url = `${lab().http}/charts/${repository}`;
  await send("PUT", `${url}/${chart.name}/${chart.version}.tgz`, packChart(chart));
  return url;
}

/** Packs a chart as `helm package` does. */
function packChart({ name, version, files }: Chart): Buffer {
  const chart = { "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: ${version}\n`, ...files };
  return packFiles(Object.fromEntries(Object.entries(chart).map(([path, text]) => [`${name}/${path}`, text])));
}

async function push(
  name: string,
  tag: string,
  config: Layer,
  layer: Layer,
  annotations: Readonly<Record<string, string>>,
): Promise<Pushed> {
  const { http } = lab();
  for (const { bytes } of [config, layer]) {
    await send("POST", `${http}/v2/${name}/blobs/uploads/?digest=${digestOf(bytes)}`, bytes);
  }
  const describe = ({ type, bytes }: Layer): unknown => ({
    mediaType: type,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  const manifest = { schemaVersion: 2, mediaType, config: describe(config), layers: [describe(layer)], annotations };
  const bytes = Buffer.from(JSON.stringify(manifest));
  await send("PUT", `${http}/v2/${name}/manifests/${tag}`, bytes, mediaType);
  return { url: `oci://${new URL(http).host}/${name}`, digest: digestOf(bytes) };
}

async function send(method: string, url: string, bytes: Buffer, type = "application/octet-stream"): Promise<void> {
  const response = await fetch(url, { method, body: new Uint8Array(bytes), headers: { "content-type": type } });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
}
