import { setTimeout as sleep } from "node:timers/promises";
import type { KubeObject } from "../../lab/cluster/objects.ts";

const PAUSE_MS = 100;
const USUAL_TIMEOUT_SECONDS = 600;

/** How an object says what to wait for, and for how long. */
const WAIT_FOR = "pulumi.com/waitFor";
const TIMEOUT = "pulumi.com/timeoutSeconds";
const SKIP = "pulumi.com/skipAwait";

/**
 * Waits until an object is as its annotation says. An object without one is as it should be.
 *
 * @param timeoutSeconds That of the resource; 0 says nothing.
 * @returns The object as it was seen last, and what is missing when the time is over.
 */
export async function waitFor(
  object: KubeObject,
  read: () => Promise<KubeObject | undefined>,
  timeoutSeconds: number,
): Promise<{ readonly object: KubeObject; readonly missing?: string }> {
  const annotations = object.metadata.annotations ?? {};
  const wanted = annotations[WAIT_FOR];
  if (wanted === undefined || annotations[SKIP] === "true") return { object };
  const conditions = expressionsIn(wanted).map(conditionOf);
  const seconds = timeoutSeconds || Number(annotations[TIMEOUT]) || USUAL_TIMEOUT_SECONDS;
  const deadline = Date.now() + seconds * 1000;
  for (let seen = object; ; ) {
    const missing = conditions.map((condition) => condition(seen)).find((text) => text !== undefined);
    if (missing === undefined) return { object: seen };
    if (Date.now() > deadline) return { object: seen, missing: `after ${seconds} s, ${missing}` };
    await sleep(PAUSE_MS);
    seen = (await read()) ?? seen;
  }
}

/** Waits until an object is gone. */
export async function waitUntilGone(
  read: () => Promise<KubeObject | undefined>,
  timeoutSeconds: number,
): Promise<KubeObject | undefined> {
  const deadline = Date.now() + (timeoutSeconds || USUAL_TIMEOUT_SECONDS) * 1000;
  for (;;) {
    const object = await read();
    if (object === undefined || Date.now() > deadline) return object;
    await sleep(PAUSE_MS);
  }
}

function expressionsIn(text: string): readonly string[] {
  return text.startsWith("[") ? JSON.parse(text) : [text];
}

/** Says what is missing. */
type Condition = (object: KubeObject) => string | undefined;

function conditionOf(expression: string): Condition {
  const [prefix, type = "", status = "True"] = expression.split("=");
  if (prefix !== "condition" || type === "") throw new Error(`${WAIT_FOR} "${expression}" is not understood`);
  return ({ metadata, status: found }) => {
    const condition = found?.conditions?.find((each) => each.type.toLowerCase() === type.toLowerCase());
    if (condition === undefined) return `it has no condition ${type}`;
    const observed = condition.observedGeneration ?? found?.observedGeneration ?? metadata.generation ?? 0;
    if (observed < (metadata.generation ?? 0)) return "its last change has not been seen";
    return condition.status === status ? undefined : `${type} is ${condition.status}: ${condition.message}`;
  };
}
