import { cluster, directory, fluxSystem, helmRelease, helmRepository, kustomization } from "sluice";

const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo" });

function app(name: string) {
  const chart = { spec: { chart: "podinfo", sourceRef: charts } };
  const release = helmRelease(name, { chart, interval: "30m" }, { namespace: "default" });
  const path = directory(`apps/${name}`, [release]);
  return kustomization(name, { sourceRef: fluxSystem, path, interval: "10m", prune: true });
}

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [app("frontend"), app("backend")],
});
