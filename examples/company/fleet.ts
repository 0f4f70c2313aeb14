import { cluster, directory, fleet, fluxSystem, override } from "sluice";
import { kustomization } from "./defaults.ts";
import { installation } from "./installation.ts";
import { baselines } from "./management.ts";
import { platform } from "./platform.ts";
import { type Site, sites } from "./sites.ts";
import { teams } from "./teams.ts";
import { tenant } from "./tenant.ts";

function siteCluster(site: Site) {
  const { shared, ingress, edge } = platform(site);
  const tenants = kustomization("tenants", {
    dependsOn: [edge],
    sourceRef: fluxSystem,
    path: directory(
      `tenants/${site.name}`,
      teams.map((team) => tenant(team, site)),
    ),
  });

  const flux = site.environment === "production" ? "2.8" : "2.9";
  const path = `clusters/${site.name}`;

  return cluster(site.name, {
    path,
    flux,
    resources: [installation(path, flux), shared, edge, tenants],
    // The American provider's load balancer keeps the client's address only when it is asked to.
    overrides:
      site.region === "us"
        ? [override(ingress, { spec: { values: { controller: { service: { externalTrafficPolicy: "Local" } } } } })]
        : [],
  });
}

export default fleet(
  sites.map(siteCluster),
  cluster("management", {
    path: "clusters/management",
    flux: "2.9",
    resources: [installation("clusters/management", "2.9"), baselines],
  }),
);
