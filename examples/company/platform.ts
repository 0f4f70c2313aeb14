import { directory, fluxSystem, group, namespace, resource } from "sluice";
import { helmRelease, helmRepository, kustomization } from "./defaults.ts";
import type { Site } from "./sites.ts";

const certManagerNamespace = namespace("cert-manager");
const ingressNamespace = namespace("ingress-nginx");

/** The base that all sites share: one folder, the same bytes for everyone. */
const base = directory("platform/base", [
  ingressNamespace,
  group({ namespace: certManagerNamespace }, [
    certManagerNamespace,
    helmRelease("cert-manager", {
      chart: {
        spec: {
          chart: "cert-manager",
          version: "1.x",
          sourceRef: helmRepository("jetstack", { url: "https://charts.jetstack.io" }),
        },
      },
      values: { crds: { enabled: true } },
    }),
  ]),
]);

/** What every site has before its tenants come. */
export function platform(site: Site) {
  const shared = kustomization("platform-base", { sourceRef: fluxSystem, path: base, wait: true });

  const ingress = helmRelease(
    "ingress-nginx",
    {
      chart: {
        spec: {
          chart: "ingress-nginx",
          version: "4.x",
          sourceRef: helmRepository("ingress-nginx", { url: "https://kubernetes.github.io/ingress-nginx" }),
        },
      },
      values: {
        controller: { replicaCount: site.replicas, extraArgs: { "default-ssl-certificate": "ingress-nginx/default" } },
      },
    },
    { namespace: ingressNamespace },
  );

  const issuer = resource({
    apiVersion: "cert-manager.io/v1",
    kind: "ClusterIssuer",
    metadata: { name: "letsencrypt" },
    spec: {
      acme: {
        email: "platform@acme.example",
        server: `https://acme-${site.environment === "production" ? "" : "staging-"}v02.api.letsencrypt.org/directory`,
        privateKeySecretRef: { name: "letsencrypt" },
        solvers: [{ http01: { ingress: { ingressClassName: "nginx" } } }],
      },
    },
  });

  const certificate = resource({
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: "default", namespace: "ingress-nginx" },
    spec: { secretName: "default", dnsNames: [site.domain], issuerRef: { kind: issuer.kind, name: issuer } },
  });

  const edge = kustomization("platform-edge", {
    dependsOn: [shared],
    sourceRef: fluxSystem,
    path: directory(`platform/${site.name}`, [ingress, issuer, certificate]),
    wait: true,
  });

  return { shared, ingress, edge };
}
