import type { KindDefinition } from "../../model/kind-definition.ts";

type Facts = Pick<KindDefinition, "guarded" | "names">;

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
/** Their names may hold colons and capitals. */
const ANY_NAME: Facts = { names: "path-segment" };
/** Their names become those of hosts. */
const LABEL: Facts = { names: "label" };

/**
 * Kubernetes' own kinds, which have no builder and whose scope is known. Losing what is marked as guarded loses data or takes down
 * what depends on it.
 */
export const WELL_KNOWN_KINDS: readonly KindDefinition[] = /* @__PURE__ */ [
  kinds("v1", "Namespaced", "Endpoints LimitRange Pod PodTemplate ReplicationController ResourceQuota"),
  kinds("v1", "Namespaced", "Event", ANY_NAME),
  kinds("v1", "Namespaced", "Service", LABEL),
  kinds("v1", "Namespaced", "PersistentVolumeClaim", GUARDED),
  kinds("v1", "Cluster", "PersistentVolume", GUARDED),
  kinds("v1", "Cluster", "Node"),
  kinds("apps/v1", "Namespaced", "ControllerRevision DaemonSet Deployment ReplicaSet"),
  kinds("apps/v1", "Namespaced", "StatefulSet", GUARDED),
  kinds("batch/v1", "Namespaced", "CronJob Job"),
  kinds("autoscaling/v2", "Namespaced", "HorizontalPodAutoscaler"),
  kinds("policy/v1", "Namespaced", "PodDisruptionBudget", ANY_NAME),
  kinds("networking.k8s.io/v1", "Namespaced", "Ingress NetworkPolicy"),
  kinds("networking.k8s.io/v1", "Cluster", "IngressClass"),
  kinds("discovery.k8s.io/v1", "Namespaced", "EndpointSlice"),
  kinds("coordination.k8s.io/v1", "Namespaced", "Lease"),
  kinds("rbac.authorization.k8s.io/v1", "Namespaced", "Role RoleBinding", ANY_NAME),
  kinds("rbac.authorization.k8s.io/v1", "Cluster", "ClusterRole ClusterRoleBinding", ANY_NAME),
  kinds("storage.k8s.io/v1", "Cluster", "CSIDriver CSINode StorageClass VolumeAttachment"),
  kinds("storage.k8s.io/v1", "Namespaced", "CSIStorageCapacity"),
  kinds("scheduling.k8s.io/v1", "Cluster", "PriorityClass"),
  kinds("node.k8s.io/v1", "Cluster", "RuntimeClass"),
  kinds("apiextensions.k8s.io/v1", "Cluster", "CustomResourceDefinition", GUARDED),
  kinds("apiregistration.k8s.io/v1", "Cluster", "APIService", ANY_NAME),
  kinds(
    "admissionregistration.k8s.io/v1",
    "Cluster",
    "MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration",
  ),
  kinds("certificates.k8s.io/v1", "Cluster", "CertificateSigningRequest", ANY_NAME),
].flat();
