import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Environment } from "./read-secret.ts";

/** What the command `sops` gave. */
export type SopsOutcome =
  | { readonly type: "done"; readonly stdout: string }
  | { readonly type: "absent" }
  /** In its own words, as far as no secret is in them. */
  | { readonly type: "failed"; readonly reason: string };

/** What `sops` is run for. */
export interface SopsRequest {
  /** The configuration to use, absolute. */
  readonly config: string;
  readonly args: readonly string[];
  /** What it reads from its standard input. It never stands among its arguments, nor in a file. */
  readonly input: string;
  /** What must not be quoted of its answer. */
  readonly secrets: readonly string[];
}

/** A key service or an agent that does not answer by then will not. In milliseconds. */
const PATIENCE = 60_000;
const NAMES: readonly string[] = process.platform === "win32" ? ["sops.exe", "sops.cmd"] : ["sops"];

/** Finds the command `sops` on the path. */
export function findSops(environment: Environment): string | undefined {
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/** Runs `sops` with the environment as it is. */
export async function runSops(
  { config, args, input, secrets }: SopsRequest,
  environment: Environment,
): Promise<SopsOutcome> {
  const command = findSops(environment);
  if (command === undefined) return { type: "absent" };
  return new Promise((resolve) => {
    const child = spawn(command, ["--config", config, ...args], {
      cwd: dirname(config),
      timeout: PATIENCE,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => stdout.push(data));
    child.stderr.on("data", (data: Buffer) => stderr.push(data));
    // It may end before it has read everything.
    child.stdin.on("error", () => undefined);
    child.once("error", () => resolve({ type: "failed", reason: "it cannot be started" }));
    child.once("close", (status, signal) => {
      if (status === 0) resolve({ type: "done", stdout: Buffer.concat(stdout).toString("utf8") });
      else {
        const said = Buffer.concat(stderr).toString("utf8");
        const how = signal === null ? `it ended with ${status}` : `it was ended by ${signal}`;
        const unsaid =
          said.trim() === "" ? how : `${how}, and what it said is not shown, since a part of a value may be in it`;
        resolve({ type: "failed", reason: quotable(said, secrets) ?? unsaid });
      }
    });
    child.stdin.end(input);
  });
}

/** How long a piece of a secret is that gives it away. */
const PIECE = 4;
const LONGEST = 300;

/** The last words of an answer, unless any piece of a secret is among them. */
export function quotable(answer: string, secrets: readonly string[]): string | undefined {
  const words = answer.replaceAll(/\s+/g, " ").trim().slice(-LONGEST);
  if (words === "") return undefined;
  const pieces = secrets.flatMap((secret) => secret.split(/\s+/)).filter((piece) => piece.length >= PIECE);
  const folded = answer.toLowerCase();
  return pieces.some((piece) => isPartlyIn(piece.toLowerCase(), folded)) ? undefined : words;
}

/** Whether any part of a text stands in another, since an answer may cut what it quotes. */
function isPartlyIn(piece: string, text: string): boolean {
  for (let start = 0; start + PIECE <= piece.length; start++)
    if (text.includes(piece.slice(start, start + PIECE))) return true;
  return false;
}
