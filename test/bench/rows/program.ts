import { join } from "node:path";
import { type Contestant, compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import { emptyFolder, type Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

/** A small fleet, from TypeScript to files. What it is compared with only runs the program. */
export const PROGRAM: Row = {
  name: "program",
  title: "Building a small fleet: a TypeScript program of 1 and of 20 files",
  rounds: 11,
  run: (workspace, rounds) => {
    const contestants = [
      { name: "node -e 1", command: { args: ["-e", "1"], cwd: workspace.peers } },
      building(workspace, "one"),
      building(workspace, "twenty"),
      running(workspace, "one"),
      running(workspace, "twenty"),
      byTsx(workspace, "one"),
      byTsx(workspace, "twenty"),
    ];
    return comparison(compete(contestants, rounds, workspace.probe), {
      "sluice build, one": "3.1x (200 ms where node takes 65)",
      "sluice build, twenty": "3.1x",
    });
  },
};

type Size = "one" | "twenty";

function building({ sluice, command, out }: Workspace, size: Size): Contestant {
  return {
    name: `sluice build, ${size}`,
    command: { args: [command, "build", `small/${size}.ts`, "--out", out], cwd: sluice },
    prepare: () => emptyFolder(out),
  };
}

/** Bundled beforehand: the floor. */
function running({ sluice }: Workspace, size: Size): Contestant {
  return { name: `JavaScript, ${size}, run only`, command: { args: [`small/${size}.js`], cwd: sluice } };
}

function byTsx({ sluice, peers }: Workspace, size: Size): Contestant {
  const tsx = join(peers, "node_modules/tsx/dist/cli.mjs");
  return { name: `tsx, ${size}, run only`, command: { args: [tsx, `small/${size}.ts`], cwd: sluice } };
}
