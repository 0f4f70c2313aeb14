import { spawnSync } from "node:child_process";
import process from "node:process";
import { median } from "../rounds.ts";
import { table } from "../table.ts";
import type { Row } from "./row.ts";

const TARGETS: Readonly<Record<string, string>> = {
  Sluice: "120 MB/s where js-yaml makes 30 and yaml 6.6",
  "js-yaml": "at most 0.25x",
  yaml: "at most 0.055x",
};

/** The emitters alone, on 1,000 documents again and again. */
export const EMITTER: Row = {
  name: "emitter",
  title: "Emitter alone, warm",
  rounds: 7,
  run: ({ peers }, rounds) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["emitters.mjs"], {
      cwd: peers,
      env: { ...process.env, BENCH_ROUNDS: String(rounds) },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`emitters.mjs ended with ${status}\n${stderr}`);
    // emitters.mjs wrote it: megabytes a second, round by round.
    const speeds = JSON.parse(stdout) as Readonly<Record<string, readonly number[]>>;
    const base = speeds["Sluice"] ?? [];
    const lines = Object.entries(speeds).map(([name, list]) => [
      name,
      median(list).toFixed(1),
      `${median(list.map((speed, round) => speed / (base[round] ?? Number.NaN))).toFixed(3)}x`,
      TARGETS[name] ?? "",
    ]);
    return table(["", "MB/s", "ratio", "target"], lines);
  },
};
