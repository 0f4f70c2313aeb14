import { type Cluster, cluster, type Resources } from "../../../sdk/index.ts";
import { type DeployOptions, deploy } from "../../../sdk/pulumi/index.ts";

/** A cluster of these resources. */
export function production(resources: Resources): Cluster {
  return cluster("production", { path: "clusters/production", flux: "2.9", resources });
}

/** Deploys these resources as a cluster, outside of any repository, and says nothing of what the provider may do to Secrets. */
export function deployThese(resources: Resources, options: DeployOptions = {}): void {
  deploy(production(resources), {
    repository: "/nowhere",
    silence: ["pulumi/secret-replaced", "directory/stale"],
    ...options,
  });
}

/** The codes of the errors that end a program. */
export function codesOf(program: () => unknown): readonly string[] {
  try {
    program();
  } catch (error) {
    if (error instanceof Error && "diagnostics" in error && Array.isArray(error.diagnostics)) {
      return error.diagnostics.map(({ code }: { readonly code: string }) => code);
    }
    throw error;
  }
  return [];
}
