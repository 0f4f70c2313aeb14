import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { listen, type Outcome } from "./outcome.ts";
import { ENGINE_ENVIRONMENT, type StackOptions } from "./stack.ts";

const RUNNER = fileURLToPath(new URL("run-program.mjs", import.meta.url));

type Operation = "preview" | "up" | "refresh" | "destroy";

/** A stack of a program that is a file. */
export interface FileStack {
  run(operation: Operation): Promise<Outcome & { readonly outputs: Readonly<Record<string, unknown>> }>;
  stateFile(): string;
  remove(): void;
}

/** Makes a stack of a program. Each run is a process of its own, in the program's folder. */
export function newFileStack(program: string, options: StackOptions & { readonly config?: object }): FileStack {
  const { project = "engine", stack: name = "test", config = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), "sluice-pulumi-"));
  for (const part of ["cli/bin", "project", "home", "state"]) mkdirSync(join(folder, part), { recursive: true });
  symlinkSync(options.pulumi, join(folder, "cli/bin/pulumi"));
  const environment = { ...ENGINE_ENVIRONMENT, ...options.environment };
  const stack = { project, name, folder, root: join(folder, "cli"), environment, config };
  // Like a program's own `--import tsx`, but found from here.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

  return {
    async run(operation) {
      const said = await start(
        ["--import", tsx, RUNNER],
        dirname(program),
        JSON.stringify({ program, operation, stack }),
      );
      // What run-program.mjs writes.
      const answer = JSON.parse(said) as {
        events: EngineEvent[];
        output: string[];
        error?: string;
        outputs: Record<string, { value: unknown }>;
      };
      const listener = listen();
      for (const event of answer.events) listener.onEvent(event);
      for (const text of answer.output) listener.onOutput(text);
      const outputs = Object.fromEntries(Object.entries(answer.outputs).map(([key, { value }]) => [key, value]));
      return { ...listener.outcome(answer.error !== undefined), outputs };
    },
    stateFile: () => readFileSync(join(folder, "state/.pulumi/stacks", project, `${name}.json`), "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function start(args: readonly string[], cwd: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        said[stream] += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(said.stdout) : reject(new Error(said.stderr || said.stdout))));
    child.stdin.end(input);
  });
}
