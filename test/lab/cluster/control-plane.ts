import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ApiServer } from "./api-server.ts";
import { openApiServer } from "./api-server.ts";
import { freePorts } from "./ports.ts";
import type { Processes } from "./processes.ts";
import type { Programs } from "./programs.ts";

/** Those whose work tests see. Without the first three, namespaces and owners' objects never go away. */
const CONTROLLERS = [
  "namespace-controller",
  "garbage-collector-controller",
  "clusterrole-aggregation-controller",
  "serviceaccount-controller",
  "root-ca-certificate-publisher-controller",
  "deployment-controller",
  "replicaset-controller",
  "job-controller",
];

/** A running API server, with what its clients need. */
export interface ControlPlane {
  readonly server: string;
  readonly token: string;
  readonly ca: string;
  /** The private key of `ca`. */
  readonly key: string;
  readonly kubeconfig: string;
  readonly api: ApiServer;
}

/** Starts etcd, the API server and the controller manager; ready when the API server is. */
export async function startControlPlane(processes: Processes, programs: Programs): Promise<ControlPlane> {
  const [store = 0, peers = 0, api = 0, manager = 0] = await freePorts(4);
  const at = (...names: string[]): string => join(processes.folder, ...names);
  const certificate = at("certificates", "apiserver.crt");
  const token = randomBytes(16).toString("hex");
  await Promise.all([
    writeKeys(at("accounts.key"), at("accounts.pub")),
    writeFile(at("tokens.csv"), `${token},admin,admin,system:masters\n`, { mode: 0o600 }),
  ]);

  const storeUrl = `http://127.0.0.1:${store}`;
  const peerUrl = `http://127.0.0.1:${peers}`;
  processes.start("etcd", programs.pathOf("etcd"), [
    `--data-dir=${at("etcd")}`,
    // What is lost with the power is thrown away anyway.
    "--unsafe-no-fsync",
    "--log-level=warn",
    `--listen-client-urls=${storeUrl}`,
    `--advertise-client-urls=${storeUrl}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
  ]);
  processes.start("kube-apiserver", programs.pathOf("kube-apiserver"), [
    `--etcd-servers=${storeUrl}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${api}`,
    "--endpoint-reconciler-type=none",
    // It makes a certificate for itself there.
    `--cert-dir=${at("certificates")}`,
    `--token-auth-file=${at("tokens.csv")}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${at("accounts.pub")}`,
    `--service-account-signing-key-file=${at("accounts.key")}`,
    "--service-cluster-ip-range=10.0.0.0/24",
    "--authorization-mode=RBAC",
    // Pods need no tokens where nothing runs in them, and nodes are ready when they say so.
    "--disable-admission-plugins=ServiceAccount,TaintNodesByCondition",
    "--profiling=false",
  ]);

  await processes.until("a certificate of the API server", async () => existsSync(certificate));
  const ca = await readFile(certificate, "utf8");
  const key = await readFile(at("certificates", "apiserver.key"), "utf8");
  const server = `https://127.0.0.1:${api}`;
  const kubeconfig = at("kubeconfig");
  await writeFile(kubeconfig, kubeconfigOf(server, ca, token), { mode: 0o600 });
  const apiServer = openApiServer({ server, ca, token });
  await processes.until("a ready API server", async () => (await apiServer.request("GET", "/readyz")).status === 200);

  processes.start("kube-controller-manager", programs.pathOf("kube-controller-manager"), [
    `--kubeconfig=${kubeconfig}`,
    "--leader-elect=false",
    "--bind-address=127.0.0.1",
    `--secure-port=${manager}`,
    `--cert-dir=${at("manager-certificates")}`,
    `--service-account-private-key-file=${at("accounts.key")}`,
    `--root-ca-file=${certificate}`,
    `--controllers=${CONTROLLERS.join(",")}`,
  ]);
  return { server, token, ca, key, kubeconfig, api: apiServer };
}

async function writeKeys(privateFile: string, publicFile: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  await Promise.all([
    writeFile(privateFile, privateKey.export({ type: "sec1", format: "pem" }), { mode: 0o600 }),
    writeFile(publicFile, publicKey.export({ type: "spki", format: "pem" })),
  ]);
}

/** JSON is YAML. */
function kubeconfigOf(server: string, ca: string, token: string): string {
  const certificate = Buffer.from(ca).toString("base64");
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "lab", cluster: { server, "certificate-authority-data": certificate } }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "lab", context: { cluster: "lab", user: "admin" } }],
    "current-context": "lab",
  });
}
