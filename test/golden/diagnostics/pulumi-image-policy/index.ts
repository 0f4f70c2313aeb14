import { cluster, configMap, fromPolicy, imagePolicy, imageRepository } from "sluice";
import { deploy } from "sluice/pulumi";

const policy = imagePolicy("app", {
  imageRepositoryRef: imageRepository("app", { image: "ghcr.io/acme/app", interval: "5m" }),
  policy: { semver: { range: "1.x" } },
});

const settings = configMap(
  "settings",
  { data: { image: fromPolicy(policy, "ghcr.io/acme/app:1.0.0") } },
  { namespace: "flux-system" },
);

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [policy, settings] }));
