import { resource } from "sluice";
import { houseNamespace } from "./house.ts";
import { mediaNamespace } from "./media.ts";
import { toolsNamespace } from "./tools.ts";

const phone = resource({
  apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
  kind: "Provider",
  metadata: { name: "phone", namespace: "flux-system" },
  spec: { type: "discord", secretRef: { name: "discord-webhook" } },
});

/** Everything that goes wrong, and nothing else. */
const failures = resource({
  apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
  kind: "Alert",
  metadata: { name: "failures", namespace: "flux-system" },
  spec: {
    providerRef: { name: phone },
    eventSeverity: "error",
    eventSources: [
      { kind: "Kustomization", name: "*" },
      ...[houseNamespace, mediaNamespace, toolsNamespace].map((namespace) => ({
        kind: "HelmRelease",
        name: "*",
        namespace,
      })),
    ],
  },
});

export const alerts = [phone, failures];
