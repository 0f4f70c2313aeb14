import { parseAllDocuments } from "yaml";
import type { KubeObject } from "../cluster/objects.ts";

/** The folder of a cluster in every program below `test/lab/fleets`. */
const CLUSTER = "clusters/lab";

/** What `flux bootstrap` leaves in a repository, in a namespace of the test's own: a source and the sync of the cluster's root. */
export interface Bootstrap {
  readonly files: Readonly<Record<string, string>>;
  /** What it applies itself, once. Then the sync applies itself. */
  readonly objects: readonly KubeObject[];
}

/** Bootstraps a namespace from a repository. */
export function bootstrap(namespace: string, url: string): Bootstrap {
  const sync = `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: ${namespace}
spec:
  interval: 1h
  ref:
    branch: main
  url: ${url}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: flux-system
  namespace: ${namespace}
spec:
  interval: 1h
  retryInterval: 5s
  path: ./${CLUSTER}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
`;
  // The controllers run outside of the cluster: something else stands for them.
  const components = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: some-controller
  namespace: ${namespace}
`;
  const list = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - gotk-components.yaml
  - gotk-sync.yaml
`;
  const file = (name: string): string => `${CLUSTER}/flux-system/${name}`;
  return {
    files: {
      [file("gotk-components.yaml")]: components,
      [file("gotk-sync.yaml")]: sync,
      [file("kustomization.yaml")]: list,
    },
    objects: parseAllDocuments(sync).map((document) => document.toJS()),
  };
}
