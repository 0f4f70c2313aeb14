import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  external,
  fluxSystem,
  gitRepository,
  type HelmReleaseSpecBase,
  helmRelease,
  kustomization,
  namespace,
  type RefTo,
  type Resource,
  resource,
  secret,
  serviceAccount,
  substitution,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { output } from "../output-stand-in.ts";
import { compile, compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { onlyFinding } from "./finding.ts";
import { applying, git, oci, release } from "./small-resources.ts";

const KUSTOMIZATION = "Kustomization flux-system/apps";

function specOf(outcome: Outcome, identity = KUSTOMIZATION): unknown {
  return outcome.manifest(identity)["spec"];
}

function specField(outcome: Outcome, field: string, identity = KUSTOMIZATION): unknown {
  return Reflect.get(Object(specOf(outcome, identity)), field);
}

const flux = { namespace: "flux-system" };

describe("what is needed comes into the cluster with what needs it", () => {
  const needs: readonly (readonly [slot: string, needing: Resource, needed: string])[] = [
    ["sourceRef", applying("apps", "./apps", { sourceRef: git("a") }), "GitRepository flux-system/a"],
    [
      "decryption.secretRef",
      applying("apps", "./apps", { decryption: { provider: "sops", secretRef: secret("a") } }),
      "Secret flux-system/a",
    ],
    [
      "postBuild.substituteFrom",
      applying("apps", "./apps", { postBuild: { substituteFrom: [configMap("a")] } }),
      "ConfigMap flux-system/a",
    ],
    [
      "serviceAccountName",
      applying("apps", "./apps", { serviceAccountName: serviceAccount("a") }),
      "ServiceAccount flux-system/a",
    ],
    [
      "kubeConfig.secretRef",
      applying("apps", "./apps", { kubeConfig: { secretRef: secret("a") } }),
      "Secret flux-system/a",
    ],
    [
      "kubeConfig.configMapRef",
      applying("apps", "./apps", { kubeConfig: { configMapRef: configMap("a") } }),
      "ConfigMap flux-system/a",
    ],
    ["chartRef", release("app", oci("a"), flux), "OCIRepository flux-system/a"],
    [
      "chart.spec.sourceRef",
      helmRelease("app", { chart: { spec: { chart: "app", sourceRef: git("a") } }, interval: "1h" }, flux),
      "GitRepository flux-system/a",
    ],
    [
      "valuesFrom",
      helmRelease(
        "app",
        { chartRef: external("OCIRepository", "app"), interval: "1h", valuesFrom: [configMap("a")] },
        flux,
      ),
      "ConfigMap flux-system/a",
    ],
    [
      "secretRef of a source",
      gitRepository("b", { url: "ssh://git@example.com", interval: "1m", secretRef: secret("a") }),
      "Secret flux-system/a",
    ],
    [
      "include of a source",
      gitRepository("b", { url: "https://example.com", interval: "1m", include: [{ repository: git("a") }] }),
      "GitRepository flux-system/a",
    ],
    ["imagePullSecrets", serviceAccount("b", { imagePullSecrets: [secret("a")] }, flux), "Secret flux-system/a"],
    [
      "an object of no known structure",
      resource({
        apiVersion: "example.com/v1",
        kind: "Thing",
        metadata: { name: "x", namespace: "flux-system" },
        spec: { ref: git("a") },
      }),
      "GitRepository flux-system/a",
    ],
  ];

  test.each(needs)("%s", (_slot, needing, needed) => {
    const outcome = compileResources(needing);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toContain(needed);
    expect(outcome.identities).toHaveLength(2);
  });
});

describe("what is mentioned does not come into the cluster", () => {
  const chartRef = external("OCIRepository", "app");
  const other = applying("other", "./other");
  const mentions: readonly (readonly [slot: string, mentioning: Resource, mentioned: Resource, path: string])[] = [
    ["dependsOn", applying("apps", "./apps", { dependsOn: [other] }), other, "spec.dependsOn[0]"],
    [
      "dependsOn with more beside",
      applying("apps", "./apps", { dependsOn: [{ name: other, readyExpr: "dep.x == 1" }] }),
      other,
      "spec.dependsOn[0]",
    ],
    [
      "health checks",
      applying("apps", "./apps", { healthChecks: [release("app", chartRef)] }),
      release("app", chartRef),
      "spec.healthChecks[0]",
    ],
    [
      "targetNamespace",
      applying("apps", "./apps", { targetNamespace: namespace("shop") }),
      namespace("shop"),
      "spec.targetNamespace",
    ],
    [
      "storageNamespace",
      helmRelease("app", { chartRef, interval: "1h", storageNamespace: namespace("shop") }, flux),
      namespace("shop"),
      "spec.storageNamespace",
    ],
    [
      "a namespace in an object of no known structure",
      resource({
        apiVersion: "v1",
        kind: "Thing",
        metadata: { name: "a" },
        subjects: [{ name: "x", namespace: namespace("shop") }],
      }),
      namespace("shop"),
      "subjects[0].namespace",
    ],
  ];

  test.each(mentions)("and a value that no container holds is an error: %s", (_slot, mentioning, mentioned, path) => {
    const outcome = compileResources(mentioning);
    expect(outcome.identities).toHaveLength(1);
    const finding = onlyFinding(outcome, "reference/not-in-cluster");
    expect(finding).toMatchObject({ severity: "error", path });
    expect(finding.message).toContain(path);
    expect(finding.message).toContain(`${mentioned.kind} `);
    expect(finding.hint).toContain("list it among the cluster's resources");
    expect(finding.hint).toContain(`external("${mentioned.kind}", "${mentioned.metadata.name}"`);
  });

  test.each(mentions)("and is found where a container holds it: %s", (_slot, mentioning, mentioned) => {
    expect(compileResources([mentioning, mentioned]).codes).toEqual([]);
    expect(compileResources([mentioned, mentioning]).codes).toEqual([]);
  });

  test("and is found where something else needs it, or a directory holds it", () => {
    const shop = namespace("shop");
    const into = applying("apps", "./apps", { targetNamespace: shop });
    expect(compileResources([into, applying("base", directory("base", shop))]).codes).toEqual([]);
    const needing = resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "a" }, spec: { ref: shop } });
    expect(compileResources([into, needing]).codes).toEqual([]);
  });

  test("and the places of both are shown", () => {
    const mentioned = applying("other", "./other");
    const mentioning = applying("apps", "./apps", { dependsOn: [mentioned] });
    const mistake = mistakeIn(compileResources(mentioning));
    expect(mistake.site).toBe(callSiteOf(mentioning));
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(mentioned)]);
    expect(mistake.resource?.name).toBe("apps");
  });
});

