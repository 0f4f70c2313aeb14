// `sluice generate values`, with repositories of charts on this machine.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ChartLock, LockedChart } from "../../sdk/charts/chart-lock.ts";
import { type ChartRepository, chartRepository } from "../tools/chart-repository.ts";
import { userProject } from "../tools/project.ts";
import { type Run, startSluice } from "./sluice.ts";

const caches: string[] = [];
afterAll(() => {
  for (const cache of caches) rmSync(cache, { recursive: true, force: true });
});

function emptyCache(): string {
  const folder = mkdtempSync(join(tmpdir(), "sluice-charts-"));
  caches.push(folder);
  return folder;
}

const ONE = { "values.yaml": "# -- How many run.\nreplicas: 1\nlog:\n  # -- What is logged.\n  level: info\n" };
const TWO = { "values.yaml": "# -- How many run.\nreplicas: 1\nlogLevel: info\n" };
const schema = (replicas: object, more: object = {}): string =>
  JSON.stringify({ type: "object", properties: { replicas }, ...more });

interface Asked {
  readonly version?: string | undefined;
  readonly values?: string | undefined;
  readonly more?: string | undefined;
}

/** A fleet with a release of the chart `web`. */
function program({ url }: Pick<ChartRepository, "url">, { version, values = "{}", more = "" }: Asked = {}): string {
  return `import { bucket, cluster, fleet, helmRelease, helmRepository, namespace } from "sluice";
import type { WebValues } from "./types/web.ts";

const charts = helmRepository("charts", { url: "${url}", interval: "1h" });
const home = namespace("shop");
const shop = helmRelease<WebValues>(
  "shop",
  {
    interval: "30m",
    chart: { spec: { chart: "web", ${version === undefined ? "" : `version: "${version}", `}sourceRef: charts } },
    values: ${values},
  },
  { namespace: "shop" },
);
const others: readonly [] = [];
${more}
export default fleet(cluster("production", { path: "production", flux: "2.9", resources: [home, shop, others] }));
`;
}

/** A project with a fleet, and its own cache of archives. */
class Project {
  readonly folder: string;
  cache: string = emptyCache();

  constructor(fleet: string, files: Readonly<Record<string, string>> = {}) {
    this.folder = userProject({ "fleet.ts": fleet, ...files });
  }

  run(...args: readonly string[]): Promise<Run> {
    const environment = { XDG_CACHE_HOME: this.cache, DOCKER_CONFIG: this.cache, HELM_CONFIG_HOME: this.cache };
    return startSluice(this.folder, args, { environment }).ended;
  }

  generate(...args: readonly string[]): Promise<Run> {
    return this.run("generate", "values", ...args);
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  charts(): readonly LockedChart[] {
    const lock: ChartLock = JSON.parse(this.text("sluice.charts.json"));
    return lock.charts;
  }

  /** What a bot does. */
  bump(from: string, to: string): void {
    this.write(
      "sluice.charts.json",
      this.text("sluice.charts.json").replace(`"version": "${from}"`, `"version": "${to}"`),
    );
  }

  types(): readonly string[] {
    return existsSync(join(this.folder, "types")) ? readdirSync(join(this.folder, "types")).sort() : [];
  }
}

/** A project with types of `web` 1.2.0, which its fleet asks for by a range. */
async function locked(asked: Asked = { version: "1.x" }): Promise<{ project: Project; server: ChartRepository }> {
  const server = await chartRepository();
  await server.publish("web", "1.2.0", ONE);
  const project = new Project(program(server, asked));
  expect(await project.generate("--out", "types")).toMatchObject({ status: 0 });
  return { project, server };
}

describe("the lock", () => {
  test("a range is resolved once, and stays until somebody asks for more", async () => {
    const { project, server } = await locked();
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
    const entry = { name: "web", repository: server.url, range: "1.x", version: "1.2.0", digest, file: "web" };
    expect(project.charts()).toEqual([entry]);
    expect(project.types()).toEqual(["web.json", "web.ts"]);
    expect(project.text("types/web.ts")).toContain("How many run.");

    await server.publish("web", "1.3.0", ONE);
    expect((await project.generate()).stderr).toBe("1 chart: 0 files changed, 2 unchanged\n");
    expect(await project.generate("--check")).toMatchObject({ status: 0, stderr: "" });
    const updated = await project.generate("--update", "web");
    expect(updated).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("web 1.3.0, which is 1.x; before, it was 1.2.0"),
    });
    expect(project.charts()).toMatchObject([{ version: "1.3.0", file: "web" }]);
  });

