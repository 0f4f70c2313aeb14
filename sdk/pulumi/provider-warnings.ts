import { runtime } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DeployedCluster } from "./deployed-cluster.ts";
import { missingKinds } from "./missing-crds.ts";
import { providerOf, providerSetting } from "./provider-settings.ts";
import { isOn, replacedSecrets } from "./secret-changes.ts";

/**
 * Warnings that depend on the provider and its cluster. What is not known, or cannot be reached, is no reason for one.
 *
 * @param mayBring Whether something is deployed before that may bring kinds into the cluster.
 */
export async function providerWarnings(
  component: DeployedCluster,
  cluster: string,
  resources: readonly PlacedResource[],
  mayBring: boolean,
): Promise<readonly Diagnostic[]> {
  const provider = providerOf(component);
  const setting = (name: string, variable: string): Promise<string | undefined> =>
    providerSetting(provider, name, variable);
  const isMutable = isOn(await setting("enableSecretMutable", "PULUMI_K8S_ENABLE_SECRET_MUTABLE"));
  const secrets = isMutable ? [] : replacedSecrets(cluster, resources);
  if (mayBring || !runtime.isDryRun()) return secrets;
  const kubeconfig = await setting("kubeconfig", "KUBECONFIG");
  if (kubeconfig === undefined) return secrets;
  return [...secrets, ...(await missingKinds(cluster, resources, kubeconfig, await setting("context", "")))];
}