describe("a reference is the object", () => {
  test("where a kind, a name and a namespace are wanted", () => {
    const outcome = compileResources([
      applying("apps", "./apps", { sourceRef: git("a") }),
      applying("tenant", "./tenant", { sourceRef: git("a") }, { namespace: "default" }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "sourceRef")).toEqual({ kind: "GitRepository", name: "a" });
    expect(specField(outcome, "sourceRef", "Kustomization default/tenant")).toEqual({
      kind: "GitRepository",
      name: "a",
      namespace: "flux-system",
    });
  });

  test("where an object with a name alone is wanted", () => {
    const outcome = compileResources(
      gitRepository("a", { url: "ssh://git@example.com", interval: "1m", secretRef: secret("key") }),
    );
    expect(specField(outcome, "secretRef", "GitRepository flux-system/a")).toEqual({ name: "key" });
  });

  test("where a name is wanted", () => {
    const outcome = compileResources([
      namespace("shop"),
      applying("apps", "./apps", {
        serviceAccountName: serviceAccount("deployer"),
        targetNamespace: namespace("shop"),
      }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(specOf(outcome)).toMatchObject({ serviceAccountName: "deployer", targetNamespace: "shop" });
  });

  test("where a name and a namespace are wanted", () => {
    const here = applying("here", "./here");
    const there = applying("there", "./there", {}, { namespace: "default" });
    const outcome = compileResources([here, there, applying("apps", "./apps", { dependsOn: [here, there] })]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "here" }, { name: "there", namespace: "default" }]);
  });

  test("where everything is wanted: health checks", () => {
    const app = release("app", oci("chart"));
    const outcome = compileResources([app, applying("apps", "./apps", { healthChecks: [app, git("x")] }), git("x")]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "healthChecks")).toEqual([
      { apiVersion: "helm.toolkit.fluxcd.io/v2", kind: "HelmRelease", name: "app", namespace: "default" },
      { apiVersion: "source.toolkit.fluxcd.io/v1", kind: "GitRepository", name: "x", namespace: "flux-system" },
    ]);
  });

  test("with more beside it, in the order of Flux's fields", () => {
    const infra = applying("infra", "./infra", {}, { namespace: "default" });
    const vars = configMap("vars");
    const outcome = compileResources([
      infra,
      applying("apps", "./apps", {
        dependsOn: [{ name: infra, readyExpr: "dep.x == 1" }],
        postBuild: { substituteFrom: [{ name: vars, optional: true }] },
      }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "infra", namespace: "default", readyExpr: "dep.x == 1" }]);
    expect(specField(outcome, "postBuild")).toEqual({
      substituteFrom: [{ kind: "ConfigMap", name: "vars", optional: true }],
    });
  });

  test("with an external() or a plain reference in the place of the name", () => {
    const outcome = compileResources(
      applying("apps", "./apps", {
        postBuild: { substituteFrom: [{ name: external("Secret", "vars"), optional: true }] },
        dependsOn: [{ name: { kind: "Kustomization", name: "infra", namespace: "default" }, readyExpr: "dep.x == 1" }],
      }),
    );
    expect(specField(outcome, "postBuild")).toEqual({
      substituteFrom: [{ kind: "Secret", name: "vars", optional: true }],
    });
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "infra", namespace: "default", readyExpr: "dep.x == 1" }]);
  });

  test("and what an author says beside it wins over what is filled in", () => {
    const infra = applying("infra", "./infra");
    const outcome = compileResources([
      infra,
      applying("apps", "./apps", { dependsOn: [{ name: infra, namespace: "flux-system" }] }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "infra", namespace: "flux-system" }]);
  });
});

