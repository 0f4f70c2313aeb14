import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  external,
  group,
  namespace,
  type Resources,
  resource,
  secret,
  substitution,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, oci, release } from "./small-resources.ts";
import { viewOf, written } from "./view-of.ts";

const settings = configMap("settings", {}, { namespace: "shop" });

describe("a namespace that nothing makes", () => {
  test("is a warning at the first object in it", () => {
    const others = [configMap("later", {}, { namespace: "shop" })];
    const mistake = mistakeIn(compileResources([settings, others]));
    expect(mistake).toMatchObject({ code: "namespace/uncreated", severity: "warning" });
    expect(mistake.site).toBe(callSiteOf(settings));
    expect(mistake.message).toContain('"shop"');
    expect(mistake.hint).toContain('list namespace("shop")');
    expect(mistake.hint).toContain('{ namespace: external("Namespace", "shop") }');
  });

  test("is a warning on a remote cluster, whatever exists on this one", () => {
    const kubeConfig = { secretRef: external("Secret", "remote") };
    const remote = applying("remote", directory("remote", settings), { kubeConfig });
    expect(mistakeIn(compileResources([namespace("shop"), remote])).code).toBe("namespace/uncreated");
  });

  test("can be silenced", () => {
    const quiet = configMap("settings", {}, { namespace: "shop", silence: ["namespace/uncreated"] });
    expect(compileResources(quiet).codes).toEqual([]);
  });
});

describe("nothing is said of a namespace", () => {
  const rest: Readonly<Record<string, Resources>> = {
    "that the program lists": [settings, namespace("shop")],
    "that a directory lists": [settings, applying("spaces", directory("spaces", namespace("shop")))],
    "that the author says exists": configMap("a", {}, { namespace: external("Namespace", "shop") }),
    "that a group says exists": group({ namespace: external("Namespace", "shop") }, configMap("a")),
    "that every cluster has": ["default", "flux-system", "kube-system", "kube-public"].map((name) =>
      configMap("a", {}, { namespace: name }),
    ),
    "that a chart may make": [settings, release("app", oci("chart"))],
    "that a folder which is named by a string may make": [settings, applying("rest", "./rest")],
    "that an included file may make": [
      settings,
      applying("rest", directory("rest", [], { include: ["namespaces.yaml"] })),
    ],
    "that a component may make": [
      settings,
      applying("rest", directory("rest", [], { components: ["../components/namespaces"] })),
    ],
    "that a substitution is part of": applying(
      "apps",
      directory("apps", configMap("a", {}, { namespace: `${substitution("TEAM")}-shop` })),
      { postBuild: { substitute: { TEAM: "a" } } },
    ),
    "of an object that has none": [
      resource({ apiVersion: "example.com/v1", kind: "Anything", metadata: { name: "a" } }),
      namespace("shop"),
    ],
  };

  for (const [what, given] of Object.entries(rest)) {
    test(what, () => {
      expect(compileResources(given).codes).toEqual([]);
    });
  }

  test("that a file beside ours makes", () => {
    const view = viewOf({ "clusters/test/namespaces.yaml": [written("v1", "Namespace", "shop")] });
    expect(compileResources(settings, {}, view).codes).toEqual([]);
  });

  test("that a remote cluster's own directory makes", () => {
    const kubeConfig = { secretRef: secret("remote", {}, { namespace: "flux-system" }) };
    const remote = applying("remote", directory("remote", [namespace("shop"), settings]), { kubeConfig });
    expect(compileResources(remote).codes).toEqual([]);
  });
});
