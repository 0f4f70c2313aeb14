import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moduleFolder } from "./cache.ts";
import type { Component } from "./components.ts";
import { prepareFluxSource } from "./flux-source.ts";
import { BuildError, GO_ENVIRONMENT } from "./go.ts";
import { requiredVersions, versionOfPackage } from "./module-file.ts";

const LINES_OF_A_LOG = 25;

/** Builds a program under a temporary name and gives it its own when it is complete. */
export async function buildProgram(component: Component, repository: string, output: string): Promise<void> {
  const sources = moduleFolder(repository, component.module);
  const work = join(output, "work");
  mkdirSync(work, { recursive: true });
  const moduleFile = join(work, `${component.name}.mod`);
  const log = join(work, `${component.name}.log`);
  const unfinished = join(output, `${component.name}.${process.pid}.tmp`);
  // A copy, because one of its lines names a folder of this machine.
  const text = readFileSync(join(sources, "go.mod"), "utf8");
  const replacement = component.name === "flux" ? prepareFluxSource(sources, work) : "";
  writeFileSync(moduleFile, text + replacement);
  writeFileSync(join(work, `${component.name}.sum`), readFileSync(join(sources, "go.sum")));
  removeUnfinished(component, output);

  const args = ["build", "-mod=readonly", `-modfile=${moduleFile}`, "-buildvcs=false", "-trimpath"];
  try {
    const { code, printed } = await runGo(
      [...args, linkerFlags(component, text), "-o", unfinished, component.package],
      sources,
    );
    writeFileSync(log, printed);
    if (code !== 0) throw new BuildError(explain(component, printed, log));
    renameSync(unfinished, join(output, component.name));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Tells whether a program is there. What is there under its name is complete. */
export function isBuilt(component: Component, output: string): boolean {
  return existsSync(join(output, component.name));
}

function linkerFlags(component: Component, moduleFile: string): string {
  const version = versionOfPackage(component.package, requiredVersions(moduleFile));
  const stamps = version === undefined ? {} : (component.stamp?.(version) ?? {});
  // Without symbols and debug information: a third of the size.
  return `-ldflags=${["-s", "-w", ...Object.entries(stamps).map(([name, value]) => `-X ${name}=${value}`)].join(" ")}`;
}

/** What a build that was killed has left behind. */
function removeUnfinished(component: Component, output: string): void {
  const pattern = new RegExp(`^${component.name}\\.\\d+\\.tmp$`);
  for (const name of readdirSync(output).filter((entry) => pattern.test(entry)))
    rmSync(join(output, name), { force: true });
}

async function runGo(args: readonly string[], folder: string): Promise<{ code: number; printed: string }> {
  const child = spawn("go", args, { cwd: folder, env: GO_ENVIRONMENT, stdio: ["ignore", "pipe", "pipe"] });
  const stop = endWith(child);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  try {
    const code = await new Promise<number>((resolve, reject) =>
      child.once("error", reject).once("close", (status) => resolve(status ?? 1)),
    );
    return { code, printed: Buffer.concat(chunks).toString("utf8") };
  } finally {
    stop();
  }
}

/** Ends Go when this process is told to end: it then ends its compilers. */
function endWith(child: ChildProcess): () => void {
  const end = (): void => {
    child.kill("SIGINT");
    process.exitCode = 130;
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

function explain(component: Component, printed: string, log: string): string {
  const lines = printed.trimEnd().split("\n");
  const isUnavailable =
    /404 Not Found|410 Gone|403 Forbidden|not available|dial tcp|no such host|unknown revision/.test(printed);
  const what = isUnavailable
    ? "a module that it needs cannot be had; Go's settings GOPROXY and GOFLAGS say where it looks"
    : "it does not compile";
  const end = lines.slice(-LINES_OF_A_LOG).join("\n");
  return `${component.name} could not be built: ${what}. The end of its log (${log}):\n${end}`;
}
