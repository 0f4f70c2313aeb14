import { join } from "node:path";
import { checkCount, checkData } from "./check-output.ts";
import type { Contestant } from "./rounds.ts";
import { emptyFolder, type Workspace } from "./workspace.ts";

/** How a fleet is written: all objects in one file, or each in its own. */
export type Layout = "one-file" | "files";

/** What a contestant is told about the fleet. */
export interface FleetTask {
  readonly objects: number;
  readonly layout: Layout;
}

const STDOUT = "fleet.yaml";

/** `sluice build --stdout yaml`: what the peers do, which print one text and look at nothing on the disk. */
export function sluiceStdout({ sluice, command }: Workspace, { objects }: FleetTask): Contestant {
  return {
    name: "Sluice",
    command: {
      args: [command, "build", "fleet.ts", "--stdout", "yaml"],
      cwd: sluice,
      env: { BENCH_OBJECTS: String(objects), BENCH_LAYOUT: "files" },
      stdout: STDOUT,
    },
    prepare: () => emptyFolder(join(sluice, "clusters")),
    check: () => checkData(join(sluice, STDOUT), objects),
  };
}

/** `sluice build`: what is there is looked at, and the index of written files is kept. */
export function sluiceFiles(workspace: Workspace, { objects, layout }: FleetTask): Contestant {
  const { sluice, command, out } = workspace;
  return {
    name: "Sluice",
    command: {
      args: [command, "build", "fleet.ts", "--out", out],
      cwd: sluice,
      env: { BENCH_OBJECTS: String(objects), BENCH_LAYOUT: layout },
    },
    prepare: () => emptyFolder(out),
    check: () => checkData(join(out, "clusters"), objects),
  };
}

/** cdk8s, by its own program and not by its command, which would start another process. */
export function cdk8s({ peers, out }: Workspace, { objects, layout }: FleetTask): Contestant {
  return {
    name: "cdk8s",
    command: {
      args: ["cdk8s.mjs"],
      cwd: peers,
      env: { BENCH_OBJECTS: String(objects), BENCH_LAYOUT: layout, BENCH_OUT: out },
    },
    prepare: () => emptyFolder(out),
    check: () => checkCount(out, objects),
  };
}

/** kosko, which prints to standard output and writes no files. */
export function kosko({ peers }: Workspace, models: "flux-cd" | "none", objects: number): Contestant {
  return {
    name: models === "none" ? "kosko, plain objects" : "kosko",
    command: {
      args: ["node_modules/@kosko/cli/bin/kosko.js", "generate"],
      cwd: peers,
      env: { BENCH_OBJECTS: String(objects), BENCH_MODELS: models },
      stdout: STDOUT,
    },
    check: () => checkCount(join(peers, STDOUT), objects),
  };
}

/** Plain objects and a printer. */
export function plain(
  { peers, out }: Workspace,
  printer: "yaml" | "js-yaml" | "json",
  { objects, layout }: FleetTask,
): Contestant {
  return {
    name: printer === "json" ? "JSON.stringify" : `plain + ${printer}`,
    command: {
      args: ["plain.mjs"],
      cwd: peers,
      env: { BENCH_OBJECTS: String(objects), BENCH_LAYOUT: layout, BENCH_OUT: out, BENCH_PRINTER: printer },
    },
    prepare: () => emptyFolder(out),
    check: () => checkCount(out, objects),
  };
}