  test("follows the program when that pins another version", async () => {
    const { project, server } = await locked({ version: "1.2.0" });
    expect(project.charts()).toMatchObject([{ version: "1.2.0" }]);
    expect(project.charts()[0]).not.toHaveProperty("range");
    await server.publish("web", "2.0.0", TWO);
    project.write("fleet.ts", program(server, { version: "2.0.0" }));
    expect(await project.generate("--check")).toMatchObject({ status: 1 });
    expect(project.charts()).toMatchObject([{ version: "1.2.0" }]);
    expect(await project.generate()).toMatchObject({ status: 0 });
    expect(project.charts()).toMatchObject([{ version: "2.0.0" }]);
  });

  test("a version that a bot wrote is fetched, and its digest corrected", async () => {
    const { project, server } = await locked();
    await server.publish("web", "1.4.0", { "values.yaml": "size: 1\n" });
    const [before] = project.charts();
    project.bump("1.2.0", "1.4.0");
    expect(await project.generate("--check")).toMatchObject({ status: 1 });
    expect(await project.generate()).toMatchObject({ status: 0 });
    const [after] = project.charts();
    expect(after).toMatchObject({ version: "1.4.0", range: "1.x" });
    expect(after?.digest).not.toBe(before?.digest);
    expect(project.text("types/web.ts")).toContain("size?");
    expect(await project.generate("--check")).toMatchObject({ status: 0 });
  });

  test("a version that a bot wrote and the fleet does not allow is put back", async () => {
    const { project, server } = await locked();
    await server.publish("web", "2.0.0", TWO);
    project.bump("1.2.0", "2.0.0");
    const run = await project.generate();
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining("warning[chart/locked-version]") });
    expect(project.charts()).toMatchObject([{ version: "1.2.0" }]);
  });

  test("an archive that is another than the locked one is an error, until it is asked for", async () => {
    const { project, server } = await locked();
    project.cache = emptyCache();
    await server.publish("web", "1.2.0", { "values.yaml": "other: 1\n" });
    const run = await project.generate();
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("error[chart/changed]") });
    expect(project.text("types/web.ts")).toContain("replicas?");
    expect(await project.generate("--update")).toMatchObject({ status: 0 });
    expect(project.text("types/web.ts")).toContain("other?");
  });

  test("archives that were fetched once need no network", async () => {
    const { project, server } = await locked();
    await server.close();
    expect(await project.generate("--check")).toMatchObject({ status: 0 });
    project.cache = emptyCache();
    const run = await project.generate("--check");
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("error[chart/not-fetched]") });
  });

  test("where nothing is cached, the locked version is fetched, and no newer one", async () => {
    const { project, server } = await locked();
    await server.publish("web", "1.9.0", TWO);
    project.cache = emptyCache();
    expect(await project.generate("--check")).toMatchObject({ status: 0 });
    expect(server.asked("web-1.2.0.tgz")).toBe(2);
    expect(server.asked("web-1.9.0.tgz")).toBe(0);
  });

  test("what it remembers is removed with the last release of a chart, but for what was asked for by name", async () => {
    const { project, server } = await locked();
    await server.publish("api", "1.0.0", { "values.yaml": "port: 80\n" });
    expect(await project.generate(`${server.url}/api@1.0.0`)).toMatchObject({ status: 0 });
    expect(project.types()).toEqual(["api.json", "api.ts", "web.json", "web.ts"]);
    expect(project.charts()).toMatchObject([{ name: "api", given: true }, { name: "web" }]);
    project.write("fleet.ts", program(server).replace("[home, shop, others]", "[home]"));
    expect(await project.generate()).toMatchObject({ status: 0 });
    expect(project.types()).toEqual(["api.json", "api.ts"]);
    expect(project.charts()).toMatchObject([{ name: "api" }]);
  });

  test("two versions of one chart have files of their own", async () => {
    const { project, server } = await locked();
    await server.publish("web", "2.0.0", TWO);
    const more = `const next = helmRelease("next", { interval: "30m", chart: { spec: { chart: "web", version: "2.0.0", sourceRef: charts } } }, { namespace: "shop" });`;
    project.write("fleet.ts", program(server, { version: "1.x", more }).replace("shop, others", "shop, next"));
    expect(await project.generate()).toMatchObject({ status: 0 });
    expect(project.types()).toEqual(["web-2.0.0.json", "web-2.0.0.ts", "web.json", "web.ts"]);
    expect(project.charts()).toMatchObject([
      { version: "1.2.0", file: "web" },
      { version: "2.0.0", file: "web-2.0.0" },
    ]);
  });

  test("one that was merged badly is not read", async () => {
    const { project } = await locked();
    appendFileSync(join(project.folder, "sluice.charts.json"), "<<<<<<< HEAD\n");
    expect(await project.generate()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error[chart/broken-lock]"),
    });
  });
});

