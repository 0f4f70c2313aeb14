// A program's places are found whatever runs it: the stacks that it has under each loader are read here, and its files. Pulumi
// registers a ts-node of its own in the way that is tried here.
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../sdk/diagnostics/diagnostic.ts";
import { locate } from "../../sdk/diagnostics/locate.ts";
import type { CallSite } from "../../sdk/model/source-location.ts";
import { sourcePlaces } from "../../sdk/places/source-places.ts";
import { userProject } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { sluice } from "./sluice.ts";

/** What compilers move: a type, an enum and a comment stand above the calls. */
const APPS = `import { fluxSystem, kustomization, type Resource } from "sluice";

interface Settings {
  readonly interval: string;
}

export enum Size { Small = "1m", Large = "1h" }

/* The helper. */
export function app(name: string, settings: Settings): Resource {
  return kustomization(name, {
    sourceRef: fluxSystem,
    path: "./apps",
    interval: settings.interval as string,
    prune: true,
  });
}
`;
const MAIN = `import { app, Size } from "./apps.js";

type Name = "shop";

const made = app("shop" satisfies Name, { interval: Size.Small });
`;
const PRINT = `
const sites = Object.getOwnPropertySymbols(made).map((symbol) => Reflect.get(made, symbol));
const { stack, holds } = sites.find((value) => value !== null && typeof value === "object" && "stack" in value);
console.log(JSON.stringify({ stack, holds }));
`;

const PROGRAM = MAIN + PRINT;
const FILES = {
  "apps.ts": APPS,
  "main.ts": PROGRAM,
};

/** What a program prints of the place of its one resource, found in its files. */
function placesFound(project: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): readonly string[] {
  const env = { ...process.env, NODE_OPTIONS: "", ...environment };
  const run = spawnSync(process.execPath, args, { cwd: project, env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const site: CallSite = JSON.parse(run.stdout);
  const found: Diagnostic = { code: "path/missing", severity: "warning", message: "", hint: "", site, path: INTERVAL };
  const [located] = locate([found], sourcePlaces().ofAuthor);
  return (located?.places ?? []).map(({ file, line, column, lineText = "", length = 3 }) => {
    const text = lineText.slice(column - 1, column - 1 + length);
    return `${file.slice(project.length + 1)}:${line}:${column} ${text}`;
  });
}

const INTERVAL = ["spec", "interval"];
const PLACES = ["apps.ts:14:5 interval: settings.interval as string", "main.ts:5:14 app"];

const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
const MODULE = '{ "type": "module" }';
const COMMON = '{ "type": "commonjs" }';
const REGISTER = `require("ts-node").register({
  compiler: "ts5.9", transpileOnly: true, skipProject: true,
  compilerOptions: { module: "commonjs", target: "es2020", moduleResolution: "node10", esModuleInterop: true, sourceMap: true },
});
require("./main.ts");
`;

describe("the place of a field is found", () => {
  test.each([MODULE, COMMON].map((manifest) => [JSON.parse(manifest).type, manifest]))(
    "under tsx, as a %s",
    (_, manifest) => {
      expect(placesFound(userProject({ ...FILES, "package.json": manifest }), [TSX, "main.ts"])).toEqual(PLACES);
    },
  );

  test("under ts-node", () => {
    const options = { module: "commonjs", target: "es2022", moduleResolution: "node10", esModuleInterop: true };
    const project = userProject({
      ...FILES,
      "main.ts": PROGRAM.replace("./apps.js", "./apps"),
      "package.json": COMMON,
      "tsconfig.json": JSON.stringify({ compilerOptions: options }),
    });
    const bin = join(ROOT, "node_modules/ts-node/dist/bin.js");
    const environment = { TS_NODE_COMPILER: "ts5.9", TS_NODE_TRANSPILE_ONLY: "true" };
    expect(placesFound(project, [bin, "main.ts"], environment)).toEqual(PLACES);
  });

  test("under a ts-node that is registered, as Pulumi does it", () => {
    const main = PROGRAM.replace("./apps.js", "./apps");
    const project = userProject({ ...FILES, "main.ts": main, "package.json": COMMON, "run.js": REGISTER });
    expect(placesFound(project, ["run.js"])).toEqual(PLACES);
  });

  test.each([
    ["with a source map beside it, which nothing reads", ["--sourceMap"], []],
    ["with a source map in it, which nothing reads", ["--inlineSourceMap"], []],
    ["with a source map that Node reads", ["--sourceMap"], ["--enable-source-maps"]],
  ])("in what tsc compiled, %s", (_, compilerArgs, nodeArgs) => {
    const project = userProject({ ...FILES, "package.json": MODULE });
    const usual = ["--outDir", "out", "--module", "nodenext", "--target", "es2022", "--noCheck", "--ignoreConfig"];
    execFileSync(process.execPath, [TSC, ...usual, ...compilerArgs, "main.ts"], { cwd: project });
    expect(placesFound(project, [...nodeArgs, "out/main.js"])).toEqual(PLACES);
  });

  test("in a bundle of the command's", () => {
    const fleet = `${MAIN.replace("Size.Small", "5 as never")}
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: made });
import { cluster } from "sluice";
`;
    const project = userProject({ ...FILES, "fleet.ts": fleet });
    const { diagnostics } = JSON.parse(sluice(project, ["check", "--output", "json"]).stdout);
    expect(diagnostics).toMatchObject([
      {
        code: "schema/type",
        source: { file: "apps.ts", line: 14, column: 5, endColumn: 42 },
        callers: [{ file: "fleet.ts", line: 5, column: 14 }],
      },
    ]);
  });
});
