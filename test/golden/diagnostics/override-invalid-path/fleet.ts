import { cluster, ociRepository, override } from "sluice";

const chart = ociRepository("podinfo", {
  url: "oci://ghcr.io/stefanprodan/charts/podinfo",
  interval: "1h",
  timeout: "1m",
});

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: chart,
  overrides: [override(chart, { remove: ["spec.timeout."] })],
});
