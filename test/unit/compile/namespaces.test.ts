import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  encryptedFile,
  external,
  gitRepository,
  group,
  helmRelease,
  helmRepository,
  namespace,
  type Resource,
  type Resources,
  resource,
  secret,
  serviceAccount,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { onlyFinding } from "./finding.ts";
import { applying, git, oci, release } from "./small-resources.ts";

const spaces = ["a", "b"].map((name) => namespace(name));

/** Compiles resources with the namespaces `a` and `b`, and leaves those out of what came of it. */
function identitiesOf(resources: Resources): readonly string[] {
  const outcome = compileResources([spaces, resources]);
  expect(outcome.codes).toEqual([]);
  return outcome.identities.filter((identity) => !identity.startsWith("Namespace "));
}

function namespaceIn(outcome: Outcome, identity: string): unknown {
  return outcome.manifest(identity).metadata["namespace"];
}

const thing = (kind: string, apiVersion: string, metadata: object = {}, body: object = {}): Resource =>
  resource({ apiVersion, kind, metadata: { name: "x", ...metadata }, ...body });

describe("the namespace of an object", () => {
  test("is its own, before its group's", () => {
    expect(identitiesOf(group({ namespace: "b" }, git("x", { namespace: "a" })))).toEqual(["GitRepository a/x"]);
  });

  test("is its group's, before that of what refers to it and its kind's", () => {
    const key = secret("key");
    const repo = gitRepository(
      "x",
      { url: "ssh://git@example.com", interval: "1m", secretRef: key },
      { namespace: "a" },
    );
    expect(identitiesOf([group({ namespace: "a" }, [key, git("y")]), repo])).toEqual([
      "GitRepository a/x",
      "GitRepository a/y",
      "Secret a/key",
    ]);
  });

  test("is that of what needs it, when only slots that cannot name a namespace reach it", () => {
    const key = secret("key");
    const source = gitRepository(
      "x",
      { url: "ssh://git@example.com", interval: "1m", secretRef: key },
      { namespace: "a" },
    );
    expect(identitiesOf(source)).toEqual(["GitRepository a/x", "Secret a/key"]);
    expect(identitiesOf([source, key])).toEqual(["GitRepository a/x", "Secret a/key"]);
    expect(identitiesOf([key, source])).toEqual(["GitRepository a/x", "Secret a/key"]);
  });

  test("is that of what needs it through several steps", () => {
    const account = serviceAccount("deployer", { imagePullSecrets: [secret("pull")] });
    const app = applying("apps", "./apps", { serviceAccountName: account }, { namespace: "a" });
    expect(identitiesOf(app)).toEqual(["Kustomization a/apps", "Secret a/pull", "ServiceAccount a/deployer"]);
  });

  test("is that of what needs it in a kind with a default too", () => {
    const included = git("base");
    const repo = gitRepository(
      "x",
      { url: "https://example.com", interval: "1m", include: [{ repository: included }] },
      { namespace: "a" },
    );
    expect(identitiesOf(repo)).toEqual(["GitRepository a/base", "GitRepository a/x"]);
  });

  test("is the kind's own when any slot that reaches it can name a namespace", () => {
    const base = git("base");
    const repo = gitRepository("x", { url: "https://example.com", interval: "1m", include: [{ repository: base }] });
    expect(identitiesOf([repo, applying("apps", "./apps", { sourceRef: base }, { namespace: "a" })])).toEqual([
      "Kustomization a/apps",
      "GitRepository flux-system/base",
      "GitRepository flux-system/x",
    ]);
  });

  const FLUX: readonly Resource[] = [
    git("x"),
    oci("x"),
    helmRepository("x", { url: "https://example.com", interval: "1h" }),
    applying("x", "./x"),
    thing(
      "Bucket",
      "source.toolkit.fluxcd.io/v1",
      {},
      { spec: { bucketName: "x", endpoint: "x.com", interval: "1h" } },
    ),
    thing(
      "HelmChart",
      "source.toolkit.fluxcd.io/v1",
      {},
      { spec: { chart: "x", interval: "1h", sourceRef: external("HelmRepository", "x") } },
    ),
    thing("ExternalArtifact", "source.toolkit.fluxcd.io/v1", {}, { spec: {} }),
    thing("ImageRepository", "image.toolkit.fluxcd.io/v1", {}, { spec: { image: "x.com/x", interval: "1h" } }),
    thing(
      "ImagePolicy",
      "image.toolkit.fluxcd.io/v1",
      {},
      { spec: { imageRepositoryRef: { name: external("ImageRepository", "x") }, policy: { alphabetical: {} } } },
    ),
    thing(
      "ImageUpdateAutomation",
      "image.toolkit.fluxcd.io/v1",
      {},
      {
        spec: {
          interval: "1h",
          sourceRef: external("GitRepository", "x"),
          git: { commit: { author: { email: "x@x.com" } } },
        },
      },
    ),
    thing(
      "Alert",
      "notification.toolkit.fluxcd.io/v1beta3",
      {},
      { spec: { providerRef: external("Provider", "x"), eventSources: [{ kind: "Kustomization", name: "*" }] } },
    ),
    thing(
      "Provider",
      "notification.toolkit.fluxcd.io/v1beta3",
      {},
      { spec: { type: "slack", address: "https://hooks.slack.com/x" } },
    ),
    thing(
      "Receiver",
      "notification.toolkit.fluxcd.io/v1",
      {},
      {
        spec: {
          type: "github",
          secretRef: external("Secret", "x"),
          resources: [{ kind: "GitRepository", name: "*" }],
        },
      },
    ),
  ];

  test.each(FLUX.map((made) => [made.kind, made] as const))("is flux-system for Flux's own: %s", (kind, made) => {
    const outcome = compileResources(made);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual([`${kind} flux-system/x`]);
    expect(namespaceIn(outcome, `${kind} flux-system/x`)).toBe("flux-system");
  });

  const OTHERS: readonly Resource[] = [
    configMap("x"),
    secret("x"),
    serviceAccount("x"),
    encryptedFile("x", "x.yaml"),
    helmRelease("x", { chartRef: external("OCIRepository", "x"), interval: "1h" }),
    thing("Deployment", "apps/v1"),
    thing("Role", "rbac.authorization.k8s.io/v1"),
    thing("PersistentVolumeClaim", "v1"),
    thing("Ingress", "networking.k8s.io/v1"),
  ];

  test.each(OTHERS.map((made) => [made.kind, made] as const))("is missing for every other kind: %s", (kind, made) => {
    const finding = onlyFinding(compileResources(made), "namespace/missing");
    expect(finding.severity).toBe("error");
    expect(finding.message).toContain(`${kind} "x" has no namespace`);
    expect(finding.hint).toMatch(/{ namespace: .*group\({ namespace: /);
  });

  test.each([
    ["in a directory", applying("apps", directory("apps", configMap("x")))],
    ["in a group that gives none", group({ labels: { a: "b" } }, configMap("x"))],
  ])("is missing wherever it stands: %s", (_what, made) => {
    expect(compileResources(made).codes).toEqual(["namespace/missing"]);
  });

  test("that is missing is told at the object, once, with what needs it", () => {
    const settings = resource({ apiVersion: "v1", kind: "Pod", metadata: { name: "x" }, spec: {} });
    const needing = applying("apps", "./apps", { healthChecks: [settings] });
    const mistake = mistakeIn(compileResources([settings, needing]));
    expect(mistake.code).toBe("namespace/missing");
    expect(mistake.site).toBe(callSiteOf(settings));
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(needing)]);
  });

  test.each([
    ["a Namespace", namespace("x"), "Namespace x"],
    ["a ClusterRole", thing("ClusterRole", "rbac.authorization.k8s.io/v1"), "ClusterRole x"],
    [
      "a CustomResourceDefinition",
      thing("CustomResourceDefinition", "apiextensions.k8s.io/v1"),
      "CustomResourceDefinition x",
    ],
  ])("is none for %s, also in a group and in a directory under targetNamespace", (_what, made, identity) => {
    const places: readonly Resources[] = [
      made,
      group({ namespace: "a" }, made),
      applying("apps", directory("apps", group({ namespace: "a" }, made)), { targetNamespace: "b" }),
    ];
    for (const place of places) {
      const outcome = compileResources([spaces, place]);
      expect(outcome.codes).toEqual([]);
      expect(outcome.identities).toContain(identity);
      expect(outcome.manifest(identity).metadata).toEqual({ name: "x" });
    }
  });

  test("is none for a kind of unknown scope in a group, which is said and can be silenced", () => {
    const made = thing("Thing", "example.com/v1");
    const outcome = compileResources([spaces, group({ namespace: "a" }, made)]);
    const finding = onlyFinding(outcome, "namespace/not-applied");
    expect(finding).toMatchObject({ severity: "info", resource: "Thing x" });
    expect(finding.message).toContain('the namespace "a" of its group: the scope of Thing is not known');
    expect(finding.hint).toContain('metadata: { namespace: "a" }');
    expect(outcome.manifest("Thing x").metadata).toEqual({ name: "x" });
    const object = { apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "x" } };
    const silenced = resource(object, { silence: ["namespace/not-applied"] });
    expect(compileResources([spaces, group({ namespace: "a" }, silenced)]).codes).toEqual([]);
  });

  test("is none for a kind of unknown scope elsewhere, of which nothing is said", () => {
    const made = thing("Thing", "example.com/v1");
    const under = applying("apps", directory("apps", group({ namespace: "a" }, made)), { targetNamespace: "b" });
    for (const place of [made, group({}, made), under]) {
      const outcome = compileResources([spaces, place]);
      expect(outcome.codes).toEqual([]);
      expect(outcome.manifest("Thing x").metadata).toEqual({ name: "x" });
    }
  });

  test("is what its author said for a kind of unknown scope", () => {
    expect(identitiesOf(thing("Thing", "example.com/v1", { namespace: "a" }))).toEqual(["Thing a/x"]);
  });

  test("is none for a cluster-scoped kind, whatever its author said", () => {
    const role = thing("ClusterRole", "rbac.authorization.k8s.io/v1", { namespace: "a" });
    expect(identitiesOf(role)).toEqual(["ClusterRole x"]);
    expect(compileResources([role, thing("ClusterRole", "rbac.authorization.k8s.io/v1")]).codes).toEqual([]);
  });
});

