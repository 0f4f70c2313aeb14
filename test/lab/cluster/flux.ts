import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ControlPlane } from "./control-plane.ts";
import type { KubeObject } from "./objects.ts";
import { freePorts } from "./ports.ts";
import type { Processes } from "./processes.ts";
import type { Programs } from "./programs.ts";

/** Controllers by name, with the flags that only they have. */
type ControllerFlags = Readonly<Record<string, readonly string[]>>;

/** What tests need to know about the running controllers. */
export interface Flux {
  readonly runtimeNamespace: string;
  /** Where notification-controller takes what Receivers receive. */
  readonly receiver: string;
}

const RUNTIME_NAMESPACE = "flux-system";

/** Applies the CRDs and starts all controllers; ready when they are. */
export async function startFlux(
  processes: Processes,
  programs: Programs,
  { api, kubeconfig }: ControlPlane,
): Promise<Flux> {
  const [events = 0, receiver = 0, artifacts = 0] = await freePorts(3);
  const artifactAddress = `127.0.0.1:${artifacts}`;
  const sendEvents = `--events-addr=http://127.0.0.1:${events}`;
  const storage = (name: string): string => {
    const folder = join(processes.folder, name);
    // The controllers do not make it.
    mkdirSync(folder);
    return `--storage-path=${folder}`;
  };
  const controllers: ControllerFlags = {
    "source-controller": [
      sendEvents,
      storage("artifacts"),
      `--storage-addr=${artifactAddress}`,
      `--storage-adv-addr=${artifactAddress}`,
    ],
    "kustomize-controller": [sendEvents],
    "helm-controller": [sendEvents],
    // For this one it is the address to listen on.
    "notification-controller": [`--events-addr=127.0.0.1:${events}`, `--receiverAddr=127.0.0.1:${receiver}`],
    "image-reflector-controller": [sendEvents, storage("images")],
    "image-automation-controller": [sendEvents],
  };

  await applyCustomResources(processes, programs, api);
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: RUNTIME_NAMESPACE } };
  await api.request("POST", "/api/v1/namespaces", namespace);

  const names = Object.keys(controllers);
  const ports = await freePorts(2 * names.length);
  const health = names.map((name, index) => {
    const [metricsPort = 0, healthPort = 0] = ports.slice(2 * index);
    const flags = [
      `--metrics-addr=127.0.0.1:${metricsPort}`,
      `--health-addr=127.0.0.1:${healthPort}`,
      "--enable-leader-election=false",
      "--log-level=info",
      "--log-encoding=json",
      ...(controllers[name] ?? []),
    ];
    const env = { KUBECONFIG: kubeconfig, RUNTIME_NAMESPACE };
    processes.start(name, programs.pathOf(name), flags, env);
    return { name, url: `http://127.0.0.1:${healthPort}/readyz` };
  });
  await Promise.all(
    health.map(({ name, url }) => processes.until(`a ready ${name}`, async () => (await fetch(url)).ok)),
  );
  return { runtimeNamespace: RUNTIME_NAMESPACE, receiver: `http://127.0.0.1:${receiver}` };
}

async function applyCustomResources(processes: Processes, programs: Programs, api: ControlPlane["api"]): Promise<void> {
  const texts = readdirSync(programs.customResources).map((file) =>
    readFileSync(join(programs.customResources, file), "utf8"),
  );
  // The controllers' own files, as their modules carry them.
  const definitions = texts.map((text) => parse(text) as KubeObject);
  const paths = definitions.map(
    ({ metadata }) => `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${metadata.name}`,
  );
  await Promise.all(
    definitions.map(async (definition, index) => {
      const path = `${paths[index]}?fieldManager=lab&force=true`;
      const { status, body } = await api.request("PATCH", path, definition, "application/apply-patch+yaml");
      if (status >= 300) throw new Error(`The CRD ${definition.metadata.name} is refused: ${JSON.stringify(body)}`);
    }),
  );
  await processes.until("CRDs that are served", async () => {
    const answers = await Promise.all(paths.map((path) => api.request("GET", path)));
    return answers.every(({ body }) =>
      // The API promises the object at its path.
      (body as KubeObject).status?.conditions?.some(({ type, status }) => type === "Established" && status === "True"),
    );
  });
}
