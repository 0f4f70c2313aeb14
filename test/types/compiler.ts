import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

/** The versions of TypeScript that are supported: the oldest, the last one written in itself, the newest. */
export const COMPILERS = { "5.4": "ts5.4", "5.9": "ts5.9", "7.0": "typescript" } as const;

/** A version of TypeScript. */
export type CompilerVersion = keyof typeof COMPILERS;

/** What a compiler said. */
export interface Compilation {
  /** Each error with the lines that explain it, by the file that it is in, relative to the repository. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
  /** The files of the program, relative to the repository, without declarations. */
  readonly files: readonly string[];
  /** What `--extendedDiagnostics` counted. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Writes the package's declarations to a folder, as they are published. */
export async function emitDeclarations(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const project = join(folder, "tsconfig.json");
  const settings = {
    extends: join(REPOSITORY, "tsconfig.esm.json"),
    compilerOptions: {
      rootDir: join(REPOSITORY, "sdk"),
      outDir: folder,
      emitDeclarationOnly: true,
      isolatedDeclarations: false,
      typeRoots: [join(REPOSITORY, "node_modules", "@types")],
    },
    files: [join(REPOSITORY, "sdk", "index.ts")],
    include: [],
  };
  writeFileSync(project, JSON.stringify(settings));
  const said = await outputOf([compilerOf("7.0"), "-p", project, "--pretty", "false"]);
  if (said !== "") throw new Error(`The package's declarations cannot be made:\n${said}`);
}

/** What to compile. */
export interface Program {
  readonly version: CompilerVersion;
  /** Where {@link emitDeclarations} wrote. */
  readonly declarations: string;
  /** A folder for the compiler's settings. */
  readonly folder: string;
  /** Files and globs, relative to the repository. */
  readonly include: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Compiles programs as a user would, against the published declarations. */
export async function compile({ version, declarations, folder, include, options = {} }: Program): Promise<Compilation> {
  mkdirSync(folder, { recursive: true });
  const project = join(folder, "tsconfig.json");
  const settings = {
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022"],
      module: "nodenext",
      types: [],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      paths: { sluice: [join(declarations, "index.d.ts")] },
      ...options,
    },
    include: include.map((path) => resolve(REPOSITORY, path)),
  };
  writeFileSync(project, JSON.stringify(settings));
  const args = ["-p", project, "--pretty", "false", "--listFiles", "--extendedDiagnostics"];
  return read(await outputOf([compilerOf(version), ...args]));
}

function compilerOf(version: CompilerVersion): string {
  return join(REPOSITORY, "node_modules", COMPILERS[version], "bin", "tsc");
}

/** A compiler that found errors exits with another code than 0, and says them on standard output all the same. */
async function outputOf(args: readonly string[]): Promise<string> {
  const options = { cwd: REPOSITORY, maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await run(process.execPath, args, options)).stdout;
  } catch (failure) {
    if (failure instanceof Error && "stdout" in failure && typeof failure.stdout === "string") return failure.stdout;
    throw failure;
  }
}

function read(output: string): Compilation {
  const errors = new Map<string, string[]>();
  const files: string[] = [];
  const counts = new Map<string, number>();
  let open: string[] | undefined;
  for (const line of output.split(/\r?\n/)) {
    const located = /^(\S.*?)\((\d+),(\d+)\): (error .*)$/.exec(line);
    const general = /^(error .*)$/.exec(line);
    const count = /^(\w[\w ]*): +(\d+)\w*$/.exec(line);
    if (located !== null) {
      const [, file = "", row = "", column = "", text = ""] = located;
      const name = inRepository(join(REPOSITORY, file));
      open = errors.get(name) ?? [];
      errors.set(name, open);
      open.push(`${row}:${column} ${text}`);
    } else if (general !== null) {
      errors.set("", [...(errors.get("") ?? []), line]);
    } else if (/^ +\S/.test(line) && open !== undefined) {
      open[open.length - 1] += `\n${line}`;
    } else {
      open = undefined;
      if (count !== null) counts.set(count[1] ?? "", Number(count[2]));
      else if (/\.ts$/.test(line) && !/\.d\.ts$/.test(line)) files.push(inRepository(line));
    }
  }
  return { errors, files: files.sort(), counts };
}

function inRepository(path: string): string {
  return relative(REPOSITORY, path).replaceAll("\\", "/");
}
