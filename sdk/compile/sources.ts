import { BOOTSTRAP_SOURCE } from "../model/bootstrap.ts";
import type { Cluster } from "../model/cluster.ts";
import { folderPath } from "../model/folder-path.ts";
import { formatIdentity, identityKey, type ResourceId } from "../model/identity.ts";
import { isResource } from "../model/resource.ts";
import type { ReferenceFacts } from "../model/schema.ts";
import { specField } from "./body.ts";
import type { Deployment } from "./deployments.ts";
import { firstValue, type Instance } from "./instance.ts";
import { inFolder, relativePath } from "./paths.ts";
import { readReference, type SlotSchema } from "./references.ts";
import { place, type Reporter } from "./reporter.ts";
import type { Resolver } from "./resolver.ts";
import type { Scoped } from "./scope.ts";

const ANY_SOURCE: ReferenceFacts = { kinds: "any", edge: "mention" };
const SOURCE_SLOT: SlotSchema = {
  type: "object",
  properties: { kind: { type: "string" }, name: { type: "string" }, namespace: { type: "string" } },
  reference: ANY_SOURCE,
};

/** Which sources deliver this repository, and the folders that their artifacts start at. */
export class Sources {
  /** Roots by source; `undefined` when every source's artifact starts at the repository's root. */
  readonly #roots: ReadonlyMap<string, string>;

  constructor(cluster: Cluster, scoped: Scoped, resolver: Resolver, reporter: Reporter) {
    const declared = cluster.sources;
    this.#roots = declared
      ? new Map(declared.map(({ source, root }) => [sourceKey(source, scoped, resolver), folderPath(root ?? "")]))
      : theOneSource(cluster, scoped, resolver, reporter);
  }

  /** Whether one source delivers this repository, and so every directory. */
  get isOne(): boolean {
    return this.#roots.size === 1;
  }

  /** The folder that a source's artifact starts at; `undefined` for a source that does not deliver this repository. */
  rootOf(source: ResourceId | undefined): string | undefined {
    return source && this.#roots.get(identityKey(source));
  }

  /** The same; where no source is known to deliver it, the one that bootstrap makes does: it delivers the cluster's path. */
  likelyRootOf(source: ResourceId): string | undefined {
    const isBootstraps = this.#roots.size === 0 && identityKey(source) === identityKey(BOOTSTRAP_SOURCE);
    return this.rootOf(source) ?? (isBootstraps ? "" : undefined);
  }

  /** The `path` to write for a directory, from the root of the artifact. Reports one that the source does not deliver. */
  pathOf(directoryPath: string, by: Instance, resolver: Resolver, reporter: Reporter): string {
    const source = sourceOf(by, resolver);
    const root = this.rootOf(source);
    if (root !== undefined && inFolder(directoryPath, root)) return `./${relativePath(directoryPath, root)}`;
    if (source) {
      const name = formatIdentity(source);
      const directory = JSON.stringify(directoryPath);
      reporter.report("directory/other-source", {
        message:
          root === undefined
            ? `${formatIdentity(by.id)} reads directory ${directory} from ${name}, which does not deliver this repository`
            : `${formatIdentity(by.id)} reads directory ${directory} from ${name}, which delivers only ${JSON.stringify(root)}`,
        hint:
          root === undefined
            ? "read it from a source that does, or name this one in the cluster's sources: [{ source, root }]"
            : `move the directory into ${JSON.stringify(root)}, or correct the root in the cluster's sources: [{ source, root }]`,
        resource: firstValue(by),
        id: by.id,
      });
    }
    return `./${directoryPath}`;
  }
}

/** The source that an object which applies folders reads; `undefined` when it is not known. */
export function sourceOf(by: Instance, resolver: Resolver): ResourceId | undefined {
  const resource = firstValue(by);
  const applier = by.values[0]?.node.definition?.applier;
  const reference = applier && readReference(specField(resource, applier.source), SOURCE_SLOT);
  return reference && resolver.resolve(reference, by).id;
}

function sourceKey(source: object, scoped: Scoped, resolver: Resolver): string {
  const reference = readReference(source, SOURCE_SLOT);
  // A source is looked up as an object at the root would refer to it.
  const from: Instance = {
    id: { group: "", kind: "", name: "" },
    key: "",
    server: "",
    values: [],
    deployments: scoped.deployments.slice(0, 1),
    listed: true,
  };
  const id = reference && resolver.resolve(reference, from).id;
  return id ? identityKey(id) : isResource(source) ? source.metadata.name : "";
}

function theOneSource(
  cluster: Cluster,
  scoped: Scoped,
  resolver: Resolver,
  reporter: Reporter,
): ReadonlyMap<string, string> {
  const users = new Map<string, { readonly id: ResourceId; readonly deployment: Deployment }>();
  for (const deployment of scoped.deployments) {
    const by =
      deployment.by && scoped.instancesOf(deployment.by.node, "").find(({ id }) => sameId(id, deployment.by?.id));
    const id = by && sourceOf(by, resolver);
    if (id) users.set(identityKey(id), { id, deployment });
  }
  if (users.size > 1) {
    const names = [...users.values()].map(({ id }) => formatIdentity(id)).sort();
    reporter.report("directory/which-source", {
      message: `cluster ${JSON.stringify(cluster.name)} has directories under ${users.size} sources: ${names.join(", ")}`,
      hint: 'say which deliver this repository, and where each artifact starts: sources: [{ source, root: "apps" }, …]',
      at: cluster,
      related: [...users.values()].flatMap(({ id, deployment }) =>
        deployment.by
          ? [place(`${formatIdentity(deployment.by.id)} reads ${formatIdentity(id)}`, deployment.by.node.resource)]
          : [],
      ),
    });
  }
  return new Map([...users.keys()].map((key) => [key, ""]));
}

function sameId(left: ResourceId, right: ResourceId | undefined): boolean {
  return right !== undefined && identityKey(left) === identityKey(right);
}
