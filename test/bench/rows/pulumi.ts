import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, compete, median } from "../rounds.ts";
import { milliseconds, table } from "../table.ts";
import type { Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

const OBJECTS = 1000;
const COUNT = "registered";

/** What a Pulumi program pays for its objects, before any engine does anything. */
export const PULUMI: Row = {
  name: "pulumi",
  title: `A Pulumi program of ${OBJECTS.toLocaleString("en")} objects, over loading Pulumi's packages`,
  rounds: 7,
  run: (workspace, rounds) => {
    const contestants = [
      program(workspace, "nothing", 0),
      // The component is registered too.
      program(workspace, "sluice", OBJECTS + 1),
      program(workspace, "plain", OBJECTS),
    ];
    const [nothing, ...others] = compete(contestants, rounds, workspace.probe);
    const [cpu, peak] = [
      median((nothing?.costs ?? []).map((cost) => cost.cpu)),
      median((nothing?.costs ?? []).map((cost) => cost.peak)),
    ];
    const lines = others.map(({ name, costs }) => [
      name === "sluice" ? "deploy()" : "plain CustomResources",
      milliseconds(median(costs.map((cost) => cost.cpu)) - cpu),
      (median(costs.map((cost) => cost.peak)) - peak).toFixed(0),
      name === "sluice" ? `${OBJECTS + 1}` : `${OBJECTS}`,
    ]);
    return table(["", "CPU, ms", "memory, MiB", "registrations"], lines);
  },
};

function program({ root, peers }: Workspace, name: string, registrations: number): Contestant {
  return {
    name,
    command: {
      args: [join(root, "test/bench/programs/pulumi.mjs")],
      cwd: peers,
      env: { BENCH_PULUMI: name, BENCH_OBJECTS: String(OBJECTS) },
      stdout: COUNT,
    },
    check: () => {
      const counted = readFileSync(join(peers, COUNT), "utf8");
      return counted === String(registrations) ? undefined : `it registered ${counted}, and not ${registrations}`;
    },
  };
}
