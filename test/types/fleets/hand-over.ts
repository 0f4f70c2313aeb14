// A Pulumi program that makes a cluster, gives Flux its keys and its first sync, and leaves the rest to Git. What comes from
// Pulumi's packages is declared here, so that only the types are tried.
import {
  type Cluster,
  cluster,
  configMap,
  fluxInstance,
  gitRepository,
  group,
  type Input,
  kustomization,
  namespace,
  secret,
} from "sluice";
import type { Output } from "../cases/output.ts";

declare class Config {
  requireSecret(key: string): Output<string>;
}
declare class DeployKey {
  constructor(name: string, args: { readonly repository: Input<string> });
  readonly repositoryUrl: Output<string>;
  readonly privateKey: Output<string>;
}
declare class ManagedCluster {
  constructor(name: string, args: { readonly region: string; readonly nodes: number });
  readonly name: Output<string>;
  readonly network: Output<{ readonly id: string; readonly cidr: string }>;
  readonly endpoint: Output<string>;
}
declare function deploy(cluster: Cluster, options: { readonly provider: { readonly endpoint: Output<string> } }): void;

const config = new Config();
const eks = new ManagedCluster("production", { region: "eu-central-1", nodes: 3 });
const deployKey = new DeployKey("fleet", { repository: "fleet" });

const home = namespace("flux-system");

const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
  cluster: { type: "aws", size: "medium", multitenant: true },
});

const gitKey = secret("fleet-key", {
  stringData: { identity: deployKey.privateKey, known_hosts: config.requireSecret("knownHosts") },
});
const ageKey = secret("sops-age", { stringData: { "age.agekey": config.requireSecret("ageKey") } });

// What only Pulumi knows reaches the manifests in Git as variables.
const facts = configMap("cluster-facts", {
  data: { CLUSTER: eks.name, VPC_ID: eks.network.id, VPC_CIDR: eks.network.apply((network) => network.cidr) },
});

const source = gitRepository("fleet", {
  url: deployKey.repositoryUrl,
  ref: { branch: "main" },
  interval: "1m",
  secretRef: gitKey,
});

const sync = kustomization("fleet", {
  sourceRef: source,
  path: "./clusters/production",
  interval: "10m",
  prune: true,
  decryption: { provider: "sops", secretRef: ageKey },
  postBuild: { substitute: { REGION: "eu-central-1" }, substituteFrom: [facts] },
});

export const production: Cluster = cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [
    home,
    flux,
    group({ labels: { "acme.example/made-by": "pulumi" } }, [gitKey, ageKey, facts, source, sync]),
  ],
});

deploy(production, { provider: { endpoint: eks.endpoint } });
