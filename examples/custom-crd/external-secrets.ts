import { group, helmRelease, helmRepository, namespace, type Resources, resource } from "sluice";

const home = namespace("external-secrets");

const charts = helmRepository("external-secrets", { url: "https://charts.external-secrets.io", interval: "12h" });

/** The operator, with its CRDs. */
export const operator: Resources = group({ namespace: home }, [
  home,
  charts,
  helmRelease("external-secrets", {
    chart: { spec: { chart: "external-secrets", version: "2.x", sourceRef: charts } },
    interval: "1h",
    values: { installCRDs: true },
  }),
]);

/** Where the secrets are. No builder was generated for this kind: a plain object does as well, and can be referred to. */
export const store = resource({
  apiVersion: "external-secrets.io/v1",
  kind: "ClusterSecretStore",
  metadata: { name: "vault" },
  spec: {
    provider: {
      vault: {
        server: "https://vault.acme.example",
        path: "kv",
        version: "v2",
        auth: { kubernetes: { mountPath: "kubernetes", role: "external-secrets" } },
      },
    },
  },
});
