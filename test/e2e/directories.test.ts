// A fleet whose roots Pulumi applies: only directories are files.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

const FLEET = `
import { cluster, configMap, directory, fluxSystem, gitRepository, kustomization, secret } from "sluice";

const token = secret("token", { stringData: { username: "flux", password: "correct-horse" } }, { namespace: "flux-system" });
const charts = gitRepository("charts", { url: "https://example.com/charts.git", interval: "1m", secretRef: token });
const settings = configMap("settings", { data: { replicas: "2" } }, { namespace: "default" });
const apps = kustomization("apps", { sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [apps, charts] });
`;

const SETTINGS = "apps/configmap-settings.yaml";

test("sluice build --directories writes directories, and nothing of what Pulumi applies", () => {
  const project = userProject({ "fleet.ts": FLEET });
  expect(sluice(project, ["build"]).stderr).toContain("secret/plaintext");
  const { status, stderr } = sluice(project, ["build", "--directories"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("wrote 2 files") });
  expect(readFileSync(join(project, SETTINGS), "utf8")).toContain('replicas: "2"');
  expect(existsSync(join(project, "clusters"))).toBe(false);
  expect(sluice(project, ["build", "--directories", "--check"]).status).toBe(0);
  const { stdout } = sluice(project, ["build", "--directories", "--stdout"]);
  expect(stdout).toContain("name: settings");
  expect(stdout).not.toContain("name: charts");
});

test("sluice build --directories leaves alone what an earlier build wrote at the roots", () => {
  const project = userProject({ "fleet.ts": FLEET.replace(", secretRef: token", "") });
  expect(sluice(project, ["build"]).status).toBe(0);
  const root = join(project, "clusters/production/kustomization-apps.yaml");
  const before = readFileSync(root, "utf8");
  writeFileSync(join(project, "fleet.ts"), FLEET.replace("10m", "20m").replace('"2"', '"3"'));
  expect(sluice(project, ["build", "--directories"]).status).toBe(0);
  expect(readFileSync(root, "utf8")).toBe(before);
  expect(readFileSync(join(project, SETTINGS), "utf8")).toContain('replicas: "3"');
  expect(readFileSync(join(project, ".sluice/index.json"), "utf8")).toContain(
    "clusters/production/kustomization-apps.yaml",
  );
});

test("sluice check --directories warns of a directory that was not built", () => {
  const project = userProject({ "fleet.ts": FLEET });
  const { status, stderr } = sluice(project, ["check", "--directories"]);
  expect(status).toBe(0);
  expect(stderr).toContain("warning[directory/stale]");
  expect(stderr).toContain("apps/configmap-settings.yaml is not there");
  expect(sluice(project, ["build", "--directories"]).status).toBe(0);
  expect(sluice(project, ["check", "--directories"]).stderr).not.toContain("directory/stale");
});
