import { local } from "@pulumi/command";
import { Provider } from "@pulumi/kubernetes";
import { Config, getStack, type Output } from "@pulumi/pulumi";

/**
 * The cluster: one whose kubeconfig the stack is given, or one that kind makes. Where your cloud makes it (`new eks.Cluster(…)`),
 * its kubeconfig is an output too, and takes the place of this function.
 */
function kubeconfig(): Output<string> {
  const given = new Config().getSecret("kubeconfig");
  if (given !== undefined) return given;
  const name = getStack();
  const cluster = new local.Command("kind", {
    create: `kind create cluster --name ${name} --kubeconfig /dev/null && kind get kubeconfig --name ${name}`,
    delete: `kind delete cluster --name ${name}`,
  });
  return cluster.stdout;
}

/** What reaches the cluster. */
export const provider = new Provider("cluster", { kubeconfig: kubeconfig(), enableSecretMutable: true });
