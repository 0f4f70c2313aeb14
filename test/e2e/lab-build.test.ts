// `npm run lab:build` with a stand-in for Go, which writes down what it is asked to build.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { COMPONENTS } from "../lab/build/components.ts";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";

const GO = `#!${process.execPath}
const { appendFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const [command, ...args] = process.argv.slice(2);
if (command === "env") console.log("go1.26.0\\nlinux\\namd64");
if (command === "mod") console.log(JSON.stringify({ Dir: join(__dirname, "module") }));
if (command === "build") {
  const failure = process.env.FAKE_GO_FAILS;
  if (failure) {
    console.error(Array.from({ length: 99 }, (_, index) => "line " + index).join("\\n") + "\\n" + failure);
    process.exit(1);
  }
  const output = args[args.indexOf("-o") + 1];
  appendFileSync(join(__dirname, "built"), args.at(-1) + "\\n");
  setTimeout(() => writeFileSync(output, "a program"), Number(process.env.FAKE_GO_TAKES ?? 0));
}
`;

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with the stand-in and a cache. */
function workplace() {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  const cache = join(folder, "cache");
  writeFiles(bin, { go: GO, "module/config/crd/bases/a.yaml": "kind: CustomResourceDefinition\n" });
  mkdirSync(join(bin, "module/cmd/flux"), { recursive: true });
  chmodSync(join(bin, "go"), 0o755);

  const build = (
    names: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
    onStart: (child: ChildProcess) => void = () => {},
  ): Promise<Result> => {
    const program = join(ROOT, "test/lab/build/run.mjs");
    const settings = { PATH: bin, SLUICE_LAB_CACHE: cache, HOME: folder, ...env };
    const child = spawn(process.execPath, [program, ...names], { cwd: folder, env: settings });
    onStart(child);
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        said[stream] += text;
      });
    }
    return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  };

  const built = (): readonly string[] => {
    const file = join(bin, "built");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  };
  const files = (): readonly string[] =>
    readdirSync(cache, { recursive: true, encoding: "utf8" })
      .filter((path) => !path.includes("/work") && path.includes("/"))
      .map((path) => path.slice(path.indexOf("/") + 1));
  return { bin, cache, build, built, files };
}

const byDefault = COMPONENTS.filter(({ onRequest }) => !onRequest);

test("builds what is missing, once, and says how far it is", async () => {
  const { build, built, files } = workplace();
  const { code, stdout } = await build();
  expect(code).toBe(0);
  const all = byDefault.length;
  expect(stdout.replace(/\d+ s$/m, "1 s")).toContain(
    `[1/${all}] etcd: building\n[1/${all}] etcd: built in 1 s\n[2/${all}]`,
  );
  expect(built()).toEqual(byDefault.map((component) => component.package));
  expect([...files()].sort()).toEqual([...byDefault.map(({ name }) => name), "crds", "crds/a.yaml"].sort());

  const again = await build();
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toMatch(new RegExp(`^${all} programs are ready after \\d+ s in `));
  expect(built()).toHaveLength(byDefault.length);
});

test("two at once build everything once", async () => {
  const { build, built, files } = workplace();
  const results = await Promise.all([build([], { FAKE_GO_TAKES: "50" }), build([], { FAKE_GO_TAKES: "50" })]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect([...built()].sort()).toEqual(byDefault.map((component) => component.package).sort());
  expect(files().filter((path) => path.endsWith(".tmp") || path.endsWith(".lock"))).toEqual([]);
});

test("an interrupted one ends Go, and leaves nothing unfinished", async () => {
  const { build, built, files } = workplace();
  const interrupt = async (child: ChildProcess): Promise<void> => {
    await vi.waitUntil(() => built().length === 1, { timeout: 30_000 });
    child.kill("SIGINT");
  };
  const result = await build([], { FAKE_GO_TAKES: "60000" }, (child) => void interrupt(child));
  expect(result).toMatchObject({ code: 130, stderr: "" });
  expect(files()).toEqual([]);
  expect(built()).toHaveLength(1);
});

test("what was left by a build that was killed is in nobody's way", async () => {
  const { build, built, cache, files } = workplace();
  await build(["etcd"]);
  const [folder = ""] = readdirSync(cache);
  // No process has this number.
  writeFiles(join(cache, folder), { "sops.lock": "4194999", "sops.4194999.tmp": "half a pro" });
  expect((await build(["sops"])).code).toBe(0);
  expect(built()).toHaveLength(2);
  expect([...files()].sort()).toEqual(["crds", "crds/a.yaml", "etcd", "sops"]);
});

test.for<readonly [string, Readonly<Record<string, string>>, RegExp]>([
  ["without Go", { PATH: "/nowhere" }, /^Go is not on the PATH: .* needs Go 1\.26/],
  [
    "with a mistake in the source",
    { FAKE_GO_FAILS: "main.go:1:2: undefined: x" },
    /^etcd could not be built: it does not compile\. .*etcd\.log\):\n(line \d+\n){24}main\.go:1:2: undefined: x\n$/,
  ],
  [
    "without a module",
    { FAKE_GO_FAILS: "reading https://example.com/a: 404 Not Found" },
    /^etcd could not be built: a module that it needs cannot be had; .*GOPROXY/,
  ],
])("fails with a reason: %s", async ([, env, reason]) => {
  const { code, stderr } = await workplace().build([], env);
  expect(code).toBe(1);
  expect(stderr).toMatch(reason);
});

test("refuses a program that it does not know", async () => {
  const { code, stderr } = await workplace().build(["docker"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no program "docker"\. There are: etcd, /);
});
