/** One release: where its chart comes from, and what it is given. */
export interface Asked {
  readonly name: string;
  readonly from: "oci" | "http";
  readonly spec: string;
}

/** Where the releases are, and where their chart is served. */
export interface Home {
  readonly namespace: string;
  readonly addresses: Readonly<Record<Asked["from"], string>>;
}

/** The program of a fleet with releases of the chart, as its users write it. */
export function valuesProgram({ namespace, addresses }: Home, releases: readonly Asked[]): string {
  const chartOf = {
    oci: "chartRef: artifact",
    http: 'chart: { spec: { chart: "web", version: "1.x", sourceRef: repository, interval: "1h" } }',
  };
  const made = releases.map(
    ({ name, from, spec }) =>
      `helmRelease<WebValues>(${JSON.stringify(name)}, { interval: "1h", timeout: "30s", ${chartOf[from]}, ${spec} }),`,
  );
  return `import { cluster, configMap, external, fleet, group, helmRelease, helmRepository, ociRepository } from "sluice";
import type { WebValues } from "./types/web.ts";

const artifact = ociRepository("web", {
  url: ${JSON.stringify(addresses.oci)},
  ref: { semver: "1.x" },
  interval: "1h",
  insecure: true,
  layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
});
const repository = helmRepository("web", { url: ${JSON.stringify(addresses.http)}, interval: "1h" });
const first = configMap("first", {
  data: { "values.yaml": "replicas: 2\\nlevel: debug\\nlist: [3]\\nnested: { replaced: 2, first: true }\\n", port: "grpc" },
});
const second = configMap("second", { data: { extra: "nested: { replaced: 3 }\\nlevel: info\\ngone: null\\n", line: "a,b={c}" } });

export default fleet(
  cluster("lab", {
    path: "clusters/lab",
    flux: "2.9",
    resources: group({ namespace: ${JSON.stringify(namespace)} }, [
      artifact,
      repository,
      first,
      second,
      ${made.join("\n      ")}
    ]),
  }),
);
`;
}
