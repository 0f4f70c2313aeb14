import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { CHECK_OBJECTS } from "./rows/check-objects.ts";
import { CHECK_YAML } from "./rows/check-yaml.ts";
import { CODEGEN } from "./rows/codegen.ts";
import { EMITTER } from "./rows/emitter.ts";
import { FILES } from "./rows/files.ts";
import { GENERATE_CRD } from "./rows/generate-crd.ts";
import { HELP } from "./rows/help.ts";
import { IMPORT } from "./rows/import.ts";
import { ONE_FILE } from "./rows/one-file.ts";
import { PROGRAM } from "./rows/program.ts";
import { PULUMI } from "./rows/pulumi.ts";
import type { Row } from "./rows/row.ts";
import { TYPES } from "./rows/types.ts";
import { withWorkspace } from "./workspace.ts";

const ROWS: readonly Row[] = [
  ...ONE_FILE,
  FILES,
  EMITTER,
  IMPORT,
  PROGRAM,
  HELP,
  CODEGEN,
  GENERATE_CRD,
  TYPES,
  CHECK_OBJECTS,
  ...CHECK_YAML,
  PULUMI,
];

/**
 * Measures the rows that are named, or all, and prints their tables. `BENCH_ROUNDS` overrides how often each is run. Fails when
 * a contestant's output is wrong, and never for a time.
 */
export function main(args: readonly string[], root: string): number {
  const unknown = args.find((arg) => ROWS.every((row) => !isMeant(row, arg)));
  if (unknown !== undefined) {
    process.stderr.write(`there is no row "${unknown}"; there are ${ROWS.map(({ name }) => name).join(", ")}\n`);
    return 2;
  }
  const { status } = spawnSync(process.execPath, [join(root, "test/tools/build.mjs")], { stdio: "inherit" });
  if (status !== 0) return 1;
  const wanted = ROWS.filter((row) => args.length === 0 || args.some((arg) => isMeant(row, arg)));
  withWorkspace(root, (workspace) => {
    for (const row of wanted) {
      const rounds = Number(process.env["BENCH_ROUNDS"] ?? row.rounds);
      const table = row.run(workspace, rounds);
      process.stdout.write(`## ${row.title}\n\n${table}\n\n${conditions(rounds)}\n\n`);
    }
  });
  return 0;
}

/** `one-file` means both of its sizes. */
function isMeant({ name }: Row, arg: string): boolean {
  return name === arg || name.startsWith(`${arg}-`);
}

/** What to know before comparing with another run. */
function conditions(rounds: number): string {
  const [load = 0] = loadavg();
  return `Medians of ${rounds} interleaved rounds; Node ${process.versions.node}, ${cpus().length} cores, load ${load.toFixed(1)}.`;
}
