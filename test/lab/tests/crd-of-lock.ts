import { join } from "node:path";
import { crdOfLockFile } from "../../tools/crd-of-lock.ts";
import { ROOT } from "../../tools/repository.ts";
import type { KubeObject } from "../cluster/objects.ts";

/** The CRDs of Flux and its operator whose controllers the lab does not run. */
export const WITHOUT_CONTROLLER: readonly string[] = [
  "artifactgenerators.source.extensions.fluxcd.io",
  "fluxinstances.fluxcd.controlplane.io",
  "fluxreports.fluxcd.controlplane.io",
  "resourcesets.fluxcd.controlplane.io",
  "resourcesetinputproviders.fluxcd.controlplane.io",
];

/**
 * Makes the CRD that the newest schema lock is about, for a kind whose controller the lab does not run. A lock says nothing of the
 * status, so any is taken: a test may write what the controller would.
 */
export function crdOfLock(crd: string): KubeObject {
  const [plural = "", ...group] = crd.split(".");
  const release = group.join(".") === "fluxcd.controlplane.io" ? "flux-operator-0.58" : "flux-2.9";
  const found = crdOfLockFile(join(ROOT, "generators/crds", release, `${group.join(".")}_${plural}.json`));
  const versions = found.spec["versions"];
  if (!Array.isArray(versions)) throw new Error(`The lock of ${crd} has no versions`);
  return { ...found, spec: { ...found.spec, versions: versions.map(withAnyStatus) } };
}

/** What `crdOfLockFile` makes of each version. */
interface Version {
  readonly schema: { readonly openAPIV3Schema: { readonly properties?: object } };
}

function withAnyStatus(version: Version): object {
  const { openAPIV3Schema: schema } = version.schema;
  const status = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  return { ...version, schema: { openAPIV3Schema: { ...schema, properties: { ...schema.properties, status } } } };
}
