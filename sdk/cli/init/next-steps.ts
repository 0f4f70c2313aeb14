import { DEVELOPMENT } from "./package-text.ts";
import type { PackageManager } from "./packages.ts";
import { FIRST_CLUSTER } from "./program-text.ts";
import type { Surroundings } from "./surroundings.ts";

const ADD: Readonly<Record<PackageManager, string>> = {
  npm: "npm install --save-dev",
  pnpm: "pnpm add --save-dev",
  yarn: "yarn add --dev",
};

/** What is left to do, a command a line. */
export function nextSteps({ package: existing, clusters, repository, path }: Surroundings): readonly string[] {
  const { manager, packages } = existing;
  const missing = packages === undefined ? [] : Object.keys(DEVELOPMENT).filter((name) => !packages.has(name));
  const enter = path === "" ? [] : [`cd ${path}`];
  if (packages !== undefined && missing.length === 0) return [];
  const install = packages === undefined ? `${manager} install` : `${ADD[manager]} ${missing.join(" ")}`;
  const run = manager === "npm" ? "npx sluice build" : `${manager} sluice build`;
  const branch = repository?.branch ?? "main";
  const bootstrap = `flux bootstrap git --url=${repository?.url ?? "URL"} --branch=${branch} --path=${FIRST_CLUSTER}`;
  return [...enter, install, run, ...(clusters.length === 0 ? [`commit and push, then ${bootstrap}`] : [])];
}
