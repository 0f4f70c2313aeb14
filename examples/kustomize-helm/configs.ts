import { type Resources, resource } from "sluice";

const gatewayClass = resource({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "GatewayClass",
  metadata: { name: "envoy" },
  spec: { controllerName: "gateway.envoyproxy.io/gatewayclass-controller" },
});

/** The gateway that every application's routes attach to. */
export const gateway = { kind: "Gateway", name: "envoy", namespace: "envoy-gateway-system" } as const;

export const configs: Resources = [
  gatewayClass,
  resource({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: gateway.kind,
    metadata: { name: gateway.name, namespace: gateway.namespace },
    spec: {
      gatewayClassName: gatewayClass,
      listeners: [{ name: "http", protocol: "HTTP", port: 80, allowedRoutes: { namespaces: { from: "All" } } }],
    },
  }),
  resource({
    apiVersion: "cert-manager.io/v1",
    kind: "ClusterIssuer",
    metadata: { name: "letsencrypt" },
    spec: {
      acme: {
        email: "fluxcdbot@users.noreply.github.com",
        // The Kustomization of each cluster patches this line.
        server: "https://acme-staging-v02.api.letsencrypt.org/directory",
        privateKeySecretRef: { name: "letsencrypt" },
        solvers: [{ http01: { gatewayHTTPRoute: { parentRefs: [gateway] } } }],
      },
    },
  }),
];
