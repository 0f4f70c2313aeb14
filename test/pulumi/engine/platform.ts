import {
  type Cluster,
  cluster,
  gitRepository,
  group,
  kustomization,
  namespace,
  type Resources,
  type SecretInput,
  secret,
} from "sluice";
import type { ObjectKey } from "../../lab/cluster/objects.ts";

/** What a test changes between two runs. */
export interface Settings {
  readonly space: string;
  readonly url: string;
  readonly password: SecretInput;
  readonly interval?: string;
  readonly cluster?: string;
  /** What stands beside the rest. */
  readonly more?: Resources;
}

/** A namespace, the credentials of a repository, the repository and a sync of it, in this order. */
export function platform({ space, url, password, interval = "1m", more, ...settings }: Settings): Cluster {
  const credentials = secret("git", { stringData: { username: "git", password } });
  const repository = gitRepository(
    "app",
    { url, interval, ref: { branch: "main" }, secretRef: credentials },
    // The usual ten minutes are long for a test that has it fail.
    { annotations: { "pulumi.com/timeoutSeconds": "5" } },
  );
  const sync = kustomization("app", { sourceRef: repository, path: "./empty", interval: "10m", prune: true });
  return cluster(settings.cluster ?? "test", {
    path: "clusters/test",
    flux: "2.9",
    resources: [namespace(space), group({ namespace: space }, [credentials, repository, sync, more])],
  });
}

/** How often the engine is asked to make something of {@link platform}. */
export const OBJECTS = 4;

/** The keys of what {@link platform} makes. */
export function keysIn(space: string) {
  const key = (apiVersion: string, kind: string, name: string): ObjectKey => ({
    apiVersion,
    kind,
    name,
    namespace: space,
  });
  return {
    home: { apiVersion: "v1", kind: "Namespace", name: space } satisfies ObjectKey,
    credentials: key("v1", "Secret", "git"),
    repository: key("source.toolkit.fluxcd.io/v1", "GitRepository", "app"),
    sync: key("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "app"),
  };
}
