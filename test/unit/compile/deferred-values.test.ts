import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  external,
  fluxSystem,
  gitRepository,
  group,
  helmRelease,
  kustomization,
  type Resources,
  resource,
  secret,
} from "../../../sdk/index.ts";
import type { Deferred } from "../../../sdk/model/deferred.ts";
import type { Resource } from "../../../sdk/model/resource.ts";
import { output, STRINGIFIED } from "../output-stand-in.ts";
import { compile, compileResources, type Outcome } from "./compile-fleet.ts";
import { findings, onlyFinding } from "./finding.ts";
import { applying, git, oci, release } from "./small-resources.ts";

/** Compiles one cluster whose root Pulumi applies. */
function compileForPulumi(resources: Resources): Outcome {
  return compile(cluster("test", { path: "clusters/test", flux: "2.9", resources }), { roots: "api" });
}

/** Puts a value where its type does not allow it, as a program without types does. */
function untyped<T>(value: unknown): T {
  return value as T;
}

const HINT = /^write substitution\("NAME"\) here, and give NAME the value in postBuild\.substitute/;

describe("a deferred value that Git would deliver", () => {
  const places: readonly (readonly [what: string, made: Resource, path: string])[] = [
    ["a leaf", applying("apps", "./apps", { interval: output() }), "spec.interval"],
    [
      "a map",
      applying("apps", "./apps", { postBuild: { substitute: { a: output() } } }),
      "spec.postBuild.substitute.a",
    ],
    ["a list's item", applying("apps", "./apps", { components: ["a", output()] }), "spec.components[1]"],
    [
      "a free-form field",
      helmRelease(
        "app",
        { chartRef: external("OCIRepository", "app"), interval: "1h", values: { a: [{ "b.c": output() }] } },
        { namespace: "default" },
      ),
      'spec.values.a[0]["b.c"]',
    ],
    ["a label", configMap("a", {}, { namespace: "default", labels: { team: output() } }), "metadata.labels.team"],
    [
      "an annotation",
      configMap("a", {}, { namespace: "default", annotations: { b: output() } }),
      "metadata.annotations.b",
    ],
    [
      "a name that is referred to",
      applying("apps", "./apps", { serviceAccountName: output() }),
      "spec.serviceAccountName",
    ],
    [
      "the name of what exists elsewhere",
      applying("apps", "./apps", { sourceRef: external("GitRepository", output()) }),
      "spec.sourceRef.name",
    ],
    [
      "the name beside other fields",
      applying("apps", "./apps", { dependsOn: [{ name: external("Kustomization", output()) }] }),
      "spec.dependsOn[0].name",
    ],
    [
      "an object of no known structure",
      resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" }, spec: { list: [output()] } }),
      "spec.list[0]",
    ],
  ];

  test.each(places)("is an error in %s", (_what, made, path) => {
    const finding = onlyFinding(compileResources(made), "deferred/in-git");
    expect(finding).toMatchObject({ severity: "error", path });
    expect(finding.message).toContain(path);
    expect(finding.hint).toMatch(HINT);
  });

  test.each(places)("is none in %s at a root that Pulumi applies", (_what, made) => {
    expect(compileForPulumi(made).codes).toEqual([]);
  });

  test.each(places)("is one in %s of a directory, also when Pulumi applies the root", (_what, made) => {
    const outcome = compileForPulumi(applying("outer", directory("outer", made)));
    expect(onlyFinding(outcome, "deferred/in-git").resource).toContain(made.metadata.name);
  });

  test("is an error in what a group gives", () => {
    const outcome = compileResources(
      group({ labels: { team: output() } }, configMap("a", {}, { namespace: "default" })),
    );
    expect(onlyFinding(outcome, "deferred/in-git").path).toBe("metadata.labels.team");
  });

  test("is an error for each place", () => {
    const outcome = compileResources(applying("apps", "./apps", { interval: output(), timeout: output() }));
    expect(findings(outcome, "deferred/in-git").map(({ path }) => path)).toEqual(["spec.interval", "spec.timeout"]);
  });
});

