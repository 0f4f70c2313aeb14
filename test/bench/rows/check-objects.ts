import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { buildSync } from "esbuild";
import { median } from "../rounds.ts";
import { table } from "../table.ts";
import type { Row } from "./row.ts";

/** The checker alone: schema and rules of HelmReleases with about 70 lines of values. */
export const CHECK_OBJECTS: Row = {
  name: "check-objects",
  title: "Schema and rules of a HelmRelease",
  rounds: 7,
  run: ({ root, peers }, rounds) => {
    const outfile = join(peers, "check-objects.mjs");
    const entryPoints = [join(root, "test/bench/programs/check-objects.ts")];
    buildSync({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", target: "node20" });
    const runs = Array.from({ length: rounds }, () => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
      if (status !== 0) throw new Error(`check-objects.mjs ended with ${status}\n${stderr}`);
      // check-objects.ts wrote it.
      return JSON.parse(stdout) as { readonly first: number; readonly warm: number };
    });
    return table(
      ["", "microseconds", "target"],
      [
        [
          "the first one of a process",
          median(runs.map(({ first }) => first)).toFixed(0),
          "5,000 with import and build",
        ],
        ["warm", median(runs.map(({ warm }) => warm)).toFixed(1), "10"],
      ],
    );
  },
};