describe("a chart that changed", () => {
  const VALUES = `{ replicas: 3, log: { level: "debug" } }`;

  test("is said by release and line: what became stale, wrong or needed", async () => {
    const { project, server } = await locked({ version: "1.x", values: VALUES });
    await server.publish("web", "1.3.0", {
      ...TWO,
      "values.schema.json": schema({ type: "integer", maximum: 2 }, { required: ["owner"] }),
    });
    project.bump("1.2.0", "1.3.0");
    const { status, stdout } = await project.generate("--check", "--output", "json");
    expect(status).toBe(1);
    const found: { diagnostics: { code: string; message: string; source?: object }[] } = JSON.parse(stdout);
    const shown = found.diagnostics.map(({ code, message, source }) => [
      code,
      message,
      source && JSON.stringify(source),
    ]);
    expect(shown).toEqual([
      ["chart/drift", expect.any(String), undefined],
      ["values/schema", expect.stringContaining('lacks "owner"'), expect.stringContaining('"line":11')],
      [
        "values/stale",
        expect.stringContaining("log of HelmRelease shop/shop is no value of web 1.3.0"),
        expect.stringContaining('"line":11'),
      ],
      [
        "values/schema",
        expect.stringContaining("replicas of HelmRelease shop/shop is 3"),
        expect.stringContaining('"line":11'),
      ],
    ]);
    const text = await project.generate("--check");
    expect(text.stderr).toContain("log.level may be logLevel now");
    expect(text.stderr).toContain(`values: ${VALUES}`);
  });

  test("is the same for annotations and SARIF", async () => {
    const { project, server } = await locked({ version: "1.x", values: VALUES });
    await server.publish("web", "1.3.0", TWO);
    project.bump("1.2.0", "1.3.0");
    expect((await project.generate("--check", "--output", "github")).stdout).toMatch(
      /^::warning title=values\/stale,file=fleet.ts,line=11,/m,
    );
    const { stdout } = await project.generate("--check", "--output", "sarif");
    const log: { runs: { results: { ruleId: string }[] }[] } = JSON.parse(stdout);
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId).sort()).toEqual(["chart/drift", "values/stale"]);
  });

  test("is written all the same, with warnings; what was wrong before is not said again", async () => {
    const { project, server } = await locked({ version: "1.x", values: `{ replicas: 3, unheard: 1 }` });
    await server.publish("web", "1.3.0", { ...ONE, "values.schema.json": schema({ type: "string" }) });
    project.bump("1.2.0", "1.3.0");
    const run = await project.generate();
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("warning[values/schema]: replicas of HelmRelease shop/shop is 3");
    expect(run.stderr).not.toContain("unheard of HelmRelease");
    expect((await project.run("check")).stderr).toContain("error[values/schema]");
  });

  test("is looked at again by a check that watches", async () => {
    const { project, server } = await locked({ version: "1.x", values: VALUES });
    await server.publish("web", "1.3.0", { ...ONE, "values.schema.json": schema({ type: "string" }) });
    const { child, ended, printed } = startSluice(project.folder, ["check", "--watch"]);
    await printed("no problems");
    project.bump("1.2.0", "1.3.0");
    expect(await project.generate()).toMatchObject({ status: 0 });
    await printed("error[values/schema]");
    child.kill();
    await ended;
  });

  test("says nothing of values that still fit", async () => {
    const { project, server } = await locked({ version: "1.x", values: "{ replicas: 3 }" });
    await server.publish("web", "1.3.0", TWO);
    project.bump("1.2.0", "1.3.0");
    const { stderr } = await project.generate("--check");
    expect(stderr).toContain("chart/drift");
    expect(stderr).not.toContain("values/");
  });
});