describe("a deferred value at a root that Pulumi applies", () => {
  test("is in the manifest as it is", () => {
    const deferred = output();
    const { manifest } = compileForPulumi(applying("apps", "./apps", { interval: deferred }));
    const { spec } = manifest("Kustomization flux-system/apps");
    expect(Reflect.get(Object(spec), "interval")).toBe(deferred);
  });

  test("may be the name of what exists elsewhere, which then is never taken for something here", () => {
    const name = output();
    const outcome = compileForPulumi([
      git("platform"),
      applying("apps", "./apps", { sourceRef: external("GitRepository", name) }),
    ]);
    expect(outcome.codes).toEqual([]);
    const { spec } = outcome.manifest("Kustomization flux-system/apps");
    expect(Reflect.get(Object(Reflect.get(Object(spec), "sourceRef")), "name")).toBe(name);
  });

  test("may be the value of a Secret, which nothing writes", () => {
    const token = secret("token", { stringData: { token: output() } }, { namespace: "default" });
    expect(compileForPulumi(token).codes).toEqual([]);
  });

  test("may not be plain text in a directory either", () => {
    const token = secret("token", { stringData: { token: "hunter2" } }, { namespace: "default" });
    expect(compileForPulumi(token).codes).toEqual([]);
    expect(compileForPulumi(applying("apps", directory("apps", token))).codes).toEqual(["secret/plaintext"]);
  });
});

describe("a deferred value where it would decide what is written", () => {
  const repo = git("platform");
  const wrong: Readonly<Record<string, Resource>> = {
    name: configMap(untyped(output()), {}, { namespace: "default" }),
    namespace: configMap("a", {}, { namespace: untyped(output()) }),
    "name of the namespace": configMap("a", {}, { namespace: external("Namespace", output()) }),
    kind: untyped({ ...repo, kind: output() }),
    apiVersion: untyped({ ...repo, apiVersion: output() }),
  };

  test.each(Object.entries(wrong))("is an error: %s", (_what, made) => {
    for (const outcome of [compileResources(made), compileForPulumi(made)]) {
      const finding = onlyFinding(outcome, "identity/invalid");
      expect(finding.message).toContain("is a deferred value");
      expect(finding.hint).toContain("give a string that is known when the program runs");
    }
  });

  test("is an error in a group's namespace", () => {
    for (const namespace of [untyped<string>(output()), external("Namespace", output())]) {
      const outcome = compileForPulumi(group({ namespace }, configMap("a")));
      expect(onlyFinding(outcome, "identity/invalid").message).toContain("is a deferred value");
    }
  });

  test("is an error in the place of a list, also for Pulumi", () => {
    const made = applying("apps", "./apps", { dependsOn: untyped(output()) });
    for (const outcome of [compileResources(made), compileForPulumi(made)]) {
      const finding = onlyFinding(outcome, "value/unsupported");
      expect(finding).toMatchObject({ resource: "Kustomization flux-system/apps", path: "spec.dependsOn" });
      expect(finding.message).toContain("is a deferred list");
      expect(finding.hint).toContain("items may be deferred");
    }
  });

  test("is an error in the place of an object whose fields are known, also for Pulumi", () => {
    const made = [applying("apps", "./apps", { kubeConfig: untyped(output()) }), kustomization("b", untyped(output()))];
    for (const outcome of [compileResources(made), compileForPulumi(made)]) {
      expect(
        findings(outcome, "value/unsupported")
          .map(({ path }) => path)
          .sort(),
      ).toEqual(["spec", "spec.kubeConfig"]);
      expect(outcome.codes).toHaveLength(2);
    }
  });

  test("is an error in the target namespace of a directory, and nothing follows from it", () => {
    const inside = [configMap("a"), release("app", oci("chart"), {})];
    for (const targetNamespace of [output(), external("Namespace", output())]) {
      const made = applying("apps", directory("apps", inside), { targetNamespace });
      const outcome = compileForPulumi(made);
      const finding = onlyFinding(outcome, "identity/invalid");
      expect(finding).toMatchObject({ resource: "Kustomization flux-system/apps", path: "spec.targetNamespace" });
      expect(finding.hint).toContain("known when the program runs");
      expect(compileForPulumi(applying("apps", "./apps", { targetNamespace })).codes).toEqual([]);
    }
  });

  test("names a remote cluster of its own", () => {
    const remote = (name: string, secretName: Deferred<string>): Resource =>
      applying(name, directory(`remote/${name}`, configMap("same", { data: { name } }, { namespace: "default" })), {
        kubeConfig: { secretRef: { name: secretName } },
      });
    expect(compileForPulumi([remote("a", output()), remote("b", output())]).codes).toEqual([]);
  });
});

