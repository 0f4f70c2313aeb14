import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  encryptedFile,
  type FileSubject,
  group,
  namespace,
  type Resources,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, git, oci } from "./small-resources.ts";

const inDefault = { namespace: "default" };

/** The names of the files at the cluster's root. */
function names(resources: Resources): readonly string[] {
  const { codes, files } = compileResources(resources);
  expect(codes).toEqual([]);
  return Object.keys(files).map((path) => path.slice("clusters/test/".length));
}

function custom(kind: string, name: string, apiVersion = "example.com/v1"): Resources {
  return resource({ apiVersion, kind, metadata: { name } });
}

describe("a file's name", () => {
  test("is the kind and the name", () => {
    expect(names([git("own"), namespace("shop")])).toEqual(["gitrepository-own.yaml", "namespace-shop.yaml"]);
  });

  test("is cut where file systems take no longer one, and still tells the objects apart", () => {
    const long = "x".repeat(248);
    const given = ["a", "b", ""].map((end) => configMap(`${long}${end}`, {}, inDefault));
    const found = names(given);
    expect(new Set(found).size).toBe(3);
    for (const name of found) expect(name).toMatch(/^configmap-x+-[0-9a-f]{8}\.yaml$/);
    expect(found.map(({ length }) => length)).toEqual([255, 255, 255]);
    expect(names(configMap("x".repeat(240), {}, inDefault))).toEqual([`configmap-${"x".repeat(240)}.yaml`]);
  });

  test("that is asked for is refused when it is too long", () => {
    const asked = (file: string) => compileResources(configMap("settings", {}, { ...inDefault, file })).codes;
    expect(asked(`${"x".repeat(250)}.yaml`)).toEqual([]);
    expect(asked(`${"x".repeat(251)}.yaml`)).toEqual(["layout/file-name"]);
    expect(asked(`${"ü".repeat(126)}.yaml`)).toEqual(["layout/file-name"]);
    expect(asked(`${"x".repeat(256)}/a.yaml`)).toEqual(["layout/file-name"]);
  });

  test("has the namespace too where it would collide", () => {
    const given = ["a", "b"].map((name) => group({ namespace: name }, [namespace(name), configMap("settings")]));
    expect(names([given, configMap("other", {}, inDefault)])).toEqual([
      "configmap-a-settings.yaml",
      "configmap-b-settings.yaml",
      "configmap-other.yaml",
      "namespace-a.yaml",
      "namespace-b.yaml",
    ]);
  });

  test("has the kind's group too where it would still collide", () => {
    const given = [custom("Widget", "w", "a.example.com/v1"), custom("Widget", "w", "b.example.com/v1")];
    expect(names(given)).toEqual(["widget.a.example.com-w.yaml", "widget.b.example.com-w.yaml"]);
  });

  test("is lower case, and everything but letters, digits, dots and dashes becomes a dash", () => {
    expect(names([custom("Widget", "A:b_c,d.e f")])).toEqual(["widget-a-b-c-d.e-f.yaml"]);
  });

  test("is unique where only such characters, or only cases, differ", () => {
    const given = names([custom("Widget", "a:b"), custom("Widget", "a_b"), custom("Widget", "A_B")]);
    expect(given).toHaveLength(3);
    expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of given) expect(name).toMatch(/^[a-z0-9.-]+\.yaml$/);
  });

  test("is unique where kinds differ in case only", () => {
    expect(new Set(names([custom("Widget", "a"), custom("WIDGET", "a")])).size).toBe(2);
  });

  test("does not depend on the order in which objects are listed", () => {
    const given = [configMap("a", {}, inDefault), custom("ConfigMap", "a"), custom("ConfigMap", "a", "x.com/v1")];
    expect(names(given)).toEqual(names([...given].reverse()));
  });

  test("is decided for each folder by itself", () => {
    const here = configMap("settings", {}, inDefault);
    const there = configMap("settings", {}, { namespace: "kube-system" });
    const { files } = compileResources([here, applying("apps", directory("apps", there))]);
    expect(Object.keys(files)).toContain("clusters/test/configmap-settings.yaml");
    expect(Object.keys(files)).toContain("apps/configmap-settings.yaml");
  });

  test("never is a kustomization file's", () => {
    expect(names([custom("Kustomization", "yaml"), custom("Kustomization.yaml", "-")])).toEqual([
      "kustomization-yaml.yaml",
      "kustomization.yaml--.yaml",
    ]);
  });

  test("holds what is left of a substitution", () => {
    const apps = applying(
      "apps",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Flux that fills it in.
      directory("apps", [configMap("${TEAM}-a", {}, inDefault)]),
      { postBuild: { substitute: { TEAM: "x" } } },
    );
    expect(Object.keys(compileResources(apps).files)).toContain("apps/configmap---team--a.yaml");
  });
});

