// The examples for Pulumi, each run as Pulumi runs it: as a program of its own, on the engine, with the package as it is built.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { newSshKey } from "../../lab/cluster/ssh-key.ts";
import { ROOT } from "../../tools/repository.ts";
import { findPulumi, WITHOUT_ENGINE } from "./command.ts";
import { memoryTarget } from "./memory-target.ts";
import { tally } from "./outcome.ts";
import { type FileStack, newFileStack } from "./program-file.ts";
import type { Target } from "./target.ts";

const pulumi = findPulumi();
const KEY = newSshKey().privateKey;
/** A line of it that no other key has. */
const CANARY = KEY.split("\n")[1] ?? "";

const REPOSITORY = {
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind: "GitRepository",
  namespace: "flux-system",
  name: "platform",
};
const APPS = { ...REPOSITORY, apiVersion: "kustomize.toolkit.fluxcd.io/v1", kind: "Kustomization", name: "apps" };

/** The configuration of a stack as it is committed, with the secret that is not. */
function configOf(example: string, stack: string): Record<string, { value: string; secret?: boolean }> {
  const { config } = parse(readFileSync(join(ROOT, "examples", example, `Pulumi.${stack}.yaml`), "utf8"));
  const entries = Object.entries<string>(config).map(([key, value]) => [key, { value }]);
  return { ...Object.fromEntries(entries), "sluice-platform:deployKey": { value: KEY, secret: true } };
}

/** The lines of `pulumi up` in README.md. */
function shownInReadme(): readonly string[] {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const block = /^```text up=examples\/pulumi\n([^`]+)```$/m.exec(readme)?.[1];
  if (block === undefined) throw new Error("README.md shows nothing of pulumi up");
  return block.trimEnd().split("\n");
}

describe.skipIf(pulumi === undefined)(pulumi === undefined ? WITHOUT_ENGINE : "the examples for Pulumi", () => {
  let target: Target;
  beforeAll(async () => {
    target = await memoryTarget();
  });
  afterAll(() => target?.close());

  function stackOf(example: string, stack: string): FileStack {
    const made = newFileStack(join(ROOT, "examples", example, "index.ts"), {
      pulumi: pulumi ?? "",
      environment: target.environment,
      project: "sluice-platform",
      stack,
      config: configOf(example, stack),
    });
    onTestFinished(() => made.remove());
    return made;
  }

  test.for([
    ["pulumi", "staging", "main", "staging.acme.example"],
    ["pulumi", "production", "release", "acme.example"],
    ["pulumi-cjs", "staging", "main", "staging.acme.example"],
  ] as const)("examples/%s deploys %s", async ([example, name, branch, domain]) => {
    const stack = stackOf(example, name);
    const { done, error, messages, outputs, output } = await stack.run("up");
    expect(error).toBeUndefined();
    expect(messages.filter((message) => message.includes("warning["))).toEqual([]);
    expect(Object.keys(tally(done))).toEqual(["create"]);
    expect(outputs).toEqual({ domain });
    expect((await target.get(REPOSITORY))?.spec).toMatchObject({
      ref: { branch },
      secretRef: { name: "platform-deploy-key" },
    });
    const substitute = { DOMAIN: domain };
    expect((await target.get(APPS))?.spec).toMatchObject({ path: `./apps/${name}`, postBuild: { substitute } });
    expect(output + stack.stateFile()).not.toContain(CANARY);
    // README.md shows a part of this, without the times.
    const shown = name === "staging" ? shownInReadme() : [];
    expect(shown.filter((line) => !output.includes(line))).toEqual([]);
    const last = await stack.run("destroy");
    expect(tally(last.done)).toEqual({ delete: done.length });
  });
});
