// What a user sees of each code: a folder of test/golden/diagnostics holds a program that makes the mistake, and the text that the
// command prints. Without a program there, it is the wrong example of the code's explanation. `npx vitest run
// test/e2e/diagnostics.test.ts -u` writes the texts anew, and those of new codes; the first line is the command. Where there is a
// `before.ts`, it is built first; what is in `repository` is laid over that. An `index.ts` is a Pulumi program, which is run with mocks.
// What is in `server` is on the web at http://charts.example.com, as far as the command and its files are concerned.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CATALOG, catalogEntry, type DiagnosticCode, isDiagnosticCode } from "../../sdk/diagnostics/catalog.ts";
import { EXPLANATIONS } from "../../sdk/diagnostics/explanations.ts";
import { temporaryFolder, userProject } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { wholeProgram } from "../tools/run-example.ts";
import { type Run, startPulumi, startSluice } from "./sluice.ts";

const GOLDEN = join(ROOT, "test/golden/diagnostics");

const codes = Object.keys(CATALOG).filter(isDiagnosticCode);
const folderOf = (code: DiagnosticCode): string => join(GOLDEN, code.replace("/", "-"));

/** The one that waits for half a minute starts first, beside the others. */
const slowestFirst = [...codes].sort(
  (left, right) => Number(right === "layout/locked") - Number(left === "layout/locked"),
);

describe.concurrent("what a user sees of", () => {
  test.for(slowestFirst)("%s", async (code, { expect, onTestFinished }) => {
    const folder = folderOf(code);
    const expected = join(folder, "expected.txt");
    const [command = ""] = (existsSync(expected) ? readFileSync(expected, "utf8") : "$ sluice build").split("\n");
    const { stderr, stdout, status } = await see(code, command, userProject({}, onTestFinished), onTestFinished);
    const text = `${command}\n${stderr}`;

    expect(stdout).toBe("");
    expect(status).toBe(catalogEntry(code).severity === "error" ? 1 : 0);
    // Nothing else is wrong with the program, so that the text is about one mistake.
    const seen = [...text.matchAll(/^(?:error|warning|info)\[(.*?)\]/gm)].map(([, found]) => found);
    expect(seen).toContain(code);
    expect(seen.filter((found) => found !== code)).toEqual([]);
    await expect(text).toMatchFileSnapshot(expected);
    // The passwords of the programs start so.
    expect(text).not.toContain("correct-horse");
  });
});

/** Runs a command as in `$ sluice build`, where an earlier program was built and files of people's stand. */
async function see(
  code: DiagnosticCode,
  command: string,
  project: string,
  atTheEnd: (close: () => void) => void,
): Promise<Run> {
  const folder = folderOf(code);
  const [, ...args] = command.replace(/^\$ /, "").split(" ");
  if (existsSync(join(folder, "before.ts"))) {
    cpSync(join(folder, "before.ts"), join(project, "before.ts"));
    expect(await startSluice(project, ["build", "before.ts"]).ended).toMatchObject({ status: 0 });
  }
  if (existsSync(join(folder, "repository"))) cpSync(join(folder, "repository"), project, { recursive: true });
  const fleet = join(folder, "fleet.ts");
  const { wrong } = EXPLANATIONS[code];
  if (existsSync(fleet)) cpSync(fleet, join(project, "fleet.ts"));
  else if ("program" in wrong) writeFileSync(join(project, "fleet.ts"), wholeProgram(wrong.program));
  // What `sops` there is, is that of the project, and so is the key.
  const isEncrypted = existsSync(join(folder, "repository/.sops.yaml"));
  const key = join(project, "age.key");
  const environment = {
    ...(isEncrypted ? { PATH: join(project, "bin") } : {}),
    ...(existsSync(key) ? { SOPS_AGE_KEY_FILE: key } : {}),
  };
  if (command.startsWith("$ sluice generate values")) return generateValues(folder, args, project, atTheEnd);
  if (!command.startsWith("$ pulumi ")) return startSluice(project, args, { environment }).ended;
  cpSync(join(folder, "index.ts"), join(project, "index.ts"));
  return startPulumi(project, args).ended;
}

const WEB = "http://charts.example.com";

/** Runs the command where no other chart, login or program is known than those of the folder. */
async function generateValues(
  folder: string,
  args: readonly string[],
  project: string,
  atTheEnd: (close: () => void) => void,
): Promise<Run> {
  const address = existsSync(join(folder, "server")) ? await serveFolder(join(folder, "server"), atTheEnd) : WEB;
  for (const name of ["fleet.ts", "sluice.charts.json"]) {
    const file = join(project, name);
    if (existsSync(file)) writeFileSync(file, readFileSync(file, "utf8").replaceAll(WEB, address));
  }
  const environment = { HOME: project, PATH: join(project, "bin"), XDG_CACHE_HOME: join(project, ".cache") };
  const run = await startSluice(project, args, { environment }).ended;
  return { ...run, stderr: run.stderr.replaceAll(address, WEB) };
}

/** Puts the files of a folder on the web. */
async function serveFolder(folder: string, atTheEnd: (close: () => void) => void): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const file = join(folder, url);
    response.writeHead(existsSync(file) ? 200 : 404).end(existsSync(file) ? readFileSync(file) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atTheEnd(() => void server.close());
  // A server that listens at a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

describe("the catalog", () => {
  test("has a folder of what a user sees for each code, and no other", () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(codes.map((code) => code.replace("/", "-")).sort());
  });

  test.for(codes)("says what %s stands for, and why", (code) => {
    expect(catalogEntry(code).title).toMatch(/^\w.*[^.]$/);
    expect(EXPLANATIONS[code].why).toMatch(/^\w.*\.$/);
  });

  test("says it in other words for each", () => {
    const words = [
      ...Object.values(CATALOG).map(({ title }) => title),
      ...Object.values(EXPLANATIONS).map(({ why }) => why),
    ];
    expect(new Set(words).size).toBe(words.length);
  });
});

test("the programs pass the type checker, but where they say otherwise", () => {
  const settings = join(temporaryFolder(), "tsconfig.json");
  const files = codes
    .filter((code) => code !== "program/invalid")
    .flatMap((code) => ["fleet.ts", "before.ts", "index.ts"].map((name) => join(folderOf(code), name)))
    .filter((file) => existsSync(file));
  const compilerOptions = {
    target: "es2023",
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(settings, JSON.stringify({ compilerOptions, files }));
  const run = (): string =>
    execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", settings], {
      encoding: "utf8",
    });
  expect(run()).toBe("");
});
