import { existsSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type ExistingCluster, existingClusters } from "./existing-clusters.ts";
import { type ExistingPackage, existingPackage } from "./packages.ts";
import { findRepository, type Repository } from "./repository.ts";

/** What there is already, so that nobody has to be asked. */
export interface Surroundings {
  /** Where the program belongs. */
  readonly folder: string;
  /** Where the paths of clusters start, and CI: the work tree. Outside of Git it is the folder, which gets a package.json. */
  readonly root: string;
  /** The folder from the root, with `/`. */
  readonly path: string;
  readonly repository: Repository | undefined;
  readonly clusters: readonly ExistingCluster[];
  readonly package: ExistingPackage;
  readonly ci: "github" | "gitlab";
}

/** Looks around in a folder. It exists. */
export function lookAround(folder: string): Surroundings {
  const repository = findRepository(folder);
  const here = realpathSync(folder);
  const root = repository === undefined ? here : realpathSync(repository.root);
  const isGitLab =
    existsSync(join(root, ".gitlab-ci.yml")) ||
    (repository?.url?.includes("gitlab") === true && !existsSync(join(root, ".github")));
  return {
    folder: here,
    root,
    path: relative(root, here).split(sep).join("/"),
    repository,
    clusters: existingClusters(root),
    package: existingPackage(here, root),
    ci: isGitLab ? "gitlab" : "github",
  };
}
