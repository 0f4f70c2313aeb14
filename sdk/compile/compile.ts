import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Fleet } from "../model/fleet.ts";
import { identityKey } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { ReadSecret } from "../model/secret-value.ts";
import type { CallSite } from "../model/source-location.ts";
import { checkAppliers } from "./check-appliers.ts";
import { checkEncryptedFile } from "./check-encrypted-files.ts";
import { checkBeside } from "./check-exposed/check-beside.ts";
import { checkExposed } from "./check-exposed/check-exposed.ts";
import { checkFoldersOnce } from "./check-folders-once.ts";
import { checkGroupNamespaces, checkNamespaces } from "./check-namespaces.ts";
import { checkObjects } from "./check-objects.ts";
import { checkPaths } from "./check-paths.ts";
import type { CheckOptions } from "./check-schema/check-options.ts";
import { checkSealing } from "./check-sealing.ts";
import { checkMissingSecrets, checkSecretUse, type NamedSecret } from "./check-secret-use/check-secret-use.ts";
import { checkSecrets } from "./check-secrets.ts";
import { type CollectedCluster, type CollectedFleet, collectFleet } from "./collect-fleet.ts";
import type { CompiledCluster, CompiledFleet, CompiledResource, LinkedObjects, Manifest } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import { checkDisk } from "./disk-rules.ts";
import { existingObjects } from "./existing-objects.ts";
import { checkClusters, checkDirectories } from "./fleet-rules.ts";
import { foreignAppliers, ownAppliers } from "./folder-appliers.ts";
import type { Instance } from "./instance.ts";
import { KustomizationFiles } from "./kustomization-files.ts";
import { type ClusterLayout, layOut } from "./layout.ts";
import { link, type Ordering } from "./link.ts";
import { checkCycles } from "./order.ts";
import { checkOwnKinds } from "./own-kinds.ts";
import { Reporter } from "./reporter.ts";
import { Resolver } from "./resolver.ts";
import { decryptsRoot } from "./root-decryption.ts";
import { scope } from "./scope.ts";
import { SecretFindings } from "./secret-findings.ts";
import { secretSites } from "./secret-sites.ts";
import { mergeFiles } from "./shared-directories.ts";
import { Sources } from "./sources.ts";
import type { View } from "./view.ts";
import { withoutRepeats } from "./without-repeats.ts";

/** How a fleet is compiled. */
export interface CompileOptions extends Pick<CheckOptions, "evaluate" | "patterns" | "readYaml"> {
  readonly kinds: KindTable;
  /** Reads secrets that are outside the program. Without it, what is asked of their values is left out. */
  readonly readSecret?: ReadSecret | undefined;
  /** Who applies the clusters' roots: Flux, from Git, or Pulumi, through the API. Default: `git`. */
  readonly roots?: "git" | "api" | undefined;
  /** Whether the objects of a directory are applied through the API too, in the place of what would apply the directory. Default: none. */
  readonly isDirect?: ((directory: string) => boolean) | undefined;
  /** What can be encrypted, for who writes no files and has no view. */
  readonly sealing?: View["sealing"];
  /** Names of the clusters to compile. Default: all. */
  readonly clusters?: readonly string[] | undefined;
  /** What `collectFleet` gave, where it was asked for before. */
  readonly collected?: CollectedFleet | undefined;
}

/**
 * Compiles a fleet: links it, checks it and says which files it is. Pure and synchronous; without a view, the rules about the
 * disk are skipped.
 */
export function compileFleet(fleet: Fleet, options: CompileOptions, view?: View): CompiledFleet {
  const fleetReporter = new Reporter();
  checkClusters(fleet, fleetReporter);
  const isWanted = (name: string): boolean => options.clusters?.includes(name) ?? true;
  const { clusters: collected, kinds } = options.collected ?? collectFleet(fleet, options.kinds);
  checkOwnKinds(collected, kinds, fleetReporter);
  const written: Written = {
    clusters: fleet.clusters.map(({ path }) => path),
    directories: [...new Set(collected.flatMap((found) => [...found.collected.directories.keys()]))],
  };
  const all = collected.map((found) => compileCluster(found, { ...options, kinds }, view, written));
  const compiled = all.filter(({ layout }) => isWanted(layout.cluster.name));
  const layouts = compiled.map(({ layout }) => layout);
  checkDirectories(fleet, layouts, view, fleetReporter);
  // A cluster that is not built now writes the directories that it shares with one that is, so they are compared.
  const comparable = all.filter((result) => compiled.includes(result) || !hasErrors(result.reporter.diagnostics));
  const files = mergeFiles(
    comparable.map(({ layout }) => layout),
    isWanted,
    fleetReporter,
  );
  const allFolders = all.flatMap(({ layout }) => layout.folders.map(({ path }) => path));
  const isRootWritten = options.roots !== "api";
  for (const { layout, reporter } of compiled) {
    if (view) checkDisk(isRootWritten ? layout : withoutRoot(layout), allFolders, view, kinds, reporter);
  }
  const diagnostics = [fleetReporter, ...compiled.map(({ reporter }) => reporter)].flatMap(
    (reporter) => reporter.diagnostics,
  );
  const secrets = new Set(all.flatMap(({ secretSites }) => [...secretSites]));
  return {
    diagnostics: withoutRepeats(diagnostics).map((found) =>
      found.site && secrets.has(found.site) ? { ...found, isConfidential: true } : found,
    ),
    files: hasErrors(diagnostics) ? [] : files,
    clusters: compiled.map(compiledCluster),
    isPartlyChecked: compiled.some((result) => result.isPartlyChecked),
    secretSites: secrets,
  };
}

