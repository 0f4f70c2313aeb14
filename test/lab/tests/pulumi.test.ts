// Pulumi's engine with a provider of our own that applies to the lab's API server; by `npm run test:pulumi-real`, with the
// real provider, `pulumi-resource-kubernetes`, from the PATH.
import { deploy } from "sluice/pulumi";
import { describe, expect, onTestFinished, test } from "vitest";
import { findPulumi } from "../../pulumi/engine/command.ts";
import { describeDeploy } from "../../pulumi/engine/deploy-suite.ts";
import { keysIn, platform } from "../../pulumi/engine/platform.ts";
import { describeProvider } from "../../pulumi/engine/provider-suite.ts";
import { newStack } from "../../pulumi/engine/stack.ts";
import { keyOf } from "../cluster/objects.ts";
import { newRepository } from "../cluster/repository.ts";
import { statusOf } from "./conditions.ts";
import { labTarget, realTarget } from "./lab-target.ts";

const isReal = process.env["SLUICE_PULUMI_PROVIDER"] === "real";
const open = isReal ? realTarget : labTarget;

describe(isReal ? "the engine, with the real provider" : "the engine, with the lab's API server", () => {
  describeProvider(findPulumi() ?? "", open);
  describeDeploy(findPulumi() ?? "", open);
});

describe("what is ready for Pulumi", () => {
  test("is ready for Flux, which has delivered what the repository holds", async () => {
    const target = await open();
    onTestFinished(() => target.close());
    const space = target.newName("ready");
    const greeting = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "greeting", namespace: space } };
    const repository = await newRepository({
      "empty/greeting.yaml": JSON.stringify({ ...greeting, data: { a: "b" } }),
    });
    const stack = await newStack({ pulumi: findPulumi() ?? "", environment: target.environment });
    onTestFinished(() => stack.remove());
    const settings = { space, url: repository.httpUrl, password: "none" };
    const { error } = await stack.up(async () => void deploy(platform(settings), { wait: true }));
    expect(error).toBeUndefined();
    // Nobody waits here.
    const { repository: source, sync } = keysIn(space);
    const [fetched, applied] = await Promise.all([source, sync].map((key) => target.get(key)));
    const isReady = expect.objectContaining({ type: "Ready", status: "True" });
    for (const { metadata, status } of [fetched, applied].flatMap((object) => object ?? [])) {
      expect(status?.conditions).toContainEqual(isReady);
      expect(status?.observedGeneration).toBe(metadata.generation);
    }
    expect(statusOf(applied).lastAppliedRevision).toBe(statusOf(fetched).artifact?.revision);
    expect((await target.get(keyOf(greeting)))?.data).toEqual({ a: "b" });
    expect((await stack.destroy(async () => {})).error).toBeUndefined();
  });
});
