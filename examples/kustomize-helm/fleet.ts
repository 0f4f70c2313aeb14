import { cluster, external, fleet } from "sluice";
import { apps } from "./apps.ts";
import { artifacts } from "./artifacts.ts";
import { type Environment, production, staging } from "./environments.ts";
import { infrastructure } from "./infrastructure.ts";

function clusterFor(env: Environment) {
  const { infraControllers, infraConfigs } = infrastructure(env);
  return cluster(env.name, {
    path: `clusters/${env.name}`,
    flux: "2.9",
    // Each artifact starts at a folder of the repository, and paths are relative to it.
    sources: [
      { source: external("ExternalArtifact", "infrastructure"), root: "infrastructure" },
      { source: external("ExternalArtifact", "apps"), root: "apps" },
    ],
    resources: [artifacts(env), infraControllers, infraConfigs, apps(env, infraConfigs)],
  });
}

export default fleet(clusterFor(staging), clusterFor(production));
