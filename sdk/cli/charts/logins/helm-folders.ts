import { join } from "node:path";
import type { Environment } from "../../secrets/read-secret.ts";
import { homeFolder } from "../../secrets/user-folders.ts";

/** The file in which Helm keeps its repositories, with their logins. */
export function repositoriesFile(environment: Environment, platform?: NodeJS.Platform): string | undefined {
  return environment["HELM_REPOSITORY_CONFIG"] || inside(configFolder(environment, platform), "repositories.yaml");
}

/** The file in which Helm keeps logins of registries. */
export function registryFile(environment: Environment, platform?: NodeJS.Platform): string | undefined {
  return environment["HELM_REGISTRY_CONFIG"] || inside(configFolder(environment, platform), "registry", "config.json");
}

/** The file in which Docker keeps logins. */
export function dockerFile(environment: Environment): string | undefined {
  const folder = environment["DOCKER_CONFIG"];
  return folder ? join(folder, "config.json") : inside(homeFolder(environment), ".docker", "config.json");
}

function configFolder(environment: Environment, platform: NodeJS.Platform = process.platform): string | undefined {
  const own = environment["HELM_CONFIG_HOME"];
  if (own) return own;
  const general = environment["XDG_CONFIG_HOME"];
  if (general) return join(general, "helm");
  if (platform === "win32") return inside(environment["APPDATA"], "helm");
  const home = homeFolder(environment);
  return platform === "darwin" ? inside(home, "Library", "Preferences", "helm") : inside(home, ".config", "helm");
}

function inside(folder: string | undefined, ...names: readonly string[]): string | undefined {
  return folder ? join(folder, ...names) : undefined;
}
