// The packed package in programs for Pulumi: its two packages are peers, so a program has one copy of each.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { findPulumi, WITHOUT_ENGINE } from "../pulumi/engine/command.ts";
import { memoryTarget } from "../pulumi/engine/memory-target.ts";
import { tally } from "../pulumi/engine/outcome.ts";
import { type FileStack, newFileStack } from "../pulumi/engine/program-file.ts";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { pack, projectWithPackage } from "./packed-package.ts";

const PROGRAM = `
import { Provider } from "@pulumi/kubernetes";
import { interpolate, output, type Output } from "@pulumi/pulumi";
import { cluster, gitRepository, group, kustomization, namespace, secret } from "sluice";
import { deploy, type DeployedCluster } from "sluice/pulumi";

const domain: Output<string> = interpolate\`\${output("apps")}.example.com\`;
const key = secret("key", { stringData: { username: "git", password: output("none") } });
const source = gitRepository("apps", { url: "https://example.com/apps.git", interval: "1m", secretRef: key });
const apps = kustomization("apps", {
  sourceRef: source,
  path: "./apps",
  interval: "10m",
  prune: true,
  postBuild: { substitute: { DOMAIN: domain } },
});
const resources = [namespace("shop"), group({ namespace: "shop" }, [key, source, apps])];
const shop: DeployedCluster = deploy(cluster("shop", { path: "clusters/shop", flux: "2.9", resources }), {
  provider: new Provider("cluster", { enableSecretMutable: true }),
});
export const urn: Output<string> = shop.urn;
`;

const packed = pack(temporaryFolder(afterAll));

function projectWithPeers(type: string, files: Readonly<Record<string, string>>): string {
  const project = projectWithPackage(packed, { "package.json": JSON.stringify({ type }), ...files });
  for (const name of ["@pulumi/pulumi", "@pulumi/kubernetes"]) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), link);
  }
  return project;
}

describe.each(["module", "commonjs"])("a program for Pulumi of type %s", (type) => {
  test.each(["ts5.4", "ts5.9", "typescript"])("is accepted by %s", (compiler) => {
    const options = { module: "nodenext", target: "es2022", lib: ["es2023"], types: [], strict: true, noEmit: true };
    // The types of Pulumi's own packages are not ours to check.
    const tsconfig = JSON.stringify({ compilerOptions: { ...options, skipLibCheck: true }, include: ["*.ts"] });
    const project = projectWithPeers(type, { "index.ts": PROGRAM, "tsconfig.json": tsconfig });
    const tsc = join(ROOT, "node_modules", compiler, "bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  const pulumi = findPulumi();

  /** Deploys a program with the engine. */
  async function up(program: string): ReturnType<FileStack["run"]> {
    const target = await memoryTarget();
    onTestFinished(() => target.close());
    const project = projectWithPeers(type, { "index.ts": program });
    const stack = newFileStack(join(project, "index.ts"), { pulumi: pulumi ?? "", environment: target.environment });
    onTestFinished(() => stack.remove());
    return stack.run("up");
  }

  describe.skipIf(pulumi === undefined)(pulumi === undefined ? WITHOUT_ENGINE : "and the engine", () => {
    test("is deployed", async () => {
      const { done, error, outputs } = await up(PROGRAM);
      expect(error).toBeUndefined();
      expect(tally(done)).toEqual({ create: 5 });
      expect(outputs["urn"]).toContain("sluice:index:Cluster::shop");
    });

    test("is refused with the line that is wrong, though tsx has made other lines of it", async () => {
      const { done, error } = await up(PROGRAM.replace('interval: "1m"', 'interval: "soon"'));
      expect(done).toEqual([]);
      expect(error).toMatch(/--> index\.ts:9:77\n/);
    });
  });
});

describe.skipIf(findPulumi() === undefined)("two copies of Pulumi's packages", () => {
  const provider = 'provider: new Provider("cluster", { enableSecretMutable: true }),';

  test.each([
    ["of @pulumi/pulumi", ["pulumi"], PROGRAM, "@pulumi/kubernetes uses another"],
    ["of both", ["pulumi", "kubernetes"], PROGRAM.replace(provider, ""), "the program runs with another"],
  ])("%s end the program in our words", async (_, names, program, said) => {
    const target = await memoryTarget();
    onTestFinished(() => target.close());
    const project = projectWithPeers("module", { "index.ts": program });
    for (const name of readdirSync(join(ROOT, "node_modules"))) {
      const link = join(project, "node_modules", name);
      if (!existsSync(link) && name !== "@pulumi") symlinkSync(join(ROOT, "node_modules", name), link);
    }
    for (const name of names) {
      const copy = join(project, "node_modules/sluice/node_modules/@pulumi", name);
      cpSync(join(ROOT, "node_modules/@pulumi", name), copy, { recursive: true });
    }
    const stack = newFileStack(join(project, "index.ts"), {
      pulumi: findPulumi() ?? "",
      environment: target.environment,
    });
    onTestFinished(() => stack.remove());
    const { done, error } = await stack.run("up");
    expect(done).toEqual([]);
    expect(error).toContain("error[pulumi/copies]");
    expect(error).toContain(said);
  });
});

test("without Pulumi's packages the rest of the package works, and sluice/pulumi says what is missing", () => {
  const project = projectWithPackage(packed, { "package.json": JSON.stringify({ type: "module" }) });
  const run = (module: string): string => {
    const program = `import(${JSON.stringify(module)}).then((all) => console.log(typeof all), (error) => console.log(error.message))`;
    return execFileSync(process.execPath, ["-e", program], { cwd: project, encoding: "utf8" }).trim();
  };
  expect(run("sluice")).toBe("object");
  expect(run("sluice/pulumi")).toMatch(/^Cannot find package '@pulumi\//);
});
