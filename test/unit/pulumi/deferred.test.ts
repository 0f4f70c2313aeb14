import { ConfigMap, Namespace, Secret } from "@pulumi/kubernetes/core/v1/index.js";
import { all, type Output, output, secret as pulumiSecret } from "@pulumi/pulumi";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  configMap,
  directory,
  fluxSystem,
  fromEnv,
  fromFile,
  gitRepository,
  kustomization,
  secret,
  secretText,
  secretValue,
  substitution,
} from "../../../sdk/index.ts";
import { fromPulumi } from "../../../sdk/pulumi/index.ts";
import { codesOf, deployThese } from "./production.ts";
import { objectsOf, secretOf, UNKNOWN } from "./recorded-engine.ts";

afterEach(() => vi.unstubAllEnvs());

const own = { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true } as const;

/** A value that is known once something is made. */
async function madeLater(): Promise<Output<string>> {
  return new ConfigMap("made-later", { data: { a: "b" } }).id;
}

describe("an Output", () => {
  test("stands in leaves, maps and free-form fields", async () => {
    const [object] = await objectsOf(() =>
      deployThese(
        kustomization("apps", {
          ...own,
          path: output("./apps"),
          postBuild: { substitute: { domain: output("example.com"), plain: "a" } },
        }),
      ),
    );
    expect(object?.inputs["spec"]).toMatchObject({
      path: "./apps",
      postBuild: { substitute: { domain: "example.com", plain: "a" } },
    });
  });

  test("is unknown in a preview, and the fields beside it are not", async () => {
    const objects = await objectsOf(
      async () => {
        const id = await madeLater();
        deployThese(kustomization("apps", { ...own, postBuild: { substitute: { id, plain: "a" } } }));
      },
      { preview: true },
    );
    expect(objects.at(-1)?.inputs["spec"]).toMatchObject({
      interval: "10m",
      postBuild: { substitute: { id: UNKNOWN, plain: "a" } },
    });
  });

  test("that is a secret stays one, alone", async () => {
    const [object] = await objectsOf(() =>
      deployThese(configMap("a", { data: { b: pulumiSecret("hidden"), c: "d" } }, { namespace: "default" })),
    );
    expect(object?.inputs["data"]).toEqual({ b: secretOf("hidden"), c: "d" });
  });

  test("has no place in what Git delivers", () => {
    const settings = configMap("settings", { data: { domain: output("example.com") } }, { namespace: "default" });
    const apps = kustomization("apps", { ...own, path: directory("apps", [settings]) });
    expect(codesOf(() => deployThese(apps))).toEqual(["deferred/in-git"]);
  });

  test("that was turned into text is found at once", () => {
    const text = `https://${output("example.com")}/a.git`;
    expect(codesOf(() => deployThese(gitRepository("a", { url: text, interval: "1m" })))).toEqual([
      "deferred/stringified",
    ]);
  });

  test("stands where a substitution would be filled in by nobody", () => {
    const settings = configMap("settings", { data: { domain: substitution("domain") } }, { namespace: "default" });
    expect(codesOf(() => deployThese(settings))).toEqual(["substitution/not-filled"]);
  });
});

describe("a secret value", () => {
  const inputs = async (values: Parameters<typeof secret>[1]): Promise<unknown> => {
    const [object] = await objectsOf(() => deployThese(secret("a", values, { namespace: "default" })));
    return object?.inputs["stringData"];
  };

  test("is revealed to Pulumi alone, as a secret", async () => {
    vi.stubEnv("DB_PASSWORD", "hidden");
    expect(
      await inputs({
        stringData: {
          text: secretValue("written"),
          env: fromEnv("DB_PASSWORD"),
          url: secretText`postgres://app:${fromEnv("DB_PASSWORD")}@db/app`,
        },
      }),
    ).toEqual(secretOf({ text: "written", env: "hidden", url: "postgres://app:hidden@db/app" }));
  });

  test("is read from a file of the program's folder", async () => {
    const file = fromFile("LICENSE", { trim: true });
    expect(JSON.stringify(await inputs({ stringData: { file } }))).toContain("Apache License");
  });

  test("that holds an Output is made when that is known", async () => {
    vi.stubEnv("DB_PASSWORD", "hidden");
    const host = pulumiSecret("db.example.com");
    expect(await inputs({ stringData: { url: secretText`app:${fromEnv("DB_PASSWORD")}@${host}` } })).toEqual(
      secretOf({ url: "app:hidden@db.example.com" }),
    );
  });

  test("that is not there ends the program", () => {
    const object = secret(
      "a",
      { stringData: { a: fromEnv("NOT_SET"), b: fromFile("not-there") } },
      { namespace: "default" },
    );
    expect(codesOf(() => deployThese(object))).toEqual(["pulumi/secret-absent", "pulumi/secret-absent"]);
  });
});

describe("an object that the program made with Pulumi's classes", () => {
  const url = "ssh://git@example.com/a";

  test("is referred to by the name that Pulumi chooses, and waited for", async () => {
    const objects = await objectsOf(() => {
      const key = new Secret("key", { metadata: { name: "key-a1b2c3", namespace: "flux-system" } });
      deployThese(gitRepository("a", { url, interval: "1m", secretRef: fromPulumi(key) }));
    });
    expect(objects.at(-1)?.inputs["spec"]).toMatchObject({ secretRef: { name: "key-a1b2c3" } });
    expect(objects.at(-1)?.dependsOn).toEqual(["key"]);
  });

  test("is referred to in its own namespace, where the reference can say so", async () => {
    const objects = await objectsOf(() => {
      const apps = new Namespace("apps", { metadata: { name: "apps-a1b2c3" } });
      const settings = new ConfigMap("settings", { metadata: { name: "settings", namespace: "flux-system" } });
      deployThese(
        kustomization("apps", {
          ...own,
          targetNamespace: fromPulumi(apps),
          postBuild: { substituteFrom: [fromPulumi(settings)] },
        }),
      );
    });
    expect(objects.at(-1)?.inputs["spec"]).toMatchObject({
      targetNamespace: "apps-a1b2c3",
      postBuild: { substituteFrom: [{ kind: "ConfigMap", name: "settings" }] },
    });
  });

  test("has to be of a kind that fits", () => {
    const wrong = (): void => {
      const settings = new ConfigMap("settings", {});
      // @ts-expect-error A ConfigMap is no Secret.
      deployThese(gitRepository("a", { url, interval: "1m", secretRef: fromPulumi(settings) }));
    };
    expect(codesOf(wrong)).toEqual(["reference/wrong-kind"]);
  });
});

test("an Output of several values is one", async () => {
  const [object] = await objectsOf(() =>
    deployThese(
      configMap(
        "a",
        { data: { b: all([output("c"), output("d")]).apply((parts) => parts.join("-")) } },
        { namespace: "default" },
      ),
    ),
  );
  expect(object?.inputs["data"]).toEqual({ b: "c-d" });
});
