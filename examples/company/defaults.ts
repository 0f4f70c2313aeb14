import { withDefaults } from "sluice";

export const { gitRepository, helmRelease, helmRepository, kustomization } = withDefaults({
  interval: "10m",
  prune: true,
});
