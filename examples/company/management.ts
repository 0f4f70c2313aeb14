import { directory, external, fluxSystem, namespace, resource } from "sluice";
import { kustomization } from "./defaults.ts";
import { sites } from "./sites.ts";

/** What the management cluster keeps on every site, also when the site's own Flux is down. */
const baseline = directory("baseline", [
  namespace("observability"),
  resource({
    apiVersion: "scheduling.k8s.io/v1",
    kind: "PriorityClass",
    metadata: { name: "platform-critical" },
    value: 1000000,
    description: "For what every tenant depends on.",
  }),
  resource({
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: "on-call" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "acme:on-call" }],
  }),
]);

/** One Kustomization a site: the same folder, applied through the site's own kubeconfig. */
export const baselines = sites.map((site) =>
  kustomization(`baseline-${site.name}`, {
    sourceRef: fluxSystem,
    path: baseline,
    kubeConfig: { secretRef: external("Secret", `${site.name}-kubeconfig`) },
    timeout: "2m",
  }),
);