describe("a reference by names", () => {
  test("is written as it is", () => {
    const sourceRef = { kind: "GitRepository", name: "flux-system", namespace: "flux-system" } as const;
    const outcome = compileResources(
      applying("apps", "./apps", { sourceRef, dependsOn: [{ name: "apps", namespace: "flux-system" }] }),
    );
    expect(specField(outcome, "sourceRef")).toEqual(sourceRef);
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "apps", namespace: "flux-system" }]);
  });

  test("without a namespace means the referrer's", () => {
    const byName = (where: string): Outcome =>
      compileResources([
        git("a"),
        applying("apps", "./apps", { sourceRef: { kind: "GitRepository", name: "a" } }, { namespace: where }),
      ]);
    expect(byName("flux-system").codes).toEqual([]);
    expect(onlyFinding(byName("default"), "reference/unresolved").message).toContain("GitRepository default/a");
  });

  test("finds by identity what is in the cluster, also from inside a directory", () => {
    const alert = resource({
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: { name: "alert", namespace: "flux-system" },
      spec: { sources: [external("Kustomization", "apps")] },
    });
    const inner = applying("inner", "./inner", { dependsOn: [{ name: "apps" }] });
    const apps = applying("apps", directory("apps", [alert, inner]));
    const outcome = compileResources(apps);
    // The inner one waits for the outer one, which applies it: only an identity that was found makes an order.
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "sources", "Thing flux-system/alert")).toEqual([{ kind: "Kustomization", name: "apps" }]);
  });
});

describe("a plain object", () => {
  test("is written with the fields of its slot alone: Flux refuses others", () => {
    const source = gitRepository("a", {
      url: "ssh://git@example.com",
      interval: "1m",
      secretRef: { kind: "Secret", name: "key" },
    });
    const apps = applying("apps", "./apps", {
      dependsOn: [{ apiVersion: "kustomize.toolkit.fluxcd.io/v1", kind: "Kustomization", name: "x" }],
    });
    const outcome = compileResources([source, apps]);
    expect(specField(outcome, "secretRef", "GitRepository flux-system/a")).toEqual({ name: "key" });
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "x" }]);
  });

  test("says what it says: a namespace beside a resource is the one that is looked in", () => {
    const infra = applying("infra", "./infra");
    const outcome = compileResources([
      infra,
      applying("apps", "./apps", { dependsOn: [{ name: infra, namespace: "default" }] }),
    ]);
    expect(onlyFinding(outcome, "reference/unresolved").message).toContain("Kustomization default/infra");
    expect(specField(outcome, "dependsOn")).toEqual([{ name: "infra", namespace: "default" }]);
  });

  test("says what it says: a kind beside a resource must be its kind", () => {
    const vars = configMap("vars");
    const wrong: object = { postBuild: { substituteFrom: [{ kind: "Secret", name: vars }] } };
    const finding = onlyFinding(compileResources(applying("apps", "./apps", wrong)), "reference/wrong-kind");
    expect(finding.path).toBe("spec.postBuild.substituteFrom[0]");
    expect(finding.message).toMatch(/Secret.*ConfigMap/);
    expect(finding.hint).toContain("leave the kind out");
  });
});

