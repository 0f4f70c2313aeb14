import type { ControlPlane } from "./control-plane.ts";
import { freePorts } from "./ports.ts";
import type { Processes } from "./processes.ts";
import type { Programs } from "./programs.ts";

/** Starts a scheduler, and a program that says that whatever is scheduled runs: Deployments become available. */
export async function startNodes(processes: Processes, programs: Programs, plane: ControlPlane): Promise<void> {
  const [scheduler = 0, kwok = 0] = await freePorts(2);
  processes.start("kube-scheduler", programs.pathOf("kube-scheduler"), [
    `--kubeconfig=${plane.kubeconfig}`,
    "--leader-elect=false",
    "--bind-address=127.0.0.1",
    `--secure-port=${scheduler}`,
    `--cert-dir=${processes.folder}/scheduler-certificates`,
  ]);
  processes.start("kwok", programs.pathOf("kwok"), [
    `--kubeconfig=${plane.kubeconfig}`,
    "--manage-all-nodes=true",
    `--server-address=127.0.0.1:${kwok}`,
  ]);
  const resources = { cpu: "32", memory: "64Gi", pods: "500" };
  const { status, body } = await plane.api.request("POST", "/api/v1/nodes", {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: "pretended", labels: { "kubernetes.io/os": "linux", "kubernetes.io/hostname": "pretended" } },
    status: { capacity: resources, allocatable: resources },
  });
  if (status !== 201) throw new Error(`The node is refused: ${JSON.stringify(body)}`);
}
