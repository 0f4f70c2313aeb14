import { randomBytes } from "node:crypto";
import type { Target } from "../../pulumi/engine/target.ts";
import { clusterWorld } from "../../pulumi/provider/cluster-world.ts";
import { serveProvider } from "../../pulumi/provider/serve.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import { newRepository } from "../cluster/repository.ts";
import { gone } from "../cluster/wait.ts";

/** The lab's cluster, by the stand-in provider. */
export async function labTarget(): Promise<Target> {
  const provider = await serveProvider(clusterWorld(lab()));
  return {
    ...inTheLab(),
    environment: { PULUMI_DEBUG_PROVIDERS: `kubernetes:${provider.port}` },
    close: async () => provider.stop(),
  };
}

/** The lab's cluster, by the program `pulumi-resource-kubernetes` that is on the PATH. */
export async function realTarget(): Promise<Target> {
  return { ...inTheLab(), environment: { KUBECONFIG: lab().kubeconfig }, close: async () => {} };
}

function inTheLab(): Omit<Target, "environment" | "close"> {
  return {
    refusal: "authentication required",
    newName: (prefix) => `${prefix}-${randomBytes(4).toString("hex")}`,
    newSource: async () => {
      const repository = await newRepository({ "empty/kustomization.yaml": "resources: []\n" });
      return {
        url: repository.httpUrl,
        close: () => repository.requirePassword({ user: "somebody", password: "else" }),
        open: () => repository.requirePassword(undefined),
      };
    },
    get: (key) => kubernetes().get(key),
    patch: async (key, change) => void (await kubernetes().patch(key, change)),
    delete: async (key) => {
      await kubernetes().delete(key);
      await gone(key);
    },
    hurry: async (key) => {
      const annotations = { "reconcile.fluxcd.io/requestedAt": new Date().toISOString() };
      await kubernetes().patch(key, { metadata: { annotations } });
    },
  };
}