describe("a deferred value that was turned into text", () => {
  const deferred = `https://${STRINGIFIED}`;
  const places: readonly (readonly [what: string, made: Resource, path: string])[] = [
    ["a leaf", applying("apps", "./apps", { timeout: deferred }), "spec.timeout"],
    [
      "a map",
      applying("apps", "./apps", { postBuild: { substitute: { a: deferred } } }),
      "spec.postBuild.substitute.a",
    ],
    [
      "a free-form field",
      helmRelease(
        "app",
        { chartRef: external("OCIRepository", "app"), interval: "1h", values: { a: [deferred] } },
        { namespace: "default" },
      ),
      "spec.values.a[0]",
    ],
    ["a key", configMap("a", { data: { [deferred]: "b" } }, { namespace: "default" }), "data"],
    ["a label", configMap("a", {}, { namespace: "default", labels: { team: deferred } }), "metadata.labels.team"],
    [
      "the name of what exists elsewhere",
      applying("apps", "./apps", { sourceRef: external("GitRepository", deferred) }),
      "spec.sourceRef.name",
    ],
  ];
  const identities: readonly (readonly [what: string, made: Resource, path: string | undefined])[] = [
    ["a name", configMap(deferred, {}, { namespace: "default" }), "metadata.name"],
    ["a namespace", configMap("a", {}, { namespace: deferred }), "metadata.namespace"],
    ["an apiVersion", resource({ apiVersion: deferred, kind: "Thing", metadata: { name: "a" } }), "apiVersion"],
    ["a kind", resource({ apiVersion: "v1", kind: deferred, metadata: { name: "a" } }), "kind"],
    ["a file's name", configMap("a", {}, { namespace: "default", file: deferred }), undefined],
    ["the path of a directory", applying("apps", directory(deferred, [])), undefined],
  ];

  test.each(places)("is an error in %s", (_what, made, path) => {
    for (const outcome of [compileResources(made), compileForPulumi(made)]) {
      const finding = onlyFinding(outcome, "deferred/stringified");
      expect(finding).toMatchObject({ severity: "error", path });
      expect(finding.hint).toContain("pulumi.interpolate");
    }
  });

  test.each(identities)("is an error in %s, which has to be known", (_what, made, path) => {
    for (const outcome of [compileResources(made), compileForPulumi(made)]) {
      const finding = onlyFinding(outcome, "deferred/stringified");
      expect(finding).toMatchObject({ severity: "error", path });
      expect(finding.hint).toContain("give a string that is known when the program runs");
    }
  });

  test("is said with a message that is readable", () => {
    for (const [, made] of [...places, ...identities]) {
      expect(compileResources(made).messages.join()).not.toContain(STRINGIFIED);
    }
  });

  test("is an error in a cluster's path and in a group's namespace", () => {
    const a = configMap("a");
    const wrong = [
      compile(cluster("test", { path: `clusters/${STRINGIFIED}`, flux: "2.9", resources: [] })),
      compileResources(group({ namespace: deferred }, a)),
    ];
    for (const outcome of wrong) {
      const { hint, message } = onlyFinding(outcome, "deferred/stringified");
      expect(hint).toContain("known when the program runs");
      expect(message).not.toContain(STRINGIFIED);
    }
  });

  test("is said once: what refers to the object is left alone", () => {
    const repo = gitRepository(deferred, { url: "https://example.com", interval: "1m" });
    const needing = applying("apps", "./apps", { sourceRef: repo });
    const mentioning = applying("more", "./more", { dependsOn: [applying(deferred, "./x")] });
    const outcome = compileResources([needing, mentioning]);
    expect(outcome.codes).toEqual(["deferred/stringified", "deferred/stringified"]);
  });
});

describe("deferred values", () => {
  test("make two objects of one identity different, unless they are the same", () => {
    const deferred = output();
    const chart = (url: Deferred<string>): Resource =>
      group({}, []) && kustomization("apps", { sourceRef: fluxSystem, interval: url, prune: true, path: "./apps" });
    expect(compileForPulumi([chart(deferred), chart(deferred)]).codes).toEqual([]);
    const finding = onlyFinding(compileForPulumi([chart(deferred), chart(output())]), "graph/duplicate-id");
    expect(finding.message).toContain("spec.interval");
  });

  test("do not keep the other references of an object from being linked", () => {
    const outcome = compileForPulumi(release("app", oci("chart"), { namespace: "default" }));
    expect(outcome.codes).toEqual([]);
    const made = helmRelease(
      "app",
      { chartRef: oci("chart"), interval: output(), values: { a: output() } },
      { namespace: "default" },
    );
    const { spec } = compileForPulumi(made).manifest("HelmRelease default/app");
    expect(Reflect.get(Object(spec), "chartRef")).toEqual({
      kind: "OCIRepository",
      name: "chart",
      namespace: "flux-system",
    });
  });
});