/** The folders that files are written to when somebody else applies the root. */
function withoutRoot({ cluster, folders }: ClusterLayout): ClusterLayout {
  return { cluster, folders: folders.filter(({ options }) => options !== undefined) };
}

interface ClusterResult {
  readonly isPartlyChecked: boolean;
  readonly layout: ClusterLayout;
  readonly needs: CompiledCluster["needs"];
  readonly waits: CompiledCluster["waits"];
  readonly linked: LinkedObjects;
  readonly reporter: Reporter;
  readonly secretSites: ReadonlySet<CallSite>;
}

/** The folders that the clusters of a fleet write. */
interface Written {
  readonly clusters: readonly string[];
  readonly directories: readonly string[];
}

/** The stages behind the first, in order. */
function compileCluster(
  { cluster, collected, diagnostics }: CollectedCluster,
  { kinds, roots = "git", isDirect, sealing, patterns, evaluate, readYaml, readSecret }: CompileOptions,
  view: View | undefined,
  written: Written,
): ClusterResult {
  const reporter = new Reporter(cluster.name, diagnostics);
  const isInGit = ({ by, container }: Deployment): boolean => {
    if (by === undefined) return roots === "git";
    return container.path === undefined || isDirect?.(container.path) !== true;
  };

  const scoped = scope(collected, reporter);

  const existing = existingObjects(cluster, scoped.deployments, view, kinds);
  const resolver = new Resolver(collected, scoped, kinds, new Set(existing.map(identityKey)));
  const sources = new Sources(cluster, scoped, resolver, reporter);
  const needs = roots === "api" ? new Map<Instance, Set<Instance>>() : undefined;
  const secrets: NamedSecret[] = [];
  const context = { flux: cluster.flux, kinds, resolver, sources, reporter, isInGit, needs, secrets };
  const orderings: Ordering[] = [];
  const linked = new Map<Instance, CompiledResource>();
  for (const instance of scoped.instances) linked.set(instance, link(instance, context, orderings));

  checkAppliers(scoped, resolver, reporter);
  const own = ownAppliers(scoped, sources, resolver);
  if (view) checkPaths(own, sources, [...written.clusters, ...written.directories], view, reporter);
  const isRootInGit = roots === "git";
  checkFoldersOnce(own, view && isRootInGit ? foreignAppliers(cluster, view, kinds, sources) : [], {
    cluster,
    scoped,
    sources,
    isRootInGit,
    directories: written.directories,
    kustomizations: view && new KustomizationFiles(view),
    reporter,
  });
  const existingNamespaces = existing.filter(({ group, kind }) => kinds.find(group, kind)?.createsNamespace);
  checkNamespaces(scoped, kinds, new Set(existingNamespaces.map(({ name }) => name)), reporter);
  checkGroupNamespaces(scoped, reporter);
  const isRootDecrypted = decryptsRoot(cluster, scoped, view, kinds);
  for (const [instance, compiled] of linked) {
    if (view) checkEncryptedFile(compiled, instance, view, isRootDecrypted, reporter);
  }
  checkCycles(orderings, reporter);
  const findings = new SecretFindings(reporter);
  checkSecrets(linked, { readSecret, readYaml }, findings);
  const { flux } = cluster;
  checkSecretUse(secrets, { view, readSecret, readYaml, flux, kinds, linked, findings, reporter });
  for (const [instance, compiled] of linked) checkMissingSecrets(instance, compiled, { flux, kinds, reporter });
  const isPartlyChecked = checkObjects(linked, { flux: cluster.flux, patterns, evaluate, readYaml }, reporter);

  checkExposed(linked.values(), reporter);

  const layout = layOut(cluster, scoped, linked, isInGit, reporter);
  checkBeside(layout, reporter);
  const deploymentsOf = (manifest: Manifest): readonly Deployment[] =>
    [...linked].find(([, compiled]) => compiled.manifest === manifest)?.[0].deployments.filter(isInGit) ?? [];
  checkSealing(layout, view?.sealing ?? sealing, deploymentsOf, isRootDecrypted, reporter);

  return {
    isPartlyChecked,
    layout,
    needs: needs && keysOf(needs),
    waits: roots === "api" ? keysOf(byInstance(orderings)) : undefined,
    linked: { objects: linked, kinds, rootOf: (source) => sources.likelyRootOf(source) },
    reporter,
    secretSites: secretSites(scoped.instances, cluster.overrides ?? [], kinds),
  };
}

function compiledCluster({ layout: { cluster, folders }, needs, waits, linked }: ClusterResult): CompiledCluster {
  const resources = folders.flatMap((folder) => folder.resources);
  return { name: cluster.name, path: cluster.path, resources, needs, waits, linked };
}

function byInstance(orderings: readonly Ordering[]): ReadonlyMap<Instance, ReadonlySet<Instance>> {
  const found = new Map<Instance, Set<Instance>>();
  for (const { from, to } of orderings) {
    const known = found.get(from);
    if (known) known.add(to);
    else found.set(from, new Set([to]));
  }
  return found;
}

/** The edges between objects of the cluster's own API server. An object on another has a key of its own there. */
function keysOf(edges: ReadonlyMap<Instance, ReadonlySet<Instance>>): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const [{ server, key }, others] of edges) {
    if (server === "")
      keys.set(
        key,
        [...others].filter((other) => other.server === "").map((other) => other.key),
      );
  }
  return keys;
}