describe("an object that several namespaces need", () => {
  const key = secret("key");
  const inA = gitRepository("x", { url: "ssh://git@example.com", interval: "1m", secretRef: key }, { namespace: "a" });
  const inB = gitRepository("x", { url: "ssh://git@example.com", interval: "1m", secretRef: key }, { namespace: "b" });

  test.each([
    ["needed", [inA, inB]],
    ["listed", [key, inB, inA]],
  ])("is an error that says to list it for each: %s", (_what, resources) => {
    const outcome = compileResources([spaces, resources]);
    const finding = onlyFinding(outcome, "namespace/ambiguous");
    expect(finding).toMatchObject({
      severity: "error",
      message: 'Secret "key" has no namespace, and objects of 2 namespaces refer to it: "a", "b"',
      hint: 'list it once for each: group({ namespace: "a" }, […]), group({ namespace: "b" }, […])',
    });
    const [mistake] = outcome.diagnostics;
    expect(mistake?.site).toBe(callSiteOf(key));
    expect(mistake?.related?.map(({ site }) => site)).toHaveLength(2);
  });

  test("is reported for its namespace alone, when they stand in several places too", () => {
    const settings = configMap("settings");
    const apps = ["a", "b"].map((where) =>
      applying(
        where,
        directory(
          where,
          helmRelease("app", { chartRef: oci("chart"), interval: "1h", valuesFrom: [settings] }, { namespace: where }),
        ),
      ),
    );
    for (const resources of [
      [oci("chart"), apps],
      [oci("chart"), apps.toReversed()],
    ]) {
      const outcome = compileResources([spaces, resources]);
      expect(onlyFinding(outcome, "namespace/ambiguous").message).toContain('ConfigMap "settings" has no namespace');
    }
  });

  test("is in each when the hint is followed", () => {
    expect(identitiesOf([inA, inB, group({ namespace: "a" }, [key]), group({ namespace: "b" }, [key])])).toEqual([
      "GitRepository a/x",
      "Secret a/key",
      "GitRepository b/x",
      "Secret b/key",
    ]);
  });
});

