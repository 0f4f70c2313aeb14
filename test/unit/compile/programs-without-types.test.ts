// A program in JavaScript, or one with a cast, may give anything. No builder throws: the compiler says what is wrong, and where.
import { describe, expect, test } from "vitest";
import {
  type ClusterOptions,
  cluster,
  configMap,
  directory,
  encryptedFile,
  gitRepository,
  group,
  type HelmReleaseSpec,
  helmRelease,
  type KubernetesObject,
  kustomization,
  namespace,
  override,
  type Resource,
  type Resources,
  resource,
  secret,
  withDefaults,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, git } from "./small-resources.ts";

/** Puts a value where its type does not allow it. */
function untyped<T>(value: unknown): T {
  return value as T;
}

const inDefault = { namespace: "default" };

describe("an option of a cluster that is of no use", () => {
  const options = { path: "clusters/test", flux: "2.9", resources: git("platform") };

  test.each<[string, object, string, RegExp]>([
    ["no path", { path: undefined }, "identity/invalid", /path of cluster "a" is no text/],
    ["a path that is a number", { path: 5 }, "identity/invalid", /path of cluster "a" is no text/],
    ["a Flux that is not known", { flux: "3.0" }, "cluster/unknown-flux", /cluster "a" runs Flux "3.0"/],
    ["no Flux", { flux: undefined }, "cluster/unknown-flux", /cluster "a" runs Flux undefined/],
    ["a layout that is no function", { layout: "flat" }, "value/unsupported", /layout of cluster "a"/],
    ["a layout that gives a number", { layout: () => 5 }, "layout/file-name", /by a value of type number/],
    ["overrides that are none", { overrides: [null, 5] }, "value/unsupported", /overrides of cluster "a" is null/],
    [
      "an override of nothing",
      { overrides: [override(untyped<Resource>(undefined), {})] },
      "value/unsupported",
      /overrides/,
    ],
    ["one text as sources", { sources: "flux-system" }, "value/unsupported", /sources of cluster "a"/],
    ["sources that are none", { sources: [null] }, "value/unsupported", /sources of cluster "a"/],
    ["resources that are none", { resources: 5 }, "value/unsupported", /listed among the resources/],
  ])("is said once: %s", (_what, change, code, message) => {
    const made = cluster("a", untyped<ClusterOptions>({ ...options, ...change }));
    const mistake = mistakeIn(compile(made));
    expect(mistake).toMatchObject({ code, severity: "error" });
    expect(mistake.message).toMatch(message);
    expect(mistake.hint).not.toBe("");
    if (code !== "layout/file-name") expect(mistake.site).toBe(callSiteOf(made));
  });

  test("is any of them, where there are no options and no name", () => {
    const made = cluster(untyped<string>(undefined), untyped<ClusterOptions>(undefined));
    expect(compile(made).codes.toSorted()).toEqual(["cluster/unknown-flux", "identity/invalid", "identity/invalid"]);
  });

  test("names the minors that are known", () => {
    const made = cluster("a", untyped<ClusterOptions>({ ...options, flux: "3.0" }));
    expect(mistakeIn(compile(made)).hint).toBe('write flux: "2.7", "2.8", or "2.9"');
  });
});

