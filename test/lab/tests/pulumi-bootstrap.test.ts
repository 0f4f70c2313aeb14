// examples/pulumi-bootstrap, run as Pulumi runs it: what it hands over, Flux goes on with. The test is the operator: it says that
// Flux, which runs in the lab anyway, is installed.

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPulumi } from "../../pulumi/engine/command.ts";
import { names, tally } from "../../pulumi/engine/outcome.ts";
import { type FileStack, newFileStack } from "../../pulumi/engine/program-file.ts";
import type { Target } from "../../pulumi/engine/target.ts";
import { ROOT } from "../../tools/repository.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import type { ObjectKey } from "../cluster/objects.ts";
import { newRepository, type Repository } from "../cluster/repository.ts";
import { newSshKey } from "../cluster/ssh-key.ts";
import { condition, existing, ready } from "../cluster/wait.ts";
import { bootstrap } from "./bootstrap.ts";
import { crdOfLock } from "./crd-of-lock.ts";
import { labTarget } from "./lab-target.ts";
import { configMapKey, gitRepositoryKey, kustomizationKey } from "./synced-fleet.ts";

const NAMESPACE = "flux-system";
const INSTANCE: ObjectKey = {
  apiVersion: "fluxcd.controlplane.io/v1",
  kind: "FluxInstance",
  namespace: NAMESPACE,
  name: "flux",
};
const SECRET: ObjectKey = { apiVersion: "v1", kind: "Secret", namespace: NAMESPACE, name: "flux-system" };
const SOURCE = gitRepositoryKey(NAMESPACE, "flux-system");
const SYNC = kustomizationKey(NAMESPACE, "flux-system");
const GREETING = configMapKey(NAMESPACE, "bootstrap-greeting");

let target: Target;
let stack: FileStack;
let repository: Repository;
let isOver = false;
let operator: Promise<void>;
const installed: string[] = [];

/** Says of each FluxInstance that it is ready, a while after it is there. */
async function operate(): Promise<void> {
  const api = kubernetes();
  while (!isOver) {
    const found = await api.get(INSTANCE).catch(() => undefined);
    const { generation = 0, uid = "" } = found?.metadata ?? {};
    if (found !== undefined && found.status?.observedGeneration !== generation) {
      const message = "installed";
      const time = new Date().toISOString();
      const said = {
        type: "Ready",
        status: "True",
        reason: "ReconciliationSucceeded",
        message,
        lastTransitionTime: time,
      };
      const status = { observedGeneration: generation, conditions: [{ ...said, observedGeneration: generation }] };
      const path = `/apis/${INSTANCE.apiVersion}/namespaces/${NAMESPACE}/fluxinstances/${INSTANCE.name}/status`;
      installed.push(uid);
      await api.request("PATCH", path, { status }, "application/merge-patch+json");
    }
    await sleep(100);
  }
}

beforeAll(async () => {
  const crd = crdOfLock("fluxinstances.fluxcd.controlplane.io");
  await kubernetes().apply(crd);
  await condition({ apiVersion: crd.apiVersion, kind: crd.kind, name: crd.metadata.name }, "Established", "True");
  const key = newSshKey();
  repository = await newRepository();
  repository.allowKeys(key.publicKey);
  const greeting = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: GREETING.name, namespace: NAMESPACE } };
  await repository.commit({ "clusters/lab/greeting.yaml": JSON.stringify({ ...greeting, data: { from: "Git" } }) });
  target = await labTarget();
  const secret = true;
  stack = newFileStack(join(ROOT, "examples/pulumi-bootstrap/index.ts"), {
    pulumi: findPulumi() ?? "",
    environment: target.environment,
    project: "sluice-bootstrap",
    stack: "home",
    config: {
      "sluice-bootstrap:repository": { value: repository.sshUrl },
      "sluice-bootstrap:path": { value: "clusters/lab" },
      "sluice-bootstrap:knownHosts": { value: lab().gitSsh.knownHosts },
      "sluice-bootstrap:deployKey": { value: key.privateKey, secret },
      "sluice-bootstrap:kubeconfig": { value: "{}", secret },
    },
  });
  operator = operate();
});

afterAll(async () => {
  isOver = true;
  await operator;
  stack?.remove();
  await target?.close();
  for (const key of [SYNC, GREETING, SOURCE]) await kubernetes().delete(key);
});

describe.sequential("examples/pulumi-bootstrap", () => {
  test("installs Flux, waits until it runs, and gives it a key and a sync", async () => {
    const { done, error } = await stack.run("up");
    expect(error).toBeUndefined();
    expect(names(done)[0]).toBe("flux-operator");
    expect(tally(done)).toEqual({ create: 6 });
    expect(installed).toEqual([(await kubernetes().get(INSTANCE))?.metadata.uid]);
  });

  test("leaves the rest to Flux, which delivers what the repository holds", async () => {
    await ready(SOURCE);
    await ready(SYNC);
    expect((await existing(GREETING, () => true, "is there")).data).toEqual({ from: "Git" });
  });

  test("does not undo what Flux does with the sync, once it reads it from the repository", async () => {
    const { files } = bootstrap(NAMESPACE, repository.sshUrl);
    const sync = files["clusters/lab/flux-system/gotk-sync.yaml"] ?? "";
    await repository.commit({ "clusters/lab/sync.yaml": sync.replace("interval: 1h\n  ref", "interval: 2h\n  ref") });
    await target.hurry(SOURCE);
    const changed = await existing(SOURCE, ({ spec }) => spec?.["interval"] === "2h", "is as in the repository");
    expect(changed.metadata.labels).toMatchObject({ "kustomize.toolkit.fluxcd.io/name": "flux-system" });
    expect((await stack.run("refresh")).error).toBeUndefined();
    const { done, error } = await stack.run("up");
    expect(error).toBeUndefined();
    expect(tally(done)).toEqual({ same: 6 });
    expect((await kubernetes().get(SOURCE))?.spec).toMatchObject({ interval: "2h" });
  });

  test("takes its own away again, and leaves the sync", async () => {
    const { error } = await stack.run("destroy");
    expect(error).toBeUndefined();
    expect(await Promise.all([INSTANCE, SECRET].map((key) => kubernetes().get(key)))).toEqual([undefined, undefined]);
    expect(await kubernetes().get(SYNC)).toBeDefined();
    expect(await kubernetes().get(SOURCE)).toBeDefined();
  });
});
