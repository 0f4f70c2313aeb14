import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { lab } from "./lab.ts";
import type { RecordedRequest } from "./recorder.ts";

/** An address that keeps what is sent to it. */
export interface Webhook {
  readonly url: string;
  requests(): Promise<readonly RecordedRequest[]>;
  waitFor(what: string, isIt: (request: RecordedRequest) => boolean, timeoutSeconds?: number): Promise<RecordedRequest>;
}

/** Makes a webhook that no other test has. */
export function newWebhook(): Webhook {
  const { http } = lab();
  const name = `hook-${randomBytes(4).toString("hex")}`;

  async function requests(): Promise<readonly RecordedRequest[]> {
    const response = await fetch(`${http}/recorded/${name}`);
    // Our own server's answer.
    return (await response.json()) as RecordedRequest[];
  }

  const waitFor: Webhook["waitFor"] = async (what, isIt, timeoutSeconds = 60) => {
    const deadline = Date.now() + timeoutSeconds * 1000;
    for (;;) {
      const recorded = await requests();
      const found = recorded.find(isIt);
      if (found !== undefined) return found;
      if (Date.now() > deadline) {
        const bodies = recorded.map(({ method, path, body }) => `${method} /${path} ${body}`);
        throw new Error(`Not sent after ${timeoutSeconds} s: ${what}. What was sent:\n${bodies.join("\n")}`);
      }
      await sleep(100);
    }
  };

  return { url: `${http}/hooks/${name}`, requests, waitFor };
}
