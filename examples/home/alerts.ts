import { alert, fromEnv, provider, providerSecret } from "sluice";
import { houseNamespace } from "./house.ts";
import { mediaNamespace } from "./media.ts";
import { toolsNamespace } from "./tools.ts";

/** Who knows the address can write to the phone: it is encrypted before it is written. */
const webhook = providerSecret("discord-webhook", "discord", { address: fromEnv("DISCORD_WEBHOOK") });

const phone = provider("phone", { type: "discord", secretRef: webhook });

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
