// `sluice explain values`, of a fleet with a chart of its own.
import { describe, expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

const FLEET = `
import { cluster, configMap, directory, fleet, gitRepository, helmRelease, kustomization, namespace, type Resource } from "sluice";

const platform = gitRepository("platform", { url: "https://example.com/platform", interval: "1m" });
const settings = configMap("settings", { data: { "values.yaml": "replicas: 4\\n" } });
const release = (replicas: number | undefined) =>
  helmRelease("shop", {
    interval: "30m",
    chart: { spec: { chart: "./charts/web", sourceRef: platform } },
    valuesFrom: [settings, { kind: "Secret", name: "hidden", targetPath: "log.level", optional: true }],
    values: { labels: { "example.com/team": "shop", password: "correct-horse" }, ...(replicas === undefined ? {} : { replicas }) },
  });
const on = (name: string, replicas: number | undefined) => {
  const objects: Resource[] = [namespace("shop"), settings, release(replicas)];
  return cluster(name, {
    path: \`clusters/\${name}\`,
    flux: "2.9",
    resources: [platform, kustomization("apps", { sourceRef: platform, targetNamespace: "shop", path: directory(\`apps/\${name}\`, objects), interval: "10m", prune: true })],
  });
};
export default fleet(on("staging", undefined), on("production", 7));
`;

const CHART = {
  "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.4.0\n",
  "charts/web/values.yaml":
    "# -- How many pods run.\nreplicas: 1\n# -- Labels of the pods.\nlabels: {}\nlog:\n  # -- What is logged.\n  level: info\n",
};

function project(): string {
  const folder = userProject({ "fleet.ts": FLEET, ...CHART });
  expect(sluice(folder, ["generate", "values", "--out", "types"])).toMatchObject({ status: 0 });
  return folder;
}

describe("sluice explain values", () => {
  test("says what a value is, and what each cluster gives it; a Secret's is not known", () => {
    const folder = project();
    const explain = (...args: readonly string[]) => sluice(folder, ["explain", "values", ...args]).stdout;
    expect(explain("shop.replicas")).toBe(`shop.replicas  number  (web 1.4.0)

How many pods run.

  default     1
  staging     4, by HelmRelease shop/shop
  production  7, by HelmRelease shop/shop
`);
    expect(explain("shop.log.level")).toContain("staging     given by HelmRelease shop/shop, and not known here");
    for (const path of ["shop.labels.password", "shop.labels"]) {
      const shown = ["text", "json"].map((output) => explain(path, "--output", output)).join("");
      expect(shown).not.toContain("correct-horse");
    }
    expect(explain("shop.labels.password")).toContain('"[secret]", by HelmRelease shop/shop');
    expect(explain("shop")).toContain("\nKeys\n  replicas  How many pods run.\n");
    expect(explain()).toBe("Releases\n  staging:shop     web 1.4.0\n  production:shop  web 1.4.0\n");
    expect(explain("--cluster", "staging")).toBe("Releases\n  shop  web 1.4.0\n");
    expect(JSON.parse(explain('production:shop/shop.labels["example.com/team"]', "--output", "json"))).toMatchObject({
      topic: 'production:shop/shop.labels["example.com/team"]',
      chart: "web 1.4.0",
      releases: [{ cluster: "production", release: "HelmRelease shop/shop", state: "given", value: "shop" }],
    });
  });

  test("offers releases and keys to a shell", () => {
    const folder = project();
    const complete = (word: string) => sluice(folder, ["__complete", "explain", "values", word]);
    expect(complete("shop.l").stdout).toBe("shop.labels\nshop.log\n:4\n");
    expect(complete("shop.log.").stdout).toBe("shop.log.level\n:4\n");
    expect(complete("prod").stdout).toBe("production:shop\nproduction:shop/shop\n:4\n");
    const empty = userProject({ "fleet.ts": "throw new Error('not now');" });
    expect(sluice(empty, ["__complete", "explain", "values", "s"])).toMatchObject({ stdout: ":4\n", stderr: "" });
  });

  test.each<[args: readonly string[], says: string, hint: string]>([
    [["shpo.replicas"], '"shpo" is no release of the fleet', "did you mean shop?"],
    [["shop.replica"], 'shop has no key "replica"', "did you mean shop.replicas?"],
    [["shop.level"], 'shop has no key "level"', "there is shop.log.level"],
    [["shop", "--cluster", "stagin"], 'the program has no cluster "stagin"', "did you mean --cluster staging?"],
    [["shop", "log"], '"log" is one argument too many', "shows what there is"],
  ])("%j", (args, says, hint) => {
    const { status, stderr } = sluice(project(), ["explain", "values", ...args]);
    expect(stderr).toContain(says);
    expect(stderr).toContain(hint);
    expect(status).toBe(2);
  });

  test("says what to do first where there is no lock", () => {
    const { status, stderr } = sluice(userProject({ "fleet.ts": FLEET, ...CHART }), ["explain", "values", "shop"]);
    expect(status).toBe(2);
    expect(stderr).toContain("run sluice generate values --out DIR");
  });
});