describe("files and sources", () => {
  test("keeps what a person edited, types and facts, unless it is forced", async () => {
    const { project } = await locked();
    for (const file of ["types/web.ts", "types/web.json"]) {
      const generated = project.text(file);
      project.write(file, generated.replace("replicas", "replica"));
      const run = await project.generate();
      expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("error[chart/edited-file]") });
      expect(project.text(file)).toContain("replica?".slice(0, -1));
      expect(await project.generate("--force", file)).toMatchObject({ status: 0 });
      expect(project.text(file)).toBe(generated);
      project.write(file, generated.replaceAll("\n", "\r\n"));
      expect(await project.generate("--check")).toMatchObject({ status: 0 });
      project.write(file, generated);
    }
  });

  test("leaves files of others alone", async () => {
    const server = await chartRepository();
    await server.publish("web", "1.2.0", ONE);
    const project = new Project(program(server), { "types/web.ts": "export {};\n", "types/notes.json": "{}\n" });
    const run = await project.generate("--out", "types");
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("error[chart/foreign-file]") });
    expect(project.types()).toEqual(["notes.json", "web.ts"]);
    expect(existsSync(join(project.folder, "sluice.charts.json"))).toBe(false);
  });

  test("names releases whose charts cannot be had, and goes on", async () => {
    const server = await chartRepository();
    await server.publish("web", "1.2.0", ONE);
    const more = `const store = bucket("store", { endpoint: "example.com", bucketName: "charts", interval: "1h" });
const stored = helmRelease("stored", { interval: "30m", chart: { spec: { chart: "api", sourceRef: store } } }, { namespace: "shop" });`;
    const project = new Project(program(server, { more }).replace("shop, others", "shop, stored"));
    const run = await project.generate("--out", "types");
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("info[chart/unknown]: the values of HelmRelease shop/stored get no types");
    expect(project.types()).toEqual(["web.json", "web.ts"]);
  });

  test("locks no address that may hold a login", async () => {
    const server = await chartRepository();
    await server.publish("web", "1.2.0", ONE);
    const more = `const shelf = helmRepository("shelf", { url: "https://charts.example.com/shop?token=correct-horse", interval: "1h" });
const stored = helmRelease("stored", { interval: "30m", chart: { spec: { chart: "api", sourceRef: shelf } } }, { namespace: "shop" });`;
    const project = new Project(program(server, { more }).replace("shop, others", "shop, stored"));
    const run = await project.generate("--out", "types");
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("get no types: the address of its chart holds a login");
    expect(`${run.stdout}${run.stderr}${project.text("sluice.charts.json")}`).not.toContain("correct-horse");
  });

  test("takes charts by name: a folder, an archive, an address", async () => {
    const server = await chartRepository();
    await server.publish("web", "1.2.0", ONE);
    const own = { "own/Chart.yaml": "apiVersion: v2\nname: own\nversion: 0.1.0\n", "own/values.yaml": "a: 1\n" };
    const project = new Project("", own);
    const data = await (await fetch(`${server.url}/web-1.2.0.tgz`)).arrayBuffer();
    writeFileSync(join(project.folder, "web.tgz"), Buffer.from(data));
    const run = await project.generate("own", "web.tgz", `${server.url}/web@1.x`, "--out", "types", "--output", "json");
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      charts: [
        { name: "own", repository: ".", version: "0.1.0", file: "own" },
        { name: "web.tgz", repository: ".", version: "1.2.0" },
        { name: "web", repository: server.url, range: "1.x", version: "1.2.0" },
      ],
    });
    expect(await project.generate("own", "--check")).toMatchObject({ status: 0 });
    project.write("own/values.yaml", "b: 1\n");
    expect(await project.generate("own", "--check")).toMatchObject({ status: 1 });
    // Who has no such folder keeps its types.
    rmSync(join(project.folder, "own"), { recursive: true });
    project.write("fleet.ts", program(server));
    expect(await project.generate()).toMatchObject({ status: 0 });
    expect(project.types()).toContain("own.ts");
    expect(project.charts().map(({ name }) => name)).toContain("own");
  });

  test("moves with --out, all at once", async () => {
    const { project } = await locked();
    const moved = await project.generate("--cluster", "production", "--out", "elsewhere");
    expect(moved).toMatchObject({ status: 2, stderr: expect.stringContaining('the types are in "types" already') });
    expect(await project.generate("--out", "elsewhere")).toMatchObject({ status: 0 });
    expect(project.types()).toEqual([]);
    expect(readdirSync(join(project.folder, "elsewhere")).sort()).toEqual(["web.json", "web.ts"]);
    expect(await project.generate("--check")).toMatchObject({ status: 0 });
  });

  test("looks at the charts of one cluster, and leaves the others", async () => {
    const { project, server } = await locked();
    await server.publish("api", "1.0.0", { "values.yaml": "port: 80\n" });
    const fleet = program(server, { version: "1.x" });
    const api = `helmRelease("api", { interval: "30m", chart: { spec: { chart: "api", sourceRef: charts } } }, { namespace: "shop" })`;
    const staging = `cluster("staging", { path: "staging", flux: "2.9", resources: [home, ${api}] })`;
    project.write("fleet.ts", fleet.replace("export default fleet(", `export default fleet(${staging}, `));
    expect(await project.generate("--cluster", "staging")).toMatchObject({ status: 0 });
    expect(project.charts()).toMatchObject([{ name: "api", range: "*", version: "1.0.0" }, { name: "web" }]);
    expect(project.types()).toEqual(["api.json", "api.ts", "web.json", "web.ts"]);
    expect(await project.generate("--check")).toMatchObject({ status: 0 });
  });

  test("reads what a schema refers to from where it is said to be", async () => {
    const schemas = { "schemas/log/level.json": JSON.stringify({ enum: ["debug", "info"] }) };
    const server = await chartRepository();
    const reference = { $ref: "https://schemas.example.com/log/level.json" };
    await server.publish("web", "1.2.0", {
      ...TWO,
      "values.schema.json": JSON.stringify({ properties: { logLevel: reference } }),
    });
    const project = new Project(program(server, { values: `{ logLevel: "loud" }` }), schemas);
    const generate = ["--out", "types", "--resolve"];
    expect(await project.generate(...generate, "https://schemas.example.com/=none")).toMatchObject({ status: 1 });
    expect(await project.generate(...generate, "https://schemas.example.com/=schemas")).toMatchObject({ status: 0 });
    expect(project.text("types/web.ts")).toContain(`"debug" | "info"`);
    rmSync(join(project.folder, "schemas"), { recursive: true });
    expect((await project.run("check")).stderr).toContain('logLevel of HelmRelease shop/shop is "loud"');
  });

  test("writes nothing when a chart is not there", async () => {
    const server = await chartRepository();
    const project = new Project(program(server));
    const run = await project.generate("--out", "types");
    expect(run).toMatchObject({ status: 1, stderr: expect.stringMatching(/error\[chart\/(not-found|no-version)\]/) });
    expect(project.types()).toEqual([]);
  });

  test("reports what is wrong with the program, but not with its values", async () => {
    const { project, server } = await locked({ version: "1.x", values: "{ unheard: 1 }" });
    expect((await project.generate()).stderr).not.toContain("unheard");
    project.write("fleet.ts", program(server).replace(`namespace("shop")`, `namespace("Shop!")`));
    expect(await project.generate()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("nothing was written"),
    });
  });
});

