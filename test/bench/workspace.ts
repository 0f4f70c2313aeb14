import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { buildSync } from "esbuild";
import { APPS, mainProgram, moduleProgram } from "./small-fleet.ts";

/** Where the contestants run. */
export interface Workspace {
  /** The repository. */
  readonly root: string;
  /** The peers' programs, with the peers installed. */
  readonly peers: string;
  /** Programs for Sluice, with Sluice installed. */
  readonly sluice: string;
  /** Written to by contestants. */
  readonly out: string;
  /** The built command. */
  readonly command: string;
  /** Loaded into every measured process. */
  readonly probe: string;
}

const PEERS_PROGRAMS = ["cdk8s.mjs", "plain.mjs", "printers.mjs", "read.mjs", "emitters.mjs"];

/** Makes a folder with everything that the contestants need, does something, and removes the folder. */
export function withWorkspace(root: string, work: (workspace: Workspace) => void): void {
  const bench = join(root, "test/bench");
  installPeers(join(bench, "peers"));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sluice-bench-")));
  const workspace: Workspace = {
    root,
    peers: join(folder, "peers"),
    sluice: join(folder, "sluice"),
    out: join(folder, "out"),
    command: join(root, "dist/esm/cli/main.js"),
    probe: join(bench, "probe.cjs"),
  };
  try {
    layPeers(bench, workspace.peers);
    laySluice(bench, workspace);
    work(workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs the peers on first use, and again when their lock file has changed. */
function installPeers(folder: string): void {
  const installed = statSync(join(folder, "node_modules/.package-lock.json"), { throwIfNoEntry: false });
  if (installed !== undefined && installed.mtimeMs > statSync(join(folder, "package-lock.json")).mtimeMs) return;
  process.stderr.write("installing the peers\n");
  // Some ask for a newer Node than the oldest that Sluice runs on, and work on it all the same.
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("npm ci failed in test/bench/peers");
}

function layPeers(bench: string, folder: string): void {
  mkdirSync(join(folder, "components"), { recursive: true });
  symlinkSync(join(bench, "peers/node_modules"), join(folder, "node_modules"));
  for (const name of PEERS_PROGRAMS) copyFileSync(join(bench, "peers", name), join(folder, name));
  copyFileSync(join(bench, "peers/kosko.js"), join(folder, "components/fleet.js"));
  writeFileSync(join(folder, "kosko.toml"), 'components = ["*"]\n');
  // The peers get plain JavaScript, which costs them nothing to load.
  buildSync({
    entryPoints: {
      manifests: join(bench, "programs/manifests.ts"),
      "emit-yaml": join(bench, "../../sdk/emit/yaml/emit-yaml.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    target: "node20",
  });
}

function laySluice(bench: string, { root, sluice, out }: Workspace): void {
  mkdirSync(join(sluice, "node_modules"), { recursive: true });
  symlinkSync(root, join(sluice, "node_modules/sluice"));
  writeFileSync(join(sluice, "package.json"), '{ "type": "module" }\n');
  for (const name of ["fleet.ts", "manifests.ts"]) copyFileSync(join(bench, "programs", name), join(sluice, name));
  const small = join(sluice, "small");
  mkdirSync(join(small, "apps"), { recursive: true });
  writeFileSync(join(small, "one.ts"), mainProgram("one"));
  writeFileSync(join(small, "twenty.ts"), mainProgram("twenty"));
  for (const app of APPS) writeFileSync(join(small, `apps/${app}.ts`), moduleProgram(app));
  for (const name of ["one", "twenty"]) {
    buildSync({
      entryPoints: [join(small, `${name}.ts`)],
      outfile: join(small, `${name}.js`),
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
      target: "node20",
    });
  }
  emptyFolder(out);
}

/** Empties a folder for output. The path that the fleet's Kustomizations apply exists in it. */
export function emptyFolder(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(join(folder, "apps"), { recursive: true });
}
