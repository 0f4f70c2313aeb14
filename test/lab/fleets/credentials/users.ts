import { alert, configMap, helmRelease, kustomization, provider, receiver, substitution } from "sluice";
import * as secrets from "./secrets.ts";
import { settings } from "./settings.ts";
import * as sources from "./sources.ts";

const interval = "10m";
const retryInterval = "2s";

/** A release of the same chart from each place, with the same values from a Secret. */
function release(name: string, sourceRef: typeof sources.charts) {
  const chart = { spec: { chart: "demo", version: "1.x", interval, sourceRef } };
  return helmRelease(name, { chart, interval, valuesFrom: [secrets.values] });
}

export const releases = [
  release("from-repository", sources.charts),
  release("from-registry", sources.chartsInRegistry),
];

/** Applies to this very cluster, as if it were another. */
export const elsewhere = kustomization("elsewhere", {
  sourceRef: sources.overHttps,
  path: "./",
  targetNamespace: settings.namespace,
  interval,
  retryInterval,
  prune: true,
  kubeConfig: { secretRef: secrets.kubeConfig },
  postBuild: { substituteFrom: [secrets.variables] },
});

const alerts = provider("alerts", { type: "generic", secretRef: secrets.receiverOfAlerts });
export const said = alert("alerts", {
  providerRef: alerts,
  eventSeverity: "info",
  eventSources: [{ kind: "Kustomization", name: "elsewhere" }],
});

export const hook = receiver("hook", { type: "generic-hmac", secretRef: secrets.hook, resources: [sources.overSsh] });

export const city = configMap("city", { data: { city: substitution("CITY") } });
