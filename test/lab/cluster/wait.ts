import { setTimeout as sleep } from "node:timers/promises";
import { explain } from "./explain.ts";
import { kubernetes } from "./kubernetes.ts";
import { lab } from "./lab.ts";
import type { Condition, KubeObject, ObjectKey } from "./objects.ts";

const PATIENCE_SECONDS = 60;
const PAUSE_MS = 100;

/** Narrows a condition that is waited for. */
export interface ConditionOptions {
  readonly reason?: string;
  readonly message?: RegExp;
  readonly timeoutSeconds?: number;
}

/** Waits until an object is as it should be; what is said about it otherwise is in the failure. */
export async function until(
  key: ObjectKey,
  isSo: (object: KubeObject | undefined) => boolean,
  what: string,
  timeoutSeconds = PATIENCE_SECONDS,
): Promise<KubeObject | undefined> {
  const cluster = kubernetes();
  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const object = await cluster.get(key);
    if (isSo(object)) return object;
    if (Date.now() > deadline) {
      const explanation = await explain(cluster, key, object, lab().logs);
      throw new Error(`Not so after ${timeoutSeconds} s: ${what}\n${explanation}`);
    }
    await sleep(PAUSE_MS);
  }
}

/** Waits until an object's controller has seen its last change and says that it is ready. */
export function ready(key: ObjectKey, timeoutSeconds = PATIENCE_SECONDS): Promise<KubeObject> {
  return condition(key, "Ready", "True", { timeoutSeconds });
}

/** Waits for a condition that is about an object's last change. */
export function condition(
  key: ObjectKey,
  type: string,
  status: Condition["status"],
  { reason, message, timeoutSeconds = PATIENCE_SECONDS }: ConditionOptions = {},
): Promise<KubeObject> {
  const wanted = [`${type}=${status}`, reason, message?.toString()].filter((text) => text !== undefined).join(", ");
  return existing(
    key,
    (object) =>
      object.status?.conditions?.some(
        (found) =>
          found.type === type &&
          found.status === status &&
          (reason === undefined || found.reason === reason) &&
          (message === undefined || message.test(found.message)) &&
          (found.observedGeneration ?? object.metadata.generation) === object.metadata.generation,
      ) === true,
    wanted,
    timeoutSeconds,
  );
}

/** Waits until an object exists and is as it should be. */
export async function existing(
  key: ObjectKey,
  isSo: (object: KubeObject) => boolean,
  what: string,
  timeoutSeconds?: number,
): Promise<KubeObject> {
  const found = await until(key, (object) => object !== undefined && isSo(object), what, timeoutSeconds);
  if (found === undefined) throw new Error(`${what}: the object does not exist`);
  return found;
}

/** Waits until an object is gone. */
export async function gone(key: ObjectKey, timeoutSeconds?: number): Promise<void> {
  await until(key, (object) => object === undefined, "it is gone", timeoutSeconds);
}

/** Has an object of Flux reconciled now, as `flux reconcile` does, and waits until that is over, well or not. */
export async function reconcile(key: ObjectKey, timeoutSeconds?: number): Promise<KubeObject> {
  const time = new Date().toISOString();
  await kubernetes().patch(key, { metadata: { annotations: { "reconcile.fluxcd.io/requestedAt": time } } });
  return existing(
    key,
    ({ status }) => status?.lastHandledReconcileAt === time,
    "it is reconciled again",
    timeoutSeconds,
  );
}