describe("under a Kustomization with targetNamespace", () => {
  const under = (resources: Resources, options: Parameters<typeof directory>[2] = {}): Outcome =>
    compileResources([spaces, applying("apps", directory("apps", resources, options), { targetNamespace: "a" })]);

  test("nothing is added", () => {
    const outcome = under([configMap("x"), git("y"), release("z", oci("chart"), {})]);
    expect(outcome.codes).toEqual([]);
    for (const identity of ["ConfigMap a/x", "GitRepository a/y", "HelmRelease a/z", "OCIRepository a/chart"]) {
      expect(namespaceIn(outcome, identity)).toBeUndefined();
    }
  });

  test("linking uses the target", () => {
    const outside = git("outside");
    const outcome = under(applying("inner", "./inner", { sourceRef: git("inside") }));
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Kustomization a/inner")["spec"]).toHaveProperty("sourceRef", {
      kind: "GitRepository",
      name: "inside",
    });
    const listed = compileResources([
      spaces,
      outside,
      applying("apps", directory("apps", applying("far", "./far", { sourceRef: outside })), { targetNamespace: "a" }),
    ]);
    expect(listed.codes).toEqual([]);
    expect(listed.manifest("Kustomization a/far")["spec"]).toMatchObject({
      sourceRef: { kind: "GitRepository", name: "outside", namespace: "flux-system" },
    });
  });

  test("what an author wrote stays, and the identity is the target's", () => {
    const outcome = under(configMap("x", {}, { namespace: "b" }));
    expect(outcome.codes).toEqual([]);
    expect(namespaceIn(outcome, "ConfigMap a/x")).toBe("b");
  });

  test("a directory's own namespace does the same, and the Kustomization's wins", () => {
    const apps = directory("apps", configMap("x"), { namespace: "b" });
    expect(identitiesOf(applying("apps", apps))).toEqual(["Kustomization flux-system/apps", "ConfigMap b/x"]);
    expect(under(configMap("x"), { namespace: "b" }).identities).toContain("ConfigMap a/x");
  });

  test.each([
    ["a name", "a"],
    ["the Namespace", namespace("a")],
    ["a reference", external("Namespace", "a")],
  ])("the target is %s", (_what, targetNamespace) => {
    const outcome = compileResources([
      spaces,
      applying("apps", directory("apps", configMap("x")), { targetNamespace }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toContain("ConfigMap a/x");
  });

  test("what a nested directory's Kustomization applies has its own", () => {
    const inner = applying("inner", directory("inner", configMap("x", {}, { namespace: "b" })));
    const outcome = under(inner);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual([
      "Namespace a",
      "Namespace b",
      "Kustomization flux-system/apps",
      "Kustomization a/inner",
      "ConfigMap b/x",
    ]);
  });
});

describe("a namespace that exists", () => {
  test("is told by a reference to a Namespace, and by no other of that name", () => {
    const settings = configMap("x", {}, { namespace: "shop" });
    const using = (spec: Parameters<typeof applying>[2]): Outcome =>
      compileResources([settings, applying("apps", directory("apps", []), spec)]);
    expect(using({ targetNamespace: external("Namespace", "shop") }).codes).toEqual([]);
    expect(using({ decryption: { provider: "sops", secretRef: external("Secret", "shop") } }).codes).toEqual([
      "namespace/uncreated",
    ]);
  });

  test("exists on the remote cluster where the Kustomization that says so applies there", () => {
    const remote = applying("apps", directory("apps", configMap("x")), {
      targetNamespace: external("Namespace", "shop"),
      kubeConfig: { secretRef: external("Secret", "remote") },
    });
    expect(compileResources(remote).codes).toEqual([]);
  });
});
