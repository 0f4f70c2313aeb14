// What Sluice relies on in Pulumi's provider for Kubernetes, shown with its own classes. The stand-in provider and the real one
// run the same tests, so what is shown with the one holds for the other.
import { Provider } from "@pulumi/kubernetes";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { ConfigMap, Namespace, Secret } from "@pulumi/kubernetes/core/v1/index.js";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ObjectKey } from "../../lab/cluster/objects.ts";
import { names, tally } from "./outcome.ts";
import { newStack, type TestStack } from "./stack.ts";
import type { Target } from "./target.ts";

const WAIT = { "pulumi.com/waitFor": "condition=Ready", "pulumi.com/timeoutSeconds": "4" };

/** What a test changes between two runs. */
interface Settings {
  readonly logicalName?: string;
  readonly interval?: string;
  readonly url?: string;
  readonly wait?: boolean;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly password?: string;
  readonly city?: string;
  readonly options?: CustomResourceOptions;
}

/** Runs the tests with a target that is opened for all of them. */
export function describeProvider(pulumi: string, open: () => Promise<Target>): void {
  let target: Target;

  beforeAll(async () => {
    target = await open();
  });
  afterAll(() => target?.close());

  interface Place {
    readonly stack: TestStack;
    readonly repository: ObjectKey;
    readonly secret: ObjectKey;
    program(settings: Settings): () => Promise<void>;
  }

  async function place(): Promise<Place> {
    const space = target.newName("provider");
    const stack = await newStack({ pulumi, environment: target.environment });
    onTestFinished(() => stack.remove());
    const program =
      ({ logicalName = "repository", interval = "1m", url = "http://127.0.0.1:1/none.git", ...settings }: Settings) =>
      async (): Promise<void> => {
        const { wait = false, annotations, password, city, options } = settings;
        const home = new Namespace("home", { metadata: { name: space } }, options);
        const inside = { namespace: space };
        const after = { ...options, dependsOn: [home] };
        if (password !== undefined) {
          new Secret("secret", { metadata: { name: "secret", ...inside }, stringData: { password } }, after);
        }
        if (city !== undefined) new ConfigMap("city", { metadata: { name: "city", ...inside }, data: { city } }, after);
        const all = { ...annotations, ...(wait && WAIT) };
        new CustomResource(
          logicalName,
          {
            apiVersion: "source.toolkit.fluxcd.io/v1",
            kind: "GitRepository",
            metadata: {
              name: "repository",
              ...inside,
              ...((wait || annotations !== undefined) && { annotations: all }),
            },
            spec: { url, interval, ref: { branch: "main" } },
          },
          after,
        );
      };
    const inSpace = { namespace: space };
    return {
      stack,
      program,
      repository: { apiVersion: "source.toolkit.fluxcd.io/v1", kind: "GitRepository", name: "repository", ...inSpace },
      secret: { apiVersion: "v1", kind: "Secret", name: "secret", ...inSpace },
    };
  }

  const uidOf = async (key: ObjectKey): Promise<string | undefined> => (await target.get(key))?.metadata.uid;

  describe("the provider for Kubernetes", () => {
    test("updates an object of which a field changed, and does nothing where none did", async () => {
      const { stack, program, repository } = await place();
      expect(tally((await stack.up(program({}))).done)).toEqual({ create: 2 });
      const uid = await uidOf(repository);
      expect(tally((await stack.up(program({}))).done)).toEqual({ same: 2 });
      expect(tally((await stack.preview(program({ interval: "2m" }))).done)).toEqual({ same: 1, update: 1 });
      expect((await target.get(repository))?.spec).toMatchObject({ interval: "1m" });
      expect(tally((await stack.up(program({ interval: "2m" }))).done)).toEqual({ same: 1, update: 1 });
      expect((await target.get(repository))?.spec).toMatchObject({ interval: "2m" });
      expect(await uidOf(repository)).toBe(uid);
    });

    test("replaces a Secret and a ConfigMap whose data changed, and updates them where it is told that they may change", async () => {
      const { stack, program, secret } = await place();
      const mutable = () => ({
        provider: new Provider("mutable", { enableSecretMutable: true, enableConfigMapMutable: true }),
      });
      await stack.up(program({ password: "one", city: "Delft" }));
      const uid = await uidOf(secret);
      const replaced = await stack.up(program({ password: "two", city: "Gouda" }));
      expect(names(replaced.done, "create-replacement").toSorted()).toEqual(["city", "secret"]);
      expect(await uidOf(secret)).not.toBe(uid);
      await stack.up(async () => program({ password: "two", city: "Gouda", options: mutable() })());
      const before = await uidOf(secret);
      const updated = await stack.up(async () => program({ password: "three", city: "Edam", options: mutable() })());
      expect(names(updated.done, "update").toSorted()).toEqual(["city", "secret"]);
      expect(await uidOf(secret)).toBe(before);
    });

    test("updates an object with an empty map of annotations in every run", async () => {
      const { stack, program } = await place();
      await stack.up(program({ annotations: {} }));
      expect(names((await stack.up(program({ annotations: {} }))).done, "update")).toEqual(["repository"]);
      expect(names((await stack.up(program({ annotations: {} }))).done, "update")).toEqual(["repository"]);
    });

    test("fails to create under another name what is there already", async () => {
      const { stack, program } = await place();
      await stack.up(program({}));
      const { error, failed } = await stack.up(program({ logicalName: "renamed" }));
      expect(names(failed, "create")).toEqual(["renamed"]);
      expect(error).toContain("already exists");
    });

    test("sees what was changed by hand after a refresh only, and puts it right where it may take it from others", async () => {
      const { stack, program, repository } = await place();
      const forced = () => ({ provider: new Provider("forced", { enablePatchForce: true }) });
      await stack.up(program({}));
      await target.patch(repository, { metadata: { labels: { by: "hand" } }, spec: { interval: "9m" } });
      expect(tally((await stack.up(program({}))).done)).toEqual({ same: 2 });
      await stack.refresh(program({}));
      const refused = await stack.up(program({}));
      expect(names(refused.failed)).toEqual(["repository"]);
      expect(refused.messages.join("\n")).toMatch(/conflict/);
      const { done, error } = await stack.up(async () => program({ options: forced() })());
      expect(error).toBeUndefined();
      expect(names(done, "update")).toEqual(["repository"]);
      const restored = await target.get(repository);
      expect(restored?.spec).toMatchObject({ interval: "1m" });
      expect(restored?.metadata.labels).toEqual({ by: "hand" });
    });

    test("makes again what was deleted by hand, after a refresh", async () => {
      const { stack, program, repository } = await place();
      await stack.up(program({}));
      await target.delete(repository);
      await stack.refresh(program({}));
      expect(names((await stack.up(program({}))).done, "create")).toEqual(["repository"]);
      expect(await target.get(repository)).toBeDefined();
    });

    test("waits for nothing that does not say so, and for a condition that is asked for", async () => {
      const { stack, program, repository } = await place();
      const source = await target.newSource();
      source.close();
      expect((await stack.up(program({ url: source.url }))).error).toBeUndefined();
      const { error, failed, messages } = await stack.up(program({ url: source.url, wait: true, interval: "5s" }));
      expect(names(failed)).toEqual(["repository"]);
      expect(error).toBeDefined();
      expect(messages.join("\n")).toMatch(/Ready/);
      source.open();
      await target.hurry(repository);
      // What was applied and is not ready is tried again, though nothing about it changed.
      const again = await stack.up(program({ url: source.url, wait: true, interval: "5s" }));
      expect(again.error).toBeUndefined();
      expect(names(again.done, "update")).toEqual(["repository"]);
      expect((await target.get(repository))?.status?.conditions).toContainEqual(
        expect.objectContaining({ type: "Ready", status: "True" }),
      );
    });

    test("deletes what others depend on last", async () => {
      const { stack, program, repository } = await place();
      await stack.up(program({ password: "one" }));
      const { done } = await stack.destroy(program({}));
      expect(names(done, "delete").at(-1)).toBe("home");
      expect(names(done, "delete")).toHaveLength(3);
      expect(await target.get(repository)).toBeUndefined();
    });
  });
}
