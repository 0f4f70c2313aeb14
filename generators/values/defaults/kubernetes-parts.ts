/**
 * Keys that hold a part of a Kubernetes object nearly everywhere. Charts hand them on whole, and what stands there by default is an example
 * or a choice of the author's, never all that may stand there.
 */
const PARTS =
  /^(?:annotations|labels|matchLabels|selector|nodeSelector|affinity|tolerations|resources|limits|requests|env|(?:pod|container)?[sS]ecurityContext|strategy|updateStrategy|lifecycle|dnsConfig|topologySpreadConstraints|(?:liveness|readiness|startup)Probe|behavior|sysctls|hostAliases)$|(?:Annotations|Labels|Selector|SecurityContext|Probe|Resources|Strategy|NodeSelector|MatchLabels)$|^extra[A-Z]/;

/** Says whether a key holds a part of a Kubernetes object. */
export function isKubernetesPart(key: string): boolean {
  return PARTS.test(key);
}
