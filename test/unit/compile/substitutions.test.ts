import { describe, expect, test } from "vitest";
import { emitDocument } from "../../../sdk/emit/emit-file.ts";
import {
  configMap,
  directory,
  helmRelease,
  ociRepository,
  type Resource,
  type Resources,
  resource,
  substitution,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, oci } from "./small-resources.ts";

const filled = { substitute: { DOMAIN: "example.com" } };

function inDirectory(resources: Resources): Outcome {
  return compileResources(applying("apps", directory("apps", resources), { postBuild: filled }));
}

describe("a substitution", () => {
  const settings = configMap("settings", { data: { host: substitution("DOMAIN") } }, { namespace: "default" });

  test("stands where a leaf may stand, and is written as its text", () => {
    const release = helmRelease(
      "app",
      {
        chartRef: oci("chart"),
        interval: substitution("INTERVAL", "1h"),
        suspend: substitution("SUSPEND"),
        values: { host: substitution("DOMAIN"), list: [substitution("A")] },
      },
      { namespace: "default", labels: { domain: substitution("DOMAIN") } },
    );
    const outcome = inDirectory([settings, release]);
    expect(outcome.codes).toEqual([]);
    expect(JSON.stringify(outcome.manifest("ConfigMap default/settings")["data"])).toContain("DOMAIN");
  });

  test("is refused where the Kustomization fills nothing in", () => {
    const mistake = mistakeIn(compileResources(applying("apps", directory("apps", settings))));
    expect(mistake).toMatchObject({
      code: "substitution/not-filled",
      severity: "error",
      path: ["data", "host"],
      resource: { kind: "ConfigMap", name: "settings" },
    });
    expect(mistake.message).toContain("Kustomization flux-system/apps");
    expect(mistake.message).toContain(String(substitution("DOMAIN")));
    expect(mistake.hint).toContain("postBuild: { substitute: { DOMAIN: ");
    expect(mistake.site).toBe(callSiteOf(settings));
    expect(mistake.related).toHaveLength(1);
  });

  test("is allowed at the root, where nobody knows what its sync fills in", () => {
    expect(compileResources(settings).codes).toEqual([]);
  });

  test("in a text may be part of a name, and what it is part of is not looked for", () => {
    const name = `${substitution("TENANT")}-app`;
    const chart = ociRepository(
      name,
      { url: `oci://${substitution("REGISTRY")}/app`, interval: "1h" },
      { namespace: name },
    );
    const release = helmRelease(
      name,
      { chartRef: { kind: "OCIRepository", name: `${name}-other` }, interval: "1h" },
      { namespace: String(substitution("TENANT")) },
    );
    const outcome = inDirectory([chart, release]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toContain(`OCIRepository ${name}/${name}`);
    expect(Object.keys(outcome.files)).toContain("apps/helmrelease---tenant--app.yaml");
  });

  test("in a text is resolved where the same text names an object here", () => {
    const name = `${substitution("TENANT")}-app`;
    const chart = ociRepository(name, { url: "oci://example.com/app", interval: "1h" });
    const release = helmRelease(name, { chartRef: chart, interval: "1h" }, { namespace: "default" });
    const { codes, manifest } = inDirectory(release);
    expect(codes).toEqual([]);
    expect(manifest(`HelmRelease default/${name}`)["spec"]).toHaveProperty("chartRef", {
      kind: "OCIRepository",
      name,
      namespace: "flux-system",
    });
  });

  test("may be the target namespace of a directory, as itself and as its text", () => {
    for (const targetNamespace of [substitution("NS"), String(substitution("NS"))]) {
      const outcome = compileResources(applying("apps", directory("apps", configMap("x")), { targetNamespace }));
      expect(outcome.codes).toEqual([]);
      expect(outcome.identities).toContain(`ConfigMap ${substitution("NS")}/x`);
    }
  });

  test("has the form that Flux reads", () => {
    expect(String(substitution("A"))).toBe("$" + "{A}");
    expect(String(substitution("A", "b c"))).toBe("$" + "{A:=b c}");
    expect(`${substitution("A", "")}`).toBe("$" + "{A:=}");
  });

  test.each(["1bad", "", "a-b", "a.b", "ä", "A}", "A:=b"])("has no name like %j", (variable) => {
    const made = configMap("settings", { data: { host: substitution(variable) } }, { namespace: "default" });
    for (const outcome of [inDirectory(made), compileResources(made)]) {
      const mistake = mistakeIn(outcome);
      expect(mistake).toMatchObject({ code: "value/unsupported", severity: "error", path: ["data", "host"] });
      expect(mistake.message).toContain(`substitution() of ${JSON.stringify(variable)}`);
      expect(mistake.hint).toContain("letters, digits and _");
    }
  });

  test("is not looked for in a text, which may be a shell script", () => {
    const script = configMap("script", { data: { run: `echo ${substitution("DOMAIN")}` } }, { namespace: "default" });
    expect(compileResources(applying("apps", directory("apps", script))).codes).toEqual([]);
  });

  test("is equal to another of the same variable", () => {
    const twin = configMap("settings", { data: { host: substitution("DOMAIN") } }, { namespace: "default" });
    expect(inDirectory([settings, twin]).codes).toEqual([]);
    const other = configMap("settings", { data: { host: substitution("DOMAIN", "x") } }, { namespace: "default" });
    expect(inDirectory([settings, other]).codes).toEqual(["graph/duplicate-id"]);
  });

  test("is still one when it was data in between", () => {
    const copy: Resource = JSON.parse(JSON.stringify(settings));
    expect(inDirectory([settings, copy]).codes).toEqual([]);
    const made = inDirectory(copy).compiled.clusters[0]?.resources.find(({ id }) => id.name === "settings");
    expect(made && emitDocument(made)).toContain(`host: ${substitution("DOMAIN")}`);
  });

  test("stands in an object of no known structure too", () => {
    const made = resource({
      apiVersion: "v1",
      kind: "Thing",
      metadata: { name: "x" },
      spec: { host: substitution("DOMAIN") },
    });
    expect(inDirectory(made).codes).toEqual([]);
    expect(compileResources(applying("apps", directory("apps", made))).codes).toEqual(["substitution/not-filled"]);
  });
});
