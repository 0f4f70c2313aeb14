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

/** Makes the CRD that the newest schema lock is about, for a kind whose controller the lab does not run. */
export function crdOfLock(crd: string): KubeObject {
  const [plural = "", ...group] = crd.split(".");
  const release = group.join(".") === "fluxcd.controlplane.io" ? "flux-operator-0.58" : "flux-2.9";
  return crdOfLockFile(join(ROOT, "generators/crds", release, `${group.join(".")}_${plural}.json`));
}
