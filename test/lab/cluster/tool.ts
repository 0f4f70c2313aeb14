import { spawn } from "node:child_process";
import { lab } from "./lab.ts";

/** The commands that the lab builds. */
export type ToolName = "flux" | "kustomize" | "sops" | "age-keygen";

/** What a command did. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a command runs. */
export interface ToolOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a command that may fail, with the cluster of this run as its cluster. */
export function run(tool: ToolName, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const { kubeconfig, programs } = lab();
  const program = programs[tool];
  if (program === undefined) throw new Error(`The lab has no program "${tool}"`);
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, KUBECONFIG: kubeconfig, ...options.env },
  });
  // A command may end before it has read its input.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/** Runs a command that must succeed, and gives what it printed. */
export async function runOrThrow(tool: ToolName, args: readonly string[], options?: ToolOptions): Promise<string> {
  const { code, stdout, stderr } = await run(tool, args, options);
  if (code !== 0) throw new Error(`"${tool} ${args.join(" ")}" ended with ${code}: ${stderr || stdout}`);
  return stdout;
}
