import { alert, external, provider } from "sluice";
import { houseNamespace } from "./house.ts";
import { mediaNamespace } from "./media.ts";
import { toolsNamespace } from "./tools.ts";

const phone = provider("phone", { type: "discord", secretRef: external("Secret", "discord-webhook") });

/** Everything that goes wrong, and nothing else. */
const failures = alert("failures", {
  providerRef: phone,
  eventSeverity: "error",
  eventSources: [
    { kind: "Kustomization", name: "*" },
    ...[houseNamespace, mediaNamespace, toolsNamespace].map((namespace) => ({
      kind: "HelmRelease",
      name: "*",
      namespace,
    })),
  ],
});

export const alerts = [phone, failures];
