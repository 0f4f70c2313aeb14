import { group, namespace, type Resources } from "sluice";
import { helmRelease, ociRepository } from "./defaults.ts";

/** A namespace of the team that runs the clusters, and what is installed there. */
function owned(name: string, resources: Resources): Resources {
  const home = namespace(name, {}, { labels: { "toolkit.fluxcd.io/tenant": "sre-team" } });
  return group({ namespace: home }, [home, resources]);
}

const certManager = ociRepository("cert-manager", {
  url: "oci://quay.io/jetstack/charts/cert-manager",
  ref: { semver: "1.x" },
});

const envoyGateway = ociRepository("gateway-helm", {
  url: "oci://docker.io/envoyproxy/gateway-helm",
  ref: { semver: ">= 1.8.0-rc.0" },
});

export const controllers: Resources = [
  owned("cert-manager", [
    certManager,
    helmRelease("cert-manager", {
      chartRef: certManager,
      values: { crds: { enabled: true, keep: false }, config: { enableGatewayAPI: true } },
    }),
  ]),
  owned("envoy-gateway-system", [
    envoyGateway,
    helmRelease("envoy-gateway", { chartRef: envoyGateway, releaseName: "envoy-gateway" }),
  ]),
];
