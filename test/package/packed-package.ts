import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";

/** What `npm publish` would upload. */
export interface PackedPackage {
  readonly tarball: string;
  /** In bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  /** Paths of its files, sorted. */
  readonly files: readonly string[];
}

/** The part of `npm pack --json` that is read here. */
interface PackReport {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** The parts of a package.json that are read here. */
export interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Packs this package into a folder. */
export function pack(folder: string): PackedPackage {
  const report = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  // npm's own format: a list with one entry for each package.
  const [packed] = JSON.parse(report) as readonly [PackReport];
  const { filename, size, unpackedSize, files } = packed;
  return { tarball: join(folder, filename), size, unpackedSize, files: files.map(({ path }) => path).sort() };
}

/** Unpacks the package and links its dependencies, and nothing else: what `npm install` does, without a network. */
export function projectWithPackage({ tarball }: PackedPackage, files: Readonly<Record<string, string>>): string {
  const project = temporaryFolder();
  writeFiles(project, files);
  const installed = join(project, "node_modules/sluice");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  for (const name of Object.keys(readPackageJson(installed).dependencies)) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), link);
  }
  return project;
}

export function readPackageJson(folder: string): PackageJson {
  // Our own file: npm has checked its fields when it packed it.
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
}
