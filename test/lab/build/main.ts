import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { moduleFolder, outputFolder } from "./cache.ts";
import { COMPONENTS, type Component, type ModuleName } from "./components.ts";
import { copyCustomResources } from "./custom-resources.ts";
import { BuildError, goSettings } from "./go.ts";
import { exclusively } from "./lock.ts";
import { buildProgram, isBuilt } from "./program.ts";

/**
 * Builds the lab's programs that are missing.
 *
 * @param names Which. Default: all that the tests use.
 * @returns The exit code.
 */
export async function main(names: readonly string[], repository: string): Promise<number> {
  const unknown = names.find((name) => COMPONENTS.every((component) => component.name !== name));
  if (unknown !== undefined) {
    console.error(`There is no program "${unknown}". There are: ${COMPONENTS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const wanted = COMPONENTS.filter(({ name, onRequest }) => (names.length === 0 ? !onRequest : names.includes(name)));
  const start = performance.now();
  try {
    for (const [index, component] of wanted.entries()) {
      await build(component, `${index + 1}/${wanted.length}`, repository);
      if (process.exitCode === 130) return 130;
    }
    const output = outputOf("cluster", repository);
    mkdirSync(output, { recursive: true });
    copyCustomResources(moduleFolder(repository, "cluster"), output);
  } catch (error) {
    if (process.exitCode === 130) return 130;
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    return 1;
  }
  const folders = [...new Set(wanted.map(({ module }) => outputOf(module, repository)))];
  console.log(`${wanted.length} programs are ready after ${seconds(start)} in ${folders.join(" and ")}`);
  return 0;
}

async function build(component: Component, place: string, repository: string): Promise<void> {
  const output = outputOf(component.module, repository);
  if (isBuilt(component, output)) return;
  mkdirSync(output, { recursive: true });
  const say = (text: string): void => console.log(`[${place}] ${component.name}: ${text}`);
  await exclusively(
    join(output, `${component.name}.lock`),
    (owner) => say(`another build is at it (process ${owner}), waiting`),
    async () => {
      if (isBuilt(component, output)) return;
      say("building");
      const start = performance.now();
      await buildProgram(component, repository, output);
      say(`built in ${seconds(start)}`);
    },
  );
}

const outputs = new Map<ModuleName, string>();

function outputOf(module: ModuleName, repository: string): string {
  const known = outputs.get(module);
  if (known !== undefined) return known;
  const folder = outputFolder(repository, module, goSettings(moduleFolder(repository, module)));
  outputs.set(module, folder);
  return folder;
}

function seconds(start: number): string {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}
