// What a user of Pulumi sees of values that are known late. The program runs with mocks in the place of the engine.
import { expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { type Run, startPulumi } from "./sluice.ts";

const program = (body: string): string => `
import * as pulumi from "@pulumi/pulumi";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { cluster, configMap, external, fluxSystem, gitRepository, kustomization, secret } from "sluice";
import { deploy, fromPulumi } from "sluice/pulumi";

const made = new ConfigMap("made", { metadata: { name: "made", namespace: "elsewhere" } });
const later = (text: string) => made.id.apply(() => text);
${body}
`;

async function run(body: string, command = "up"): Promise<Run> {
  return startPulumi(userProject({ "index.ts": program(body) }), [command]).ended;
}

const codes = ({ stderr }: Run): readonly string[] =>
  [...stderr.matchAll(/^(?:error|warning)\[(.*?)\]/gm)].map(([, code]) => code ?? "");

const TWO = `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", prune: true,
  interval: later("often"),
});
const infra = kustomization("infra", {
  sourceRef: fluxSystem, path: "./infra", prune: true, interval: "1h",
  timeout: later("long"),
});
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [apps, infra] }));
`;

test("a value that is wrong is found when it is known, with the author's line, in one error and without a stack", async () => {
  const done = await run(TWO);
  expect(done.status).toBe(1);
  expect(codes(done)).toEqual(["schema/pattern", "schema/pattern"]);
  expect(done.stderr.match(/^error: /gm)).toHaveLength(1);
  expect(done.stderr).toMatch(/^error: cluster "production" is not deployed\n/);
  expect(done.stderr).toContain('  interval: later("often"),');
  expect(done.stderr).toContain('  timeout: later("long"),');
  expect(done.stderr).not.toMatch(/^\s+at /m);
});

test("a preview says nothing of what is not known", async () => {
  const { status, stderr } = await run(TWO, "preview");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("an Output in the text of another is found when that is known", async () => {
  const done = await run(`
const host = later("example.com");
const url = made.id.apply(() => \`https://\${host}/a.git\`);
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: gitRepository("a", { url, interval: "1m" }) }));
`);
  expect(codes(done)).toEqual(["deferred/stringified"]);
});

test("a secret stays out of what is said of it", async () => {
  const done = await run(`
const interval = pulumi.secret(later("correct-horse"));
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: gitRepository("a", { url: "https://example.com/a.git", interval }) }));
`);
  expect(done.stderr).not.toContain("correct-horse");
});

test.each([
  [
    "a variable of a Kustomization",
    "postBuild: { substitute: { TOKEN: pulumi.secret(later('correct-horse')), plain: later('a') } },",
  ],
  ["a map of them", "postBuild: { substitute: pulumi.secret({ TOKEN: 'correct-horse' }) },"],
  ["another field of a spec", "targetNamespace: pulumi.secret('correct-horse'),"],
])("a secret of Pulumi's in %s is a warning in a preview too, without its text", async (_, field) => {
  const body = `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", prune: true, interval: "1h",
  ${field}
});
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: apps }));
`;
  for (const command of ["preview", "up"]) {
    const done = await run(body, command);
    expect(done.status).toBe(0);
    expect(codes(done)).toEqual(["secret/misplaced"]);
    expect(done.stderr).toContain("--> index.ts:");
    expect(done.stderr).not.toContain("correct-horse");
  }
});

test("a secret of Pulumi's in a Secret, or one that is said to be none, is no misplaced one", async () => {
  const done = await run(`
const key = secret("key", { stringData: { password: pulumi.secret("correct-horse") } }, { namespace: "flux-system" });
const substitute = { TOKEN: pulumi.unsecret(pulumi.secret("acme")) };
const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", prune: true, interval: "1h", postBuild: { substitute } });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [key, apps] }), { silence: ["pulumi/secret-replaced"] });
`);
  expect({ status: done.status, codes: codes(done) }).toEqual({ status: 0, codes: [] });
});

test("a reference that cannot name a namespace is compared with the one that is known later", async () => {
  const done = await run(`
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
const key = new Secret("key", { metadata: { name: "key", namespace: "elsewhere" } });
const a = gitRepository("a", { url: "ssh://git@example.com/a", interval: "1m", secretRef: fromPulumi(key) });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: a }));
`);
  expect(codes(done)).toEqual(["reference/wrong-namespace"]);
  expect(done.stderr).toContain('"key" is in "elsewhere"');
});
