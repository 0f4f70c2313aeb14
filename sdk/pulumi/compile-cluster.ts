import { knownKinds } from "../authoring/known-kinds.ts";
import { compileFleet } from "../compile/compile.ts";
import type { CompiledCluster, CompiledFleet } from "../compile/compiled.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { Cluster } from "../model/cluster.ts";
import { fleet } from "../model/fleet.ts";
import { readSecret } from "./read-secret.ts";

/** A cluster that is compiled for the API, and what was found in it. */
export interface CompiledForApi extends Pick<CompiledFleet, "diagnostics" | "secretSites" | "files"> {
  readonly cluster: CompiledCluster;
}

/**
 * Compiles a cluster whose root Pulumi applies.
 *
 * @param isDirect Says of a directory whether Pulumi applies its objects too.
 */
export function compileCluster(cluster: Cluster, isDirect: (directory: string) => boolean): CompiledForApi {
  const { diagnostics, secretSites, files, clusters } = compileFleet(fleet(cluster), {
    kinds: knownKinds(),
    roots: "api",
    readSecret,
    isDirect,
    // `sluice build --directories` encrypts what stands in directories, and says where it cannot.
    sealing: () => ({ type: "sealed", config: "" }),
  });
  const [compiled] = clusters;
  if (!compiled) throw new InternalError("a fleet of one cluster came to none");
  return { diagnostics, secretSites, files, cluster: compiled };
}
