import { configMap, directory, encryptedFile, external, kustomization, resource, substitution } from "sluice";
import { settings } from "./settings.ts";
import { sync } from "./source.ts";

const region = configMap("region", { data: { REGION: "Zuid-Holland" } });

const greeting = configMap("greeting", {
  data: { text: `Welcome to ${substitution("CITY")} in ${substitution("REGION")}` },
});

const notice = configMap("notice", { data: { text: "closed on Sundays" } });

const credentials = encryptedFile("credentials", "secrets/credentials.yaml");

const labels = { app: "window" };
const window = resource({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "window" },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: "window", image: "example.com/window:1" }] } },
  },
});

export const shop = kustomization("shop", {
  ...sync,
  path: directory("apps/shop", [greeting, settings.hasNotice && notice, credentials, window]),
  targetNamespace: settings.namespace,
  wait: true,
  postBuild: { substitute: { CITY: settings.city }, substituteFrom: [region] },
  decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
});
