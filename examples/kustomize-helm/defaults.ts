import { withDefaults } from "sluice";

const retry = { strategy: { name: "RetryOnFailure" } } as const;

/** How often clusters compare themselves with the repository. */
export const { kustomization } = withDefaults({ interval: "1h", retryInterval: "2m", timeout: "5m", prune: true });

/** How releases and their charts are kept current. */
export const { helmRelease } = withDefaults({ interval: "12h", install: retry, upgrade: retry });
export const { ociRepository } = withDefaults({
  interval: "24h",
  layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
});
