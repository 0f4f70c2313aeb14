import { external, group, helmRelease, namespace, ociRepository, type Resources } from "sluice";
import { store } from "./external-secrets.ts";
import { externalSecret } from "./kinds/index.ts";

const home = namespace("shop");

const chart = ociRepository("shop", {
  url: "oci://ghcr.io/acme/charts/shop",
  interval: "1h",
  ref: { semver: "3.x" },
});

/** The operator makes a Secret of this: the program names the store by its value, and the field is checked like Flux's own. */
const database = externalSecret("database", {
  refreshInterval: "1h",
  secretStoreRef: store,
  target: { name: "database", creationPolicy: "Owner", deletionPolicy: "Retain" },
  data: [
    { secretKey: "username", remoteRef: { key: "shop/database", property: "username" } },
    { secretKey: "password", remoteRef: { key: "shop/database", property: "password" } },
  ],
});

export const shop: Resources = group({ namespace: home }, [
  home,
  database,
  chart,
  helmRelease("shop", {
    chartRef: chart,
    interval: "30m",
    valuesFrom: [{ name: external("Secret", "database"), valuesKey: "password", targetPath: "database.password" }],
    values: { replicas: 3 },
  }),
]);
