import type { PackageManager } from "./packages.ts";

/** What installs exactly what the lock file says, and what runs a package's command. */
const COMMANDS: Readonly<Record<PackageManager, { readonly install: string; readonly run: string }>> = {
  npm: { install: "npm ci", run: "npx" },
  pnpm: { install: "pnpm install --frozen-lockfile", run: "pnpm exec" },
  yarn: { install: "yarn install --immutable", run: "yarn run" },
};

/** What CI runs. */
export interface Workflow {
  readonly manager: PackageManager;
  /** The program's folder, from the repository's root: empty at the root. */
  readonly path: string;
  readonly hasTypes: boolean;
}

/** A workflow of GitHub Actions that fails when somebody forgot to build. */
export function githubText(workflow: Workflow): string {
  const { path } = workflow;
  const folder = path === "" ? "" : `    defaults:\n      run:\n        working-directory: ${quoted(path)}\n`;
  return `name: sluice
on:
  push:
    branches-ignore: ["dependabot/**"]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
${folder}    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: lts/*
${steps(workflow)
  .map((step) => `      - run: ${step}\n`)
  .join("")}`;
}

/** A job of GitLab CI that does the same. */
export function gitlabText(workflow: Workflow): string {
  const { path } = workflow;
  const folder = path === "" ? [] : [`cd ${quoted(path)}`];
  return `sluice:
  image: node:lts
  script:
${[...folder, ...steps(workflow)].map((step) => `    - ${step}\n`).join("")}`;
}

function steps({ manager, hasTypes }: Workflow): readonly string[] {
  const { install, run } = COMMANDS[manager];
  const corepack = manager === "npm" ? [] : ["npm install --global corepack && corepack enable"];
  return [...corepack, install, ...(hasTypes ? [`${run} tsc`] : []), `${run} sluice build --check`];
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
