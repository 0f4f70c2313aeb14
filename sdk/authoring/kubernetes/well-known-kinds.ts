import type { KindDefinition } from "../../model/kind-definition.ts";

type Facts = Pick<KindDefinition, "guarded" | "opaqueContent" | "createsNamespace" | "defaultNamespace" | "syncsRoot">;

function kinds(
  apiVersion: string,
  scope: KindDefinition["scope"],
  names: string,
  facts: Facts = {},
): readonly KindDefinition[] {
  const slash = apiVersion.indexOf("/");
  const group = slash < 0 ? "" : apiVersion.slice(0, slash);
  const versions = [{ name: apiVersion.slice(slash + 1) }];
  return names.split(" ").map((kind) => ({ group, kind, scope, versions, ...facts }));
}

const GUARDED: Facts = { guarded: true };
const FLUX: Facts = { defaultNamespace: "flux-system" };
const FLUX_SOURCE: Facts = { defaultNamespace: "flux-system", guarded: true };

/**
 * Kinds that have no builder and whose scope is known: those of Kubernetes itself, and those of Flux that are written with
 * `resource()`. Losing what is marked as guarded loses data or takes down what depends on it.
 */
export const WELL_KNOWN_KINDS: readonly KindDefinition[] = /* @__PURE__ */ [
  kinds("v1", "Namespaced", "Endpoints Event LimitRange Pod PodTemplate ReplicationController ResourceQuota Service"),
  kinds("v1", "Namespaced", "PersistentVolumeClaim", GUARDED),
  kinds("v1", "Cluster", "PersistentVolume", GUARDED),
  kinds("v1", "Cluster", "Node"),
  kinds("apps/v1", "Namespaced", "ControllerRevision DaemonSet Deployment ReplicaSet"),
  kinds("apps/v1", "Namespaced", "StatefulSet", GUARDED),
  kinds("batch/v1", "Namespaced", "CronJob Job"),
  kinds("autoscaling/v2", "Namespaced", "HorizontalPodAutoscaler"),
  kinds("policy/v1", "Namespaced", "PodDisruptionBudget"),
  kinds("networking.k8s.io/v1", "Namespaced", "Ingress NetworkPolicy"),
  kinds("networking.k8s.io/v1", "Cluster", "IngressClass"),
  kinds("discovery.k8s.io/v1", "Namespaced", "EndpointSlice"),
  kinds("coordination.k8s.io/v1", "Namespaced", "Lease"),
  kinds("rbac.authorization.k8s.io/v1", "Namespaced", "Role RoleBinding"),
  kinds("rbac.authorization.k8s.io/v1", "Cluster", "ClusterRole ClusterRoleBinding"),
  kinds("storage.k8s.io/v1", "Cluster", "CSIDriver CSINode StorageClass VolumeAttachment"),
  kinds("storage.k8s.io/v1", "Namespaced", "CSIStorageCapacity"),
  kinds("scheduling.k8s.io/v1", "Cluster", "PriorityClass"),
  kinds("node.k8s.io/v1", "Cluster", "RuntimeClass"),
  kinds("apiextensions.k8s.io/v1", "Cluster", "CustomResourceDefinition", GUARDED),
  kinds("apiregistration.k8s.io/v1", "Cluster", "APIService"),
  kinds(
    "admissionregistration.k8s.io/v1",
    "Cluster",
    "MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration",
  ),
  kinds("certificates.k8s.io/v1", "Cluster", "CertificateSigningRequest"),
  kinds("source.toolkit.fluxcd.io/v1", "Namespaced", "Bucket ExternalArtifact HelmChart", FLUX_SOURCE),
  kinds("source.extensions.fluxcd.io/v1beta1", "Namespaced", "ArtifactGenerator", FLUX_SOURCE),
  kinds("notification.toolkit.fluxcd.io/v1beta3", "Namespaced", "Alert Provider", FLUX),
  kinds("notification.toolkit.fluxcd.io/v1", "Namespaced", "Receiver", FLUX),
  kinds("image.toolkit.fluxcd.io/v1", "Namespaced", "ImagePolicy ImageRepository ImageUpdateAutomation", FLUX),
  kinds("fluxcd.controlplane.io/v1", "Namespaced", "FluxInstance", {
    ...FLUX_SOURCE,
    opaqueContent: true,
    syncsRoot: true,
  }),
  kinds("fluxcd.controlplane.io/v1", "Namespaced", "ResourceSet", { guarded: true, opaqueContent: true }),
  kinds("fluxcd.controlplane.io/v1", "Namespaced", "ResourceSetInputProvider"),
].flat();
