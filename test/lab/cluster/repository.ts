import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { lab } from "./lab.ts";

/** A repository with the branch `main`, served over HTTP and SSH. */
export interface Repository {
  readonly name: string;
  readonly httpUrl: string;
  readonly sshUrl: string;
  /** Adds a commit that writes files and, where `null` stands for a file, removes them. Gives its hash. */
  commit(files: Readonly<Record<string, string | null>>, message?: string): Promise<string>;
  /** Adds a commit whose files are those of a folder and no others. Gives its hash. */
  commitFolder(folder: string, message?: string): Promise<string>;
  /** Reads a file of the last commit. */
  read(path: string): Promise<string | undefined>;
  /** Gives the subjects of the commits, the newest first. */
  log(): Promise<readonly string[]>;
  /** From now on only these keys (lines of an authorized_keys file) are let in over SSH: at the beginning none. */
  allowKeys(...publicKeys: readonly string[]): void;
  /** From now on HTTP asks for a user and a password; `undefined` lets everybody in, as at the beginning. */
  requirePassword(account: { readonly user: string; readonly password: string } | undefined): void;
}

/** Makes a repository that no other test has, with a first commit. */
export async function newRepository(files: Readonly<Record<string, string>> = {}): Promise<Repository> {
  const { git: folders, gitSsh, http } = lab();
  const name = `repository-${randomBytes(4).toString("hex")}`;
  const folder = join(folders.repositories, `${name}.git`);
  await git(["init", "--quiet", "--bare", "--initial-branch=main", folder]);
  await git(["-C", folder, "config", "http.receivepack", "true"]);
  let isEmpty = true;

  async function add(lines: readonly (string | Buffer)[], message: string): Promise<string> {
    const head = [`commit refs/heads/main`, `committer lab <lab@localhost> now`, data(message)];
    const parent = isEmpty ? [] : ["from refs/heads/main^0"];
    await git(["-C", folder, "fast-import", "--quiet", "--date-format=now"], joinLines([...head, ...parent, ...lines]));
    isEmpty = false;
    return (await git(["-C", folder, "rev-parse", "main"])).trim();
  }

  const repository: Repository = {
    name,
    httpUrl: `${http}/git/${name}.git`,
    sshUrl: `${gitSsh.url}/${name}.git`,
    commit: (changes, message = "Change files") =>
      add(
        Object.entries(changes).flatMap(([path, text]) => (text === null ? [`D ${path}`] : write(path, text))),
        message,
      ),
    commitFolder: (source, message = "Write the folder") =>
      add(["deleteall", ...filesIn(source).flatMap((path) => write(path, readFileSync(join(source, path))))], message),
    read: (path) => git(["-C", folder, "show", `main:${path}`]).catch(() => undefined),
    log: async () => (await git(["-C", folder, "log", "--format=%s", "main"])).trim().split("\n"),
    allowKeys: (...publicKeys) => writeFileSync(join(folders.keys, name), `${publicKeys.join("\n")}\n`),
    requirePassword: (account) => {
      const file = join(folders.passwords, name);
      if (account === undefined) rmSync(file, { force: true });
      else writeFileSync(file, `${account.user}:${account.password}`);
    },
  };
  await repository.commit(files, "Begin");
  return repository;
}

function write(path: string, text: string | Buffer): readonly (string | Buffer)[] {
  return [`M 100644 inline ${path}`, data(text)];
}

function data(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes]);
}

function joinLines(lines: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")]));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(".git/") && !path.split("/").includes("node_modules"));
}

function git(args: readonly string[], input?: Buffer): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return new Promise((resolve, reject) => {
    const child = execFile("git", args, { env, encoding: "utf8" }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end(input);
  });
}
