import { external, group, namespace, type Resources, resource, serviceAccount } from "sluice";
import { gitRepository, kustomization } from "./defaults.ts";
import type { Site } from "./sites.ts";

export interface Team {
  readonly name: string;
  /** Where its manifests are. */
  readonly repository: string;
}

/**
 * A namespace that a team fills from its own repository. Flux acts there as an account that may do everything in the
 * namespace and nothing outside it, and the network lets nobody else in.
 */
export function tenant(team: Team, site: Site): Resources {
  const home = namespace(team.name);
  const account = serviceAccount("flux");

  const mayEditHome = resource({
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: "flux" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "admin" },
    subjects: [{ kind: "ServiceAccount", name: account, namespace: home }],
  });

  const onlyNeighbours = resource({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "only-neighbours" },
    spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{ from: [{ podSelector: {} }] }] },
  });

  const repository = gitRepository(team.name, {
    url: team.repository,
    ref: { branch: site.environment === "production" ? "release" : "main" },
    secretRef: external("Secret", "git-credentials"),
  });

  const sync = kustomization(team.name, {
    sourceRef: repository,
    path: `./deploy/${site.environment}`,
    serviceAccountName: account,
    targetNamespace: home,
  });

  return group({ namespace: home, labels: { "acme.example/team": team.name } }, [
    home,
    account,
    mayEditHome,
    onlyNeighbours,
    repository,
    sync,
  ]);
}
