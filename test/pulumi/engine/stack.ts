import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CommandError,
  type ConfigMap,
  LocalWorkspace,
  PulumiCommand,
  type PulumiFn,
} from "@pulumi/pulumi/automation/index.js";
import { listen, type Outcome } from "./outcome.ts";

/** What the engine always gets: a key for the state's secrets, and no reason to reach for a network. */
export const ENGINE_ENVIRONMENT: Readonly<Record<string, string>> = {
  PULUMI_CONFIG_PASSPHRASE: "for tests alone",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
};

/** What a stack is made with. */
export interface StackOptions {
  /** The command `pulumi`. */
  readonly pulumi: string;
  /** What the engine and the program get besides: how they reach a provider and a cluster. */
  readonly environment: Readonly<Record<string, string>>;
  readonly project?: string;
  readonly stack?: string;
  readonly config?: ConfigMap;
}

/** A program. It may be another one in each run. */
export type Program = PulumiFn;

/** A stack with its state in a temporary folder. A run that fails is an outcome too. */
export interface TestStack {
  preview(program: Program): Promise<Outcome>;
  up(program: Program): Promise<Outcome>;
  refresh(program: Program): Promise<Outcome>;
  destroy(program: Program): Promise<Outcome>;
  /** The state as it lies on the disk. */
  stateFile(): string;
  outputs(): Promise<Readonly<Record<string, { readonly value: unknown; readonly secret: boolean }>>>;
  /** Removes the folder. */
  remove(): void;
}

const NOTHING: Program = async () => {};

/** Makes a stack. Its secrets are encrypted with a passphrase. */
export async function newStack(options: StackOptions): Promise<TestStack> {
  const { project = "engine", stack: stackName = "test", config = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), "sluice-pulumi-"));
  const at = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  symlinkSync(options.pulumi, join(at("cli/bin"), "pulumi"));
  const state = at("state");
  const stack = await LocalWorkspace.createStack(
    { projectName: project, stackName, program: NOTHING },
    {
      workDir: at("project"),
      pulumiHome: at("home"),
      pulumiCommand: await PulumiCommand.get({ root: join(folder, "cli") }),
      projectSettings: { name: project, runtime: "nodejs", backend: { url: `file://${state}` } },
      envVars: { ...ENGINE_ENVIRONMENT, ...options.environment },
    },
  );
  await stack.setAllConfig(config);

  type Run = (how: { onEvent: never; onOutput: never; color: "never"; program: Program }) => Promise<unknown>;
  async function run(work: Run, program: Program): Promise<Outcome> {
    const listener = listen();
    // Every operation takes these, and some take less.
    const how = { onEvent: listener.onEvent, onOutput: listener.onOutput, color: "never", program } as never;
    try {
      await work(how);
    } catch (error) {
      // A command that fails has said why, and the listener has heard it.
      if (!(error instanceof CommandError)) throw error;
      return listener.outcome(true);
    }
    return listener.outcome(false);
  }

  return {
    preview: (program) => run((how) => stack.preview(how), program),
    up: (program) => run((how) => stack.up(how), program),
    refresh: (program) => run((how) => stack.refresh(how), program),
    destroy: (program) => run((how) => stack.destroy(how), program),
    stateFile: () => readFileSync(join(state, ".pulumi/stacks", project, `${stackName}.json`), "utf8"),
    outputs: () => stack.outputs(),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