describe("the file option", () => {
  test("names the file, from the folder that the object is written to", () => {
    const own = configMap("a", {}, { ...inDefault, file: "./maps/own.yml" });
    const { codes, files } = compileResources([
      own,
      applying("apps", directory("apps", configMap("b", {}, { ...inDefault, file: "deep/b.yaml" }))),
    ]);
    expect(codes).toEqual([]);
    expect(Object.keys(files)).toEqual([
      "apps/deep/b.yaml",
      "apps/kustomization.yaml",
      "clusters/test/kustomization-apps.yaml",
      "clusters/test/maps/own.yml",
    ]);
    expect(files["apps/kustomization.yaml"]).toEqual(["deep/b.yaml"]);
  });

  test("named twice holds both documents, in canonical order", () => {
    const file = "shop.yaml";
    const given = [
      resource({ apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "shop" } }, { file }),
      configMap("settings", {}, { namespace: "shop", file }),
      resource({ apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "z" } }, { file }),
      namespace("shop", {}, { file }),
    ];
    const want = {
      "clusters/test/shop.yaml": ["Namespace shop", "ClusterRole z", "ConfigMap shop/settings", "Service shop/web"],
    };
    expect(compileResources(given).files).toEqual(want);
    expect(compileResources([...given].reverse()).files).toEqual(want);
  });

  test("keeps a name from those that have none of their own", () => {
    const asked = configMap("x", {}, { ...inDefault, file: "configmap-a.yaml" });
    expect(names([asked, configMap("a", {}, inDefault)])).toEqual(["configmap-a.yaml", "configmap-default-a.yaml"]);
  });

  const refused: Readonly<Record<string, string>> = {
    "../outside.yaml": "leaves the folder",
    "a/../../b.yaml": "leaves the folder",
    "/etc/passwd.yaml": "leaves the folder",
    "C:/a.yaml": "leaves the folder",
    "a\\b.yaml": "leaves the folder",
    "a//b.yaml": "leaves the folder",
    "kustomization.yaml": "is the name of a kustomization file",
    "sub/Kustomization": "is the name of a kustomization file",
    "Kustomization.YAML": "is the name of a kustomization file",
    "a.json": "does not end in .yaml",
    "a.YAML": "does not end in .yaml",
    "a\u0000.yaml": "leaves the folder",
    "a\n.yaml": "leaves the folder",
    ".git/config.yaml": "no source delivers",
    "sub/.sops.yaml": "no source delivers",
  };
  for (const [file, problem] of Object.entries(refused)) {
    test(`is refused as ${JSON.stringify(file)}`, () => {
      const own = configMap("a", {}, { ...inDefault, file });
      const mistake = mistakeIn(compileResources(own));
      expect(mistake.code).toBe("layout/file-name");
      expect(mistake.site).toBe(callSiteOf(own));
      expect(mistake.message).toContain("ConfigMap default/a");
      expect(mistake.message).toContain(JSON.stringify(file));
      expect(mistake.message).toContain(problem);
      expect(mistake.hint).toContain('"sources/platform.yaml"');
    });
  }

  test("leads into no file of a nested directory", () => {
    const own = namespace("a", {}, { file: "inner/namespace-b.yaml" });
    const inner = applying("inner", directory("apps/inner", namespace("b")));
    const mistake = mistakeIn(compileResources(applying("apps", directory("apps", [own, inner]))));
    expect(mistake.code).toBe("layout/file-name");
    expect(mistake.site).toBe(callSiteOf(own));
    expect(mistake.message).toContain(
      '"inner/namespace-b.yaml", which is that of Namespace b in directory "apps/inner"',
    );
    expect(mistake.hint).toContain("without that folder");
  });

  test("is not shared with an encrypted file, which is copied byte for byte", () => {
    const file = "shop.yaml";
    const copied = encryptedFile("token", "token.sops.yaml", { ...inDefault, file });
    const mistake = mistakeIn(compileResources([copied, configMap("a", {}, { ...inDefault, file })]));
    expect(mistake.code).toBe("layout/file-name");
    expect(mistake.site).toBe(callSiteOf(copied));
    expect(mistake.hint).toContain("file name of its own");
  });
});

describe("a cluster's layout function", () => {
  test("names files, sees what is known of an object, and gives way to the file option", () => {
    const seen: FileSubject[] = [];
    const layout = (subject: FileSubject): string | undefined => {
      seen.push(subject);
      return subject.kind === "OCIRepository" ? `sources/${subject.name}.yaml` : undefined;
    };
    const own = configMap("a", {}, { ...inDefault, file: "own.yaml" });
    const apps = applying("apps", directory("apps", oci("chart", { namespace: "default" })));
    const { codes, files } = compileResources([own, apps], { layout });
    expect(codes).toEqual([]);
    expect(Object.keys(files)).toEqual([
      "apps/kustomization.yaml",
      "apps/sources/chart.yaml",
      "clusters/test/kustomization-apps.yaml",
      "clusters/test/own.yaml",
    ]);
    expect(seen.map(({ kind, directory: folder }) => [kind, folder])).toEqual([
      ["Kustomization", undefined],
      ["OCIRepository", "apps"],
    ]);
    expect(seen[1]).toEqual({
      group: "source.toolkit.fluxcd.io",
      kind: "OCIRepository",
      namespace: "default",
      name: "chart",
      apiVersion: "source.toolkit.fluxcd.io/v1",
      directory: "apps",
    });
  });

  test("is held to the same rules", () => {
    const { codes } = compileResources(secret("a", {}, inDefault), { layout: () => "../a.yaml" });
    expect(codes).toEqual(["layout/file-name"]);
  });

  test("may put everything into one file", () => {
    const { files } = compileResources([configMap("a", {}, inDefault), git("own")], { layout: () => "all.yaml" });
    expect(files).toEqual({
      "clusters/test/all.yaml": ["ConfigMap default/a", "GitRepository flux-system/own"],
    });
  });

  test("belongs to its cluster: clusters that share a directory and name files differently are in conflict", () => {
    const apps = applying("apps", directory("apps", namespace("shop")));
    const named = cluster("named", { path: "clusters/named", flux: "2.9", resources: apps, layout: () => "all.yaml" });
    const plain = cluster("plain", { path: "clusters/plain", flux: "2.9", resources: apps });
    const mistake = mistakeIn(compile([named, plain]));
    expect(mistake.code).toBe("directory/conflict");
    expect(mistake.message).toContain("Namespace shop");
  });
});
