import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { kubernetes } from "../cluster/kubernetes.ts";
import type { ObjectKey } from "../cluster/objects.ts";

/** What an operator sees of an object. */
interface Sight {
  readonly object: string;
  readonly conditions: readonly object[];
  /** Each once, by reason and message: how often something is told is chance. */
  readonly events: readonly object[];
}

/** What is chance in a message, and what stands for it. */
const CHANCE: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b/g, "DIGEST"],
  [/\b[0-9a-f]{40}\b/g, "COMMIT"],
  // A chart's version, with a part of its digest.
  [/\+[0-9a-f]{12}\b/g, "+DIGEST"],
  [/\b127\.0\.0\.1:\d+/g, "HOST"],
  [/\b[a-z]+-[0-9a-f]{8}\b/g, "NAME"],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, "TIME"],
  [/\b(\d+(\.\d+)?(ms|µs|ns|h|m|s))+\b/g, "DURATION"],
  [/\/tmp\/[^\s:'"]+/g, "FOLDER"],
];

/**
 * Compares what the cluster says of objects with the file of this name in `test/lab/recorded`. Events come late, so it is
 * compared until it is equal. With UPDATE_RECORDED=1 the file is written.
 */
export async function expectRecorded(name: string, keys: readonly ObjectKey[]): Promise<void> {
  const file = fileURLToPath(new URL(`../recorded/${name}.json`, import.meta.url));
  if (process.env["UPDATE_RECORDED"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(await settled(keys), null, 2)}\n`);
    return;
  }
  const want: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const deadline = Date.now() + 30_000;
  let seen = await look(keys);
  while (!isDeepStrictEqual(seen, want) && Date.now() < deadline) {
    await sleep(200);
    seen = await look(keys);
  }
  expect(seen).toEqual(want);
}

/** What is seen when nothing new was seen for a while. */
async function settled(keys: readonly ObjectKey[]): Promise<readonly Sight[]> {
  let seen = await look(keys);
  for (let same = 0; same < 20; ) {
    await sleep(200);
    const next = await look(keys);
    same = isDeepStrictEqual(seen, next) ? same + 1 : 0;
    seen = next;
  }
  return seen;
}

function look(keys: readonly ObjectKey[]): Promise<readonly Sight[]> {
  return Promise.all(
    keys.map(async (key) => {
      const object = await kubernetes().get(key);
      const events = await kubernetes().events(key);
      const conditions = object?.status?.conditions ?? [];
      const told = events.map(({ type, reason, message }) => ({ type, reason, message: normal(message) }));
      return {
        object: `${key.kind} ${key.name}`,
        conditions: conditions
          .map(({ type, status, reason, message }) => ({ type, status, reason, message: normal(message) }))
          .sort(byText),
        events: [...new Map(told.map((event) => [JSON.stringify(event), event])).values()].sort(byText),
      };
    }),
  );
}

const byText = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

function normal(message: string): string {
  // Helm's log, which the controller adds to some messages, changes with each version.
  const [said = ""] = message.split("\n\nLast Helm logs:");
  return CHANCE.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), said).trim();
}
