// `deploy` through the real engine: what it registers, and what the engine makes of it.
import { setTimeout } from "node:timers/promises";
import { Provider } from "@pulumi/kubernetes";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { ConfigMap, Namespace, Secret } from "@pulumi/kubernetes/core/v1/index.js";
import pulumi, { type ResourceTransform } from "@pulumi/pulumi";
import { configMap, gitRepository, secret } from "sluice";
import { type DeployOptions, deploy, fromPulumi } from "sluice/pulumi";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ObjectKey } from "../../lab/cluster/objects.ts";
import { names, type Outcome, tally } from "./outcome.ts";
import { keysIn, OBJECTS, platform, type Settings } from "./platform.ts";
import { newStack, type Program, type TestStack } from "./stack.ts";
import type { Source, Target } from "./target.ts";

/** The component is registered too. */
const REGISTRATIONS = OBJECTS + 1;
/** In the order in which each waits for those before it. */
const KINDS = ["Namespace", "Secret", "GitRepository", "Kustomization"];
const READY = { type: "Ready", status: "True" };

/** Runs the tests with a target that is opened for all of them. */
export function describeDeploy(command: string, open: () => Promise<Target>): void {
  let target: Target;

  beforeAll(async () => {
    target = await open();
  });
  afterAll(() => target?.close());

  interface Place {
    readonly space: string;
    readonly keys: ReturnType<typeof keysIn>;
    readonly source: Source;
    readonly stack: TestStack;
    /** A program that deploys {@link platform}. */
    program(settings?: Partial<Settings>, options?: () => DeployOptions): Program;
  }

  async function place(atTheEnd: (remove: () => void) => void = onTestFinished): Promise<Place> {
    const space = target.newName("deploy");
    const source = await target.newSource();
    const stack = await newStack({ pulumi: command, environment: target.environment });
    atTheEnd(() => stack.remove());
    return {
      space,
      keys: keysIn(space),
      source,
      stack,
      program:
        (settings = {}, options = () => ({})) =>
        async () =>
          void deploy(platform({ space, url: source.url, password: "none", ...settings }), options()),
    };
  }

  const uidsOf = (keys: readonly ObjectKey[]): Promise<readonly (string | undefined)[]> =>
    Promise.all(keys.map(async (key) => (await target.get(key))?.metadata.uid));
  const kindsOf = (operations: Outcome["done"]): readonly string[] =>
    operations.map(({ type }) => type.slice(type.lastIndexOf(":") + 1));

  describe("deploy", () => {
    describe.sequential("from the first run to the last", () => {
      let shared: Place;
      let before: readonly (string | undefined)[];
      beforeAll(async () => {
        shared = await place(afterAll);
      });

      test("creates what others need first, waits for the source, and registers each object and one component", async () => {
        const { stack, program, keys } = shared;
        expect(tally((await stack.preview(program())).done)).toEqual({ create: REGISTRATIONS });
        const { done, error } = await stack.up(program());
        expect(error).toBeUndefined();
        expect(tally(done)).toEqual({ create: REGISTRATIONS });
        expect(kindsOf(done).filter((kind) => kind !== "Cluster")).toEqual(KINDS);
        expect(done.map(({ type }) => type)).toEqual(
          expect.arrayContaining([
            "sluice:index:Cluster",
            "kubernetes:core/v1:Secret",
            "kubernetes:source.toolkit.fluxcd.io/v1:GitRepository",
          ]),
        );
        const repository = await target.get(keys.repository);
        expect(repository?.metadata.annotations).toMatchObject({ "pulumi.com/waitFor": "condition=Ready" });
        expect(repository?.status?.conditions).toContainEqual(expect.objectContaining(READY));
        before = await uidsOf(Object.values(keys));
      });

      test("changes nothing in a second run, nor after a refresh, and previews just that", async () => {
        const { stack, program } = shared;
        expect(tally((await stack.preview(program())).done)).toEqual({ same: REGISTRATIONS });
        await stack.refresh(program());
        expect(tally((await stack.up(program())).done)).toEqual({ same: REGISTRATIONS });
      });

      test("updates an object whose field changed, and nothing else", async () => {
        const { stack, program, keys } = shared;
        const { done } = await stack.up(program({ interval: "2m" }));
        expect(names(done, "update")).toEqual([expect.stringContaining("GitRepository")]);
        expect(tally(done)).toEqual({ update: 1, same: REGISTRATIONS - 1 });
        expect((await target.get(keys.repository))?.spec).toMatchObject({ interval: "2m" });
        expect(await uidsOf(Object.values(keys))).toEqual(before);
      });

      test("keeps everything where the cluster is called something else, by alias", async () => {
        const { stack, program } = shared;
        const aliases = [{ name: "test" }];
        const { done, error } = await stack.up(program({ interval: "2m", cluster: "renamed" }, () => ({ aliases })));
        expect(error).toBeUndefined();
        expect(tally(done)).toEqual({ same: REGISTRATIONS });
      });

      test("destroys in the opposite order", async () => {
        const { stack, program, keys } = shared;
        const { done, error } = await stack.destroy(program());
        expect(error).toBeUndefined();
        expect(kindsOf(done).filter((kind) => kind !== "Cluster")).toEqual(KINDS.toReversed());
        expect(await uidsOf(Object.values(keys))).toEqual([undefined, undefined, undefined, undefined]);
      });
    });

    test("destroys what others need only once finalizers let go of what needs it", async () => {
      const { stack, program, keys } = await place();
      await stack.up(program());
      const held = "test.example.com/held";
      const finalizers = async (): Promise<readonly string[]> =>
        (await target.get(keys.sync))?.metadata.finalizers ?? [];
      await target.patch(keys.sync, { metadata: { finalizers: [...(await finalizers()), held] } });
      const destroyed = stack.destroy(program());
      await expect
        .poll(async () => (await target.get(keys.sync))?.metadata.deletionTimestamp, { timeout: 60_000 })
        .toBeDefined();
      // Long enough for an engine that does not wait.
      await setTimeout(1500);
      expect(await finalizers()).toContain(held);
      expect((await target.get(keys.repository))?.metadata.deletionTimestamp).toBeUndefined();
      expect(await target.get(keys.credentials)).toBeDefined();
      await target.patch(keys.sync, { metadata: { finalizers: (await finalizers()).filter((one) => one !== held) } });
      const { done, error } = await destroyed;
      expect(error).toBeUndefined();
      expect(kindsOf(done).filter((kind) => kind !== "Cluster")).toEqual(KINDS.toReversed());
    });

    test("gives its objects what the options protect and transform", async () => {
      const { stack, program, keys } = await place();
      const transformed: string[] = [];
      const labelled: ResourceTransform = ({ type, props, opts }) => {
        transformed.push(type.slice(type.lastIndexOf(":") + 1));
        if (!type.endsWith(":Kustomization")) return undefined;
        return { props: { ...props, metadata: { ...props["metadata"], labels: { by: "transform" } } }, opts };
      };
      const options = (protect: boolean) => () => ({ protect, transforms: [labelled] });
      expect((await stack.up(program({}, options(true)))).error).toBeUndefined();
      expect(transformed.toSorted()).toEqual(["Cluster", ...KINDS].toSorted());
      expect((await target.get(keys.sync))?.metadata.labels).toMatchObject({ by: "transform" });
      const refused = await stack.destroy(program());
      expect(refused.messages.join("\n")).toContain("protect");
      const there = await uidsOf(Object.values(keys));
      expect(there).not.toContain(undefined);
      await stack.up(program({}, options(false)));
      expect((await stack.destroy(program())).error).toBeUndefined();
      expect(await uidsOf(Object.values(keys))).toEqual([undefined, undefined, undefined, undefined]);
    });

    test("says what to do where the cluster is called something else, without an alias", async () => {
      const { stack, program } = await place();
      await stack.up(program());
      const { error, messages } = await stack.up(program({ cluster: "renamed" }));
      expect(error).toContain("already exists");
      const said = messages.join("\n");
      expect(said).toContain("is there already, and this stack does not know it by this name");
      expect(said).toContain('give deploy() aliases: [{ name: "its old name" }]');
    });

    test("replaces a Secret whose value changed, unless the provider may change it, and leaves all else alone", async () => {
      const { stack, program, keys } = await place();
      const mutable = () => ({ provider: new Provider("mutable", { enableSecretMutable: true }) });
      await stack.up(program());
      const others = Object.values(keys).filter((key) => key !== keys.credentials);
      const before = await uidsOf(others);
      const replaced = await stack.up(program({ password: "another" }));
      expect(names(replaced.done, "create-replacement")).toEqual([expect.stringContaining("Secret")]);
      expect(await uidsOf(others)).toEqual(before);
      await stack.up(program({ password: "another" }, mutable));
      const { done } = await stack.up(program({ password: "a third" }, mutable));
      expect(names(done, "update")).toEqual([expect.stringContaining("Secret")]);
    });

    test("keeps a secret out of the state, of what is said and of what is compared", async () => {
      const { stack, program, keys, space } = await place();
      const canary = target.newName("canary");
      const later = `${canary}-later`;
      const said: string[] = [];
      // One that the engine knows as a secret, and one that only stands in a Secret.
      const settings = (password: string): Partial<Settings> => ({
        password: pulumi.secret(password),
        more: secret("plain", { stringData: { password } }),
      });
      for (const [run, password] of [
        [stack.up, canary],
        [stack.preview, later],
        [stack.up, later],
        [stack.refresh, later],
      ] as const) {
        const { output, error } = await run(program(settings(password)));
        expect(error).toBeUndefined();
        said.push(output, stack.stateFile());
      }
      const stored = (await target.get(keys.credentials))?.data?.["password"] ?? "";
      expect(Buffer.from(stored, "base64").toString()).toBe(later);
      const everything = said.join("\n");
      expect(everything).toContain(space);
      expect(everything).not.toContain(canary);
      expect(everything).not.toContain(Buffer.from(canary).toString("base64").slice(0, 18));
      expect(stack.stateFile()).toMatch(/"ciphertext": ?"v1:/);
    });

    test("takes over what plain resources have made, by alias, without a change", async () => {
      const { stack, space, keys, source, program } = await place();
      const { interval, url } = { interval: "1m", url: source.url };
      const inside = { namespace: space };
      const plain: Program = async () => {
        const home = new Namespace("home", { metadata: { name: space } });
        const options = { dependsOn: [home] };
        new Secret(
          "key",
          { metadata: { name: "git", ...inside }, stringData: { username: "git", password: "none" } },
          options,
        );
        new CustomResource(
          "repo",
          {
            apiVersion: "source.toolkit.fluxcd.io/v1",
            kind: "GitRepository",
            metadata: {
              name: "app",
              ...inside,
              annotations: { "pulumi.com/timeoutSeconds": "5", "pulumi.com/waitFor": "condition=Ready" },
            },
            spec: { url, interval, ref: { branch: "main" }, secretRef: { name: "git" } },
          },
          options,
        );
        new CustomResource(
          "sync",
          {
            apiVersion: "kustomize.toolkit.fluxcd.io/v1",
            kind: "Kustomization",
            metadata: { name: "app", ...inside },
            spec: {
              sourceRef: { kind: "GitRepository", name: "app" },
              path: "./empty",
              interval: "10m",
              prune: true,
            },
          },
          options,
        );
      };
      expect((await stack.up(plain)).error).toBeUndefined();
      const before = await uidsOf(Object.values(keys));
      const called: Readonly<Record<string, string>> = {
        Namespace: "home",
        Secret: "key",
        GitRepository: "repo",
        Kustomization: "sync",
      };
      const adopt: DeployOptions["adopt"] = ({ kind }) => ({ name: called[kind] ?? "" });
      const { done, error } = await stack.up(program({}, () => ({ adopt })));
      expect(error).toBeUndefined();
      // The component is new; its objects are what they were.
      expect(tally(done)).toEqual({ create: 1, same: OBJECTS });
      expect(await uidsOf(Object.values(keys))).toEqual(before);
      // Once taken over, the aliases are of no more use.
      expect(tally((await stack.up(program())).done)).toEqual({ same: REGISTRATIONS });
    });

    test("puts right what was changed or deleted by hand, after a refresh", async () => {
      const { stack, program, keys } = await place();
      const forced = () => ({ provider: new Provider("forced", { enablePatchForce: true }) });
      await stack.up(program({}, forced));
      await target.patch(keys.sync, { spec: { interval: "1h" } });
      expect(tally((await stack.up(program({}, forced))).done)).toEqual({ same: REGISTRATIONS });
      await stack.refresh(program({}, forced));
      expect(names((await stack.up(program({}, forced))).done, "update")).toEqual([
        expect.stringContaining("Kustomization"),
      ]);
      expect((await target.get(keys.sync))?.spec).toMatchObject({ interval: "10m" });
      await target.delete(keys.sync);
      await stack.refresh(program({}, forced));
      expect(tally((await stack.up(program({}, forced))).done)).toEqual({ create: 1, same: REGISTRATIONS - 1 });
    });

    test("fails where a source does not become ready, with the controller's words, and goes on in the next run", async () => {
      const { stack, program, keys, source } = await place();
      source.close();
      const failed = await stack.up(program());
      expect(names(failed.failed)).toEqual([expect.stringContaining("GitRepository")]);
      expect(failed.messages.join("\n")).toContain(target.refusal);
      expect(await target.get(keys.sync)).toBeUndefined();
      const [, , before] = await uidsOf(Object.values(keys));
      source.open();
      await target.hurry(keys.repository);
      const again = await stack.up(program());
      expect(again.error).toBeUndefined();
      expect(tally(again.done)).toEqual({ same: 3, update: 1, create: 1 });
      expect((await uidsOf(Object.values(keys)))[2]).toBe(before);
    });

    test("leaves to Flux what it hands over: neither changed nor deleted, and without annotations of Pulumi's", async () => {
      const { stack, program, keys } = await place();
      const handOff: DeployOptions["handOff"] = ({ kind }) => kind === "Kustomization" || kind === "GitRepository";
      await stack.up(program({}, () => ({ handOff })));
      expect(JSON.stringify((await target.get(keys.repository))?.metadata.annotations ?? {})).not.toContain(
        "pulumi.com/",
      );
      // What Flux writes when it applies the same object from Git.
      const labels = { "kustomize.toolkit.fluxcd.io/name": "flux-system" };
      await target.patch(keys.sync, { metadata: { labels }, spec: { interval: "7m" } });
      await stack.refresh(program({}, () => ({ handOff })));
      expect(tally((await stack.up(program({ interval: "3m" }, () => ({ handOff })))).done)).toEqual({
        same: REGISTRATIONS,
      });
      expect(await target.get(keys.sync)).toMatchObject({ spec: { interval: "7m" }, metadata: { labels } });
      // Not the namespace: with it everything in it would go.
      const kept = await stack.up(async () => void new Namespace("x", { metadata: { name: `${keys.home.name}-x` } }));
      expect(kept.failed).toEqual([]);
      expect(await target.get(keys.home)).toBeUndefined();
    });

    test("gives deferred values to what needs them, and says what is wrong about them once they are known", async () => {
      const { stack, program, space, source } = await place();
      const withOutput =
        (url: string): Program =>
        async () => {
          const settings = new ConfigMap("settings", {
            metadata: { name: `settings-${space}`, namespace: "default" },
            data: { url },
          });
          const known = settings.data.apply((data) => data["url"] ?? "");
          const credentials = new Secret("made", {
            metadata: { namespace: "default", name: `made-${space}` },
            stringData: { a: "b" },
          });
          const more = gitRepository(
            "later",
            {
              url: known,
              interval: "1m",
              ref: { branch: "main" },
              secretRef: { name: fromPulumi(credentials).name },
            },
            { annotations: { "pulumi.com/skipAwait": "true" } },
          );
          await program({ more })();
        };
      expect((await stack.preview(withOutput(source.url))).error).toBeUndefined();
      const { done, error } = await stack.up(withOutput(source.url));
      expect(error).toBeUndefined();
      expect(tally(done)).toEqual({ create: REGISTRATIONS + 3 });
      const made = await target.get({ ...keysIn(space).repository, name: "later" });
      expect(made?.spec).toMatchObject({ url: source.url, secretRef: { name: `made-${space}` } });
      const wrong = await stack.up(withOutput("no address"));
      expect(wrong.error).toContain("deploy-suite.ts:");
      expect(wrong.error).toMatch(/error\[[\w/-]+\]: spec\.url of GitRepository/);
      // What was there stays as it was.
      expect((await target.get({ ...keysIn(space).repository, name: "later" }))?.spec).toMatchObject({
        url: source.url,
      });
    });

    test("ends with one error and the author's line where something is wrong, before anything is applied", async () => {
      const { stack, program, keys } = await place();
      const { error, messages, done } = await stack.up(program({ more: configMap("a b", { data: {} }) }));
      expect(done).toEqual([]);
      expect(error).toContain("error[metadata/name]");
      // The Automation API says it twice.
      expect(new Set(messages.filter((message) => message.includes("error["))).size).toBe(1);
      expect(error).toContain("deploy-suite.ts:");
      expect(error).not.toMatch(/\n\s+at /);
      expect(await target.get(keys.home)).toBeUndefined();
    });
  });
}