describe("external()", () => {
  test("with a name that is not known yet has a namespace all the same", () => {
    const apps = applying(
      "apps",
      "./apps",
      { sourceRef: external("GitRepository", output()) },
      { namespace: "default" },
    );
    const outcome = compile(cluster("test", { path: "clusters/test", flux: "2.9", resources: apps }), { roots: "api" });
    expect(outcome.codes).toEqual([]);
    const sourceRef: object = Object(specField(outcome, "sourceRef", "Kustomization default/apps"));
    expect(Object.keys(sourceRef)).toEqual(["kind", "name", "namespace"]);
    expect(Reflect.get(sourceRef, "namespace")).toBe("flux-system");
  });

  test("with a namespace that is not known yet is not taken for another", () => {
    // No type allows it.
    const there = external("GitRepository", "a", output() as unknown as string);
    const outcome = compileResources([git("a"), applying("apps", "./apps", { sourceRef: there })]);
    expect(onlyFinding(outcome, "deferred/in-git").path).toBe("spec.sourceRef.namespace");
  });

  test("is checked for its kind and never written", () => {
    const outcome = compileResources(applying("apps", "./apps", { sourceRef: external("OCIRepository", "a") }));
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual([KUSTOMIZATION]);
    const wrong = applying("apps", "./apps", { sourceRef: JSON.parse('{"kind":"HelmRepository","name":"a"}') });
    expect(compileResources(wrong).codes).toEqual(["reference/wrong-kind"]);
  });

  test("without a namespace means the referrer's own in a slot that cannot name one", () => {
    const outcome = compileResources(
      helmRelease(
        "app",
        {
          chartRef: external("OCIRepository", "app"),
          interval: "1h",
          valuesFrom: [external("ConfigMap", "vars")],
          serviceAccountName: external("ServiceAccount", "a"),
        },
        { namespace: "default" },
      ),
    );
    expect(outcome.codes).toEqual([]);
    expect(specOf(outcome, "HelmRelease default/app")).toMatchObject({
      valuesFrom: [{ kind: "ConfigMap", name: "vars" }],
      serviceAccountName: "a",
    });
  });

  test("without a namespace means the kind's default in a slot that can", () => {
    const outcome = compileResources(
      applying(
        "apps",
        "./apps",
        { sourceRef: external("GitRepository", "a"), dependsOn: [external("Kustomization", "b")] },
        { namespace: "default" },
      ),
    );
    expect(outcome.codes).toEqual([]);
    expect(specOf(outcome, "Kustomization default/apps")).toMatchObject({
      sourceRef: { kind: "GitRepository", name: "a", namespace: "flux-system" },
      dependsOn: [{ name: "b", namespace: "flux-system" }],
    });
  });

  test("without a namespace means the referrer's where the kind has no default", () => {
    const checks = [external("HelmRelease", "app")];
    const outcome = compileResources(applying("apps", "./apps", { healthChecks: checks }, { namespace: "default" }));
    expect(specField(outcome, "healthChecks", "Kustomization default/apps")).toEqual([
      { apiVersion: "helm.toolkit.fluxcd.io/v2", kind: "HelmRelease", name: "app", namespace: "default" },
    ]);
  });

  test("means what is in the cluster when that has its identity", () => {
    const repo = git("a", { namespace: "default" });
    const outcome = compileResources([
      repo,
      applying("apps", "./apps", { sourceRef: external("GitRepository", "a", "default") }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "sourceRef")).toEqual({ kind: "GitRepository", name: "a", namespace: "default" });
  });

  test("is one in a map, in a list and in a name of an object of no known structure", () => {
    const key = external("Secret", "key");
    const outcome = compileResources(
      resource({
        apiVersion: "example.com/v1",
        kind: "Thing",
        metadata: { name: "a", namespace: "default" },
        spec: {
          ref: key,
          refs: [key],
          secretName: key,
          nested: { secretRef: { name: key } },
          other: external("GitRepository", "x"),
        },
      }),
    );
    expect(outcome.codes).toEqual([]);
    expect(specOf(outcome, "Thing default/a")).toEqual({
      ref: { kind: "Secret", name: "key" },
      refs: [{ kind: "Secret", name: "key" }],
      secretName: "key",
      nested: { secretRef: { name: "key" } },
      other: { kind: "GitRepository", name: "x", namespace: "flux-system" },
    });
  });
});

describe("a reference that resolves to nothing", () => {
  const app = (spec: Partial<HelmReleaseSpecBase & { readonly chartRef: RefTo<"OCIRepository"> }>): Resource =>
    helmRelease("app", { chartRef: external("OCIRepository", "app"), interval: "1h", ...spec }, flux);
  const source = (secretRef: { readonly name: string }): Resource =>
    gitRepository("a", { url: "ssh://git@example.com", interval: "1m", secretRef });

  test.each([
    [
      "a source",
      applying("apps", "./apps", { sourceRef: { kind: "GitRepository", name: "x" } }),
      "error",
      "spec.sourceRef",
      "GitRepository",
    ],
    ["a chart", app({ chartRef: { kind: "OCIRepository", name: "x" } }), "error", "spec.chartRef", "OCIRepository"],
    [
      "a chart's source",
      helmRelease(
        "app",
        { chart: { spec: { chart: "a", sourceRef: { kind: "HelmRepository", name: "x" } } }, interval: "1h" },
        flux,
      ),
      "error",
      "spec.chart.spec.sourceRef",
      "HelmRepository",
    ],
    ["a Secret", source({ name: "x" }), "warning", "spec.secretRef", "Secret"],
    [
      "a ConfigMap",
      app({ valuesFrom: [{ kind: "ConfigMap", name: "x" }] }),
      "warning",
      "spec.valuesFrom[0]",
      "ConfigMap",
    ],
    [
      "what is waited for",
      applying("apps", "./apps", { dependsOn: [{ name: "x" }] }),
      "warning",
      "spec.dependsOn[0]",
      "Kustomization",
    ],
  ])("is told of %s", (_what, made, severity, path, kind) => {
    const finding = onlyFinding(compileResources(made), "reference/unresolved");
    expect(finding).toMatchObject({ severity, path });
    expect(finding.message).toMatch(new RegExp(`${kind} flux-system/x`));
    expect(finding.hint).toContain(`external("${kind}", "x", "flux-system")`);
  });

  test("is no news when external() says that it exists, as the hint does", () => {
    expect(
      compileResources([
        applying("a", "./a", { decryption: { provider: "sops", secretRef: external("Secret", "x", "flux-system") } }),
        applying("apps", "./apps", { serviceAccountName: external("ServiceAccount", "x", "flux-system") }),
      ]).codes,
    ).toEqual([]);
  });

  test("can be silenced where it is a warning, and not where it is an error", () => {
    const quiet = { silence: ["reference/unresolved"] };
    const warned = kustomization(
      "apps",
      {
        sourceRef: fluxSystem,
        path: "./apps",
        interval: "1h",
        prune: true,
        decryption: { provider: "sops", secretRef: { name: "x" } },
      },
      quiet,
    );
    const refused = kustomization(
      "apps",
      { sourceRef: { kind: "GitRepository", name: "x" }, path: "./apps", interval: "1h", prune: true },
      quiet,
    );
    expect(compileResources(warned).codes).toEqual([]);
    expect(compileResources(refused).codes).toEqual(["reference/unresolved"]);
  });

  test("is nothing where it is optional", () => {
    const made = applying("apps", "./apps", {
      postBuild: { substituteFrom: [{ kind: "Secret", name: "x", optional: true }] },
    });
    expect(compileResources(made).codes).toEqual([]);
  });

  test.each([
    [
      "a health check",
      applying("apps", "./apps", {
        healthChecks: [{ apiVersion: "apps/v1", kind: "Deployment", name: "x", namespace: "shop" }],
      }),
    ],
    ["a namespace", applying("apps", "./apps", { targetNamespace: "default" })],
    [
      "a service account, which much makes that is not seen from here",
      applying("apps", "./apps", { serviceAccountName: "x" }),
    ],
    [
      "a name that Flux fills in",
      applying("apps", "./apps", { sourceRef: { kind: "GitRepository", name: String(substitution("NAME")) } }),
    ],
    [
      "a namespace that Flux fills in",
      applying("apps", "./apps", {
        sourceRef: { kind: "GitRepository", name: "x", namespace: String(substitution("NAMESPACE")) },
      }),
    ],
    ["a wildcard", applying("apps", "./apps", { dependsOn: [{ name: "*" }] })],
    ["what bootstrap makes", applying("apps", "./apps", { sourceRef: { kind: "GitRepository", name: "flux-system" } })],
  ])("is nothing for %s", (_what, made) => {
    expect(compileResources(made).codes).toEqual([]);
  });
});

describe("a reference to a kind that does not fit", () => {
  test("is an error that says what does", () => {
    const made = applying("apps", "./apps", { sourceRef: JSON.parse('{"kind":"HelmRepository","name":"a"}') });
    const finding = onlyFinding(compileResources(made), "reference/wrong-kind");
    expect(finding).toMatchObject({ severity: "error", resource: KUSTOMIZATION, path: "spec.sourceRef" });
    expect(finding.message).toContain("HelmRepository");
    for (const kind of ["OCIRepository", "GitRepository", "Bucket", "ExternalArtifact"])
      expect(finding.hint).toContain(kind);
  });

  test.each([
    ["a value", { serviceAccountName: secret("a") }, "spec.serviceAccountName"],
    ["a reference", { serviceAccountName: external("Secret", "a") }, "spec.serviceAccountName"],
    ["a value in a list", { dependsOn: [git("a")] }, "spec.dependsOn[0]"],
    ["a value with more beside", { dependsOn: [{ name: git("a"), readyExpr: "dep.x == 1" }] }, "spec.dependsOn[0]"],
    ["a value in a mention", { targetNamespace: git("a") }, "spec.targetNamespace"],
  ])("is one for %s", (_what, spec, path) => {
    // Types refuse it; a program without types gets this far.
    const given: object = spec;
    const outcome = compileResources([applying("apps", "./apps", given), git("a")]);
    expect(outcome.codes.filter((code) => code !== "reference/wrong-kind")).toEqual([]);
    expect(outcome.diagnostics[0]?.path?.join(".")).toBe(path.replace("[0]", ".0"));
  });

  test("shows where the object was made", () => {
    const wrong: object = { serviceAccountName: git("a") };
    const [diagnostic] = compileResources(applying("apps", "./apps", wrong)).diagnostics;
    expect(diagnostic?.related).toHaveLength(1);
  });
});

describe("a reference that holds a name alone", () => {
  const repo = (secretRef: object): Resource =>
    gitRepository("a", {
      url: "ssh://git@example.com",
      interval: "1m",
      secretRef: JSON.parse(JSON.stringify(secretRef)),
    });
  const key = secret("key", {}, { namespace: "default" });

  test.each([
    ["a value", gitRepository("a", { url: "ssh://git@example.com", interval: "1m", secretRef: key }), []],
    [
      "external()",
      gitRepository("a", {
        url: "ssh://git@example.com",
        interval: "1m",
        secretRef: external("Secret", "key", "default"),
      }),
      [],
    ],
    ["a plain object, though the field is not Flux's", repo({ name: "key", namespace: "default" }), [key]],
    ["a plain object that nothing here makes", repo({ name: "key", namespace: "default" }), []],
    [
      "a name in a leaf",
      applying("a", "./a", { serviceAccountName: serviceAccount("key", {}, { namespace: "default" }) }),
      [],
    ],
  ])("cannot leave its namespace: %s", (_what, made, others) => {
    const outcome = compileResources([made, others]);
    const finding = onlyFinding(outcome, "reference/wrong-namespace");
    expect(finding.severity).toBe("error");
    expect(finding.path).toMatch(/^spec\.(secretRef|serviceAccountName)$/);
    expect(finding.message).toContain("can only name a");
    expect(finding.message).toContain('"key" is in "default"');
    expect(finding.hint).toMatch(/^make the \S+ in "flux-system", or move the \S+ to "default"$/);
  });

  test("may name its own namespace", () => {
    const made = gitRepository("a", {
      url: "ssh://git@example.com",
      interval: "1m",
      secretRef: external("Secret", "key", "flux-system"),
    });
    const outcome = compileResources(made);
    expect(outcome.codes).toEqual([]);
    expect(specField(outcome, "secretRef", "GitRepository flux-system/a")).toEqual({ name: "key" });
  });
});
