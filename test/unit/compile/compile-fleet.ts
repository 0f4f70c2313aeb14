import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { readYamlOnDemand } from "../../../sdk/cli/program/yaml-on-demand.ts";
import { type CompileOptions, compileFleet } from "../../../sdk/compile/compile.ts";
import type { CompiledFile, CompiledFleet, Manifest } from "../../../sdk/compile/compiled.ts";
import type { View } from "../../../sdk/compile/view.ts";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";
import { type Cluster, type ClusterOptions, cluster } from "../../../sdk/model/cluster.ts";
import { type Fleet, fleet } from "../../../sdk/model/fleet.ts";
import type { Resources } from "../../../sdk/model/group.ts";
import { formatIdentity } from "../../../sdk/model/identity.ts";

/** What came out of a compilation, as tests compare it. */
export interface Outcome {
  readonly compiled: CompiledFleet;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  /** What each file holds: the identities of its objects, or the names that a kustomization.yaml lists. Empty with errors. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** The identities of all objects, those of every cluster in the fleet's order; there with errors too. */
  readonly identities: readonly string[];
  /** The manifest of the only object of an identity: `Kustomization flux-system/apps`. */
  manifest(identity: string): Manifest;
}

type Settings = Omit<CompileOptions, "kinds">;

/** Compiles clusters, a fleet or one cluster's resources with the kinds that Sluice ships. */
export function compile(given: Fleet | Cluster | readonly Cluster[], settings: Settings = {}, view?: View): Outcome {
  const whole = "clusters" in given ? given : fleet(given);
  const compiled = compileFleet(whole, { readYaml: readYamlOnDemand, ...settings, kinds: knownKinds() }, view);
  const objects = compiled.clusters.flatMap(({ resources }) => resources);
  return {
    compiled,
    diagnostics: compiled.diagnostics,
    codes: compiled.diagnostics.map(({ code }) => code),
    messages: compiled.diagnostics.map(({ message }) => message),
    files: Object.fromEntries(compiled.files.map((file) => [file.path, contentOf(file)])),
    identities: objects.map(({ id }) => formatIdentity(id)),
    manifest(identity) {
      const found = objects.filter(({ id }) => formatIdentity(id) === identity);
      const [only] = found;
      if (!only || found.length > 1) throw new Error(`${found.length} objects are ${identity}`);
      return only.manifest;
    },
  };
}

/** Compiles what one cluster, `clusters/test` on Flux 2.9, lists. */
export function compileResources(
  resources: Resources,
  options: Partial<Omit<ClusterOptions, "resources">> = {},
  view?: View,
): Outcome {
  return compile(cluster("test", { path: "clusters/test", flux: "2.9", resources, ...options }), {}, view);
}

function contentOf(file: CompiledFile): readonly string[] {
  switch (file.type) {
    case "kustomization":
      return file.resources;
    case "encrypted":
      return [`${formatIdentity(file.resource.id)} from ${file.from}`];
    case "sealed":
      return [`${formatIdentity(file.resource.id)}, encrypted`];
    case "resources":
      return file.resources.map(({ id }) => formatIdentity(id));
  }
}

/** The only diagnostic of an outcome. Fails with all of them when there is none or more than one. */
export function mistakeIn({ diagnostics }: Outcome): Diagnostic {
  const [only] = diagnostics;
  if (only && diagnostics.length === 1) return only;
  throw new Error(`${diagnostics.length} diagnostics:\n${diagnostics.map(({ message }) => message).join("\n")}`);
}
