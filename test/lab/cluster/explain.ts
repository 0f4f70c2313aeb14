import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kubernetes } from "./kubernetes.ts";
import { type KubeObject, nameOf, type ObjectKey } from "./objects.ts";

const LINES = 10;

/** Says all that the cluster knows about an object that is not as it should be: conditions, events and controllers' logs. */
export async function explain(
  cluster: Kubernetes,
  key: ObjectKey,
  object: KubeObject | undefined,
  logs: string,
): Promise<string> {
  const conditions = (object?.status?.conditions ?? []).map(
    ({ type, status, reason, message }) => `${type}=${status} (${reason}) ${message}`,
  );
  const state = object === undefined ? "it does not exist" : conditions.length === 0 ? "it has no conditions" : "";
  const events = await cluster.events(key);
  const sections = [
    section("conditions", conditions),
    section(
      "events",
      events.slice(-LINES).map(({ time, type, reason, message }) => `${time} ${type} ${reason}: ${message}`),
    ),
    ...linesAbout(key, logs).map(([name, lines]) => section(`log of ${name}`, lines)),
  ];
  return [`${nameOf(key)}: ${state}`, ...sections].filter((text) => text !== "").join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `  ${title}:\n${lines.map((line) => `    ${line}`).join("\n")}`;
}

/** The last lines of each controller that name the object. */
function linesAbout({ name, namespace }: ObjectKey, logs: string): readonly (readonly [string, readonly string[]])[] {
  if (!existsSync(logs)) return [];
  return readdirSync(logs)
    .filter((file) => file.endsWith("-controller.log"))
    .map((file) => {
      const lines = readFileSync(join(logs, file), "utf8").split("\n");
      const about = lines.filter(
        (line) => line.includes(`"name":"${name}"`) && line.includes(`"namespace":"${namespace}"`),
      );
      return [file.slice(0, -".log".length), about.slice(-LINES)] as const;
    })
    .filter(([, lines]) => lines.length > 0);
}