describe("a resource without what makes it one", () => {
  const cases: Readonly<Record<string, readonly [given: () => Resource, code: string, message: RegExp]>> = {
    "an empty manifest": [
      () => resource(untyped<KubernetesObject>({})),
      "identity/invalid",
      /apiVersion of a resource is undefined/,
    ],
    "no manifest": [
      () => resource(untyped<KubernetesObject>(undefined)),
      "identity/invalid",
      /apiVersion of a resource is undefined/,
    ],
    "a manifest without metadata": [
      () => resource(untyped<KubernetesObject>({ apiVersion: "v1", kind: "Secret" })),
      "identity/invalid",
      /metadata\.name of a Secret is undefined/,
    ],
    "a manifest whose metadata is null": [
      () => resource(untyped<KubernetesObject>({ apiVersion: "v1", kind: "Secret", metadata: null })),
      "identity/invalid",
      /metadata\.name of a Secret/,
    ],
    "no name": [() => configMap(untyped(undefined)), "identity/invalid", /metadata\.name of a ConfigMap is undefined/],
    "a namespace that is a number": [
      () => configMap("a", {}, { namespace: untyped(5) }),
      "identity/invalid",
      /metadata\.namespace of a ConfigMap is a value of type number/,
    ],
    "a file that is a number": [
      () => configMap("a", {}, { ...inDefault, file: untyped(5) }),
      "identity/invalid",
      /the file of a ConfigMap is a value of type number/,
    ],
    "an encrypted file without a path": [
      () => encryptedFile("a", untyped(undefined), inDefault),
      "identity/invalid",
      /the encrypted file of a Secret is undefined/,
    ],
    "no spec": [
      () => gitRepository("a", untyped(undefined)),
      "value/unsupported",
      /spec of GitRepository "a" is undefined/,
    ],
    "a spec that is null": [
      () => kustomization("a", untyped(null)),
      "value/unsupported",
      /spec of Kustomization "a" is null/,
    ],
    "a spec that is text": [
      () => helmRelease("a", untyped<HelmReleaseSpec>("podinfo"), inDefault),
      "value/unsupported",
      /spec of HelmRelease "a" is a value of type string/,
    ],
    "a spec that is a list": [
      () => gitRepository("a", untyped([])),
      "value/unsupported",
      /spec of GitRepository "a" is a list/,
    ],
    "no spec beside defaults": [
      () => withDefaults({ interval: "1h" }).gitRepository("a", untyped(undefined)),
      "value/unsupported",
      /spec of GitRepository "a" is undefined/,
    ],
    "a body that is text": [
      () => configMap("a", untyped("text"), inDefault),
      "value/unsupported",
      /spec of ConfigMap "a" is a value of type string/,
    ],
  };
  for (const [what, [make, code, message]] of Object.entries(cases)) {
    test(`is said once: ${what}`, () => {
      const given = make();
      const mistake = mistakeIn(compileResources(given));
      expect(mistake).toMatchObject({ code, severity: "error" });
      expect(mistake.message).toMatch(message);
      expect(mistake.site).toBe(callSiteOf(given));
    });
  }

  test("is one where null stands for nothing", () => {
    const given: Resources = [
      namespace("a", untyped(null), untyped(null)),
      configMap("a", untyped(null), {
        ...inDefault,
        labels: untyped(null),
        file: untyped(null),
        silence: untyped(null),
      }),
      secret("a", {}, { namespace: "a" }),
      group(untyped(null), untyped(null)),
    ];
    expect(compileResources(given).codes).toEqual([]);
  });
});

describe("a container of another kind of thing", () => {
  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
  ])("a directory whose path is %s is said once", (_what, path) => {
    const made = directory(untyped<string>(path), [], untyped(null));
    const mistake = mistakeIn(compileResources(applying("apps", made)));
    expect(mistake).toMatchObject({ code: "identity/invalid", severity: "error" });
    expect(mistake.message).toBe("the path of a directory is no text");
    expect(mistake.site).toBe(callSiteOf(made));
  });

  test("a group without options gives nothing", () => {
    expect(compileResources(group(untyped(undefined), git("platform"))).codes).toEqual([]);
  });

  test("a group's namespace that is a number is said", () => {
    const made = group({ namespace: untyped(5) }, configMap("a"));
    expect(mistakeIn(compileResources(made))).toMatchObject({ code: "identity/invalid", site: callSiteOf(made) });
  });

  test("an override without changes changes nothing, and one path to remove may stand alone", () => {
    const made = gitRepository("platform", { url: "https://example.com", interval: "1m", suspend: true });
    const change = (changes: unknown): readonly string[] =>
      compileResources(made, { overrides: [override(made, untyped<object>(changes))] }).codes;
    expect(change(undefined)).toEqual([]);
    expect(change(null)).toEqual([]);
    expect(change({ remove: "spec.suspend" })).toEqual([]);
    expect(change({ remove: [5] })).toEqual(["override/invalid-path"]);
  });
});