describe("wrong usage", () => {
  test.each<[args: readonly string[], says: string]>([
    [[], "needs --out the first time"],
    [["charts/none", "--out", "types"], 'there is no chart "charts/none"'],
    [["ftp://example.com/web@1.0.0", "--out", "types"], "is no address of a chart"],
    [["https://me:secret@example.com/web@1.0.0", "--out", "types"], "holds more than where it is"],
    [["https://example.com/web@1.0.0?token=me:secret", "--out", "types"], "holds more than where it is"],
    [["oci://example.com", "--out", "types"], "names no chart"],
    [[".", "--cluster", "production", "--out", "types"], "--cluster is for the charts of a fleet"],
    [["--resolve", "schemas", "--out", "types"], '--resolve does not take "schemas"'],
    [["--out", "fleet.ts"], '"fleet.ts" is no folder'],
    [["--program", "none.ts", "--out", "types"], 'there is no file "none.ts"'],
    [["--update", "wbe", "--out", "types"], 'no release installs a chart "wbe"'],
    [["--cluster", "prodution", "--out", "types"], 'the program has no cluster "prodution"'],
  ])("%j", async (args, says) => {
    const project = new Project(program({ url: "http://127.0.0.1:1" }));
    const { status, stderr } = await project.generate(...args);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("me:secret");
    expect(status).toBe(2);
    expect(project.types()).toEqual([]);
  });
});
