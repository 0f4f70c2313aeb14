import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  external,
  fluxSystem,
  helmRelease,
  kustomization,
  type Resource,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { findings, onlyFinding } from "./finding.ts";
import { applying } from "./small-resources.ts";

/** A Kustomization that waits for others, by their names. */
function waiting(name: string, ...others: readonly string[]): Resource<"Kustomization"> {
  return applying(name, `./${name}`, { dependsOn: others.map((other) => ({ name: other })) });
}

/** The names in the circle that a message shows. */
function circleIn(message: string): readonly string[] {
  const [, circle = ""] = message.split(": ");
  return circle.split(" → ").map((step) => step.replace("Kustomization flux-system/", ""));
}

describe("objects that wait for each other", () => {
  test("are an error that shows the circle", () => {
    const [a, b, c] = [waiting("a", "b"), waiting("b", "c"), waiting("c", "a")];
    const mistake = mistakeIn(compileResources([a, b, c]));
    expect(mistake).toMatchObject({ code: "graph/cycle", severity: "error", path: ["spec", "dependsOn", 0] });
    expect(mistake.message).toBe(
      "Kustomization flux-system/a waits for itself for ever: Kustomization flux-system/a → Kustomization flux-system/b → Kustomization flux-system/c → Kustomization flux-system/a",
    );
    expect(mistake.hint).toBe("delete one of the dependsOn entries");
    expect(mistake.site).toBe(callSiteOf(a));
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(b), callSiteOf(c)]);
  });

  test("are told the same, whatever the order", () => {
    const all = [waiting("a", "b"), waiting("b", "c"), waiting("c", "a")];
    const messages = [all, all.toReversed(), [all[1], all[0], all[2]]].map(
      (resources) => compileResources(resources).messages,
    );
    expect(new Set(messages.map(String)).size).toBe(1);
  });

  test("may be one that waits for itself", () => {
    expect(onlyFinding(compileResources(waiting("a", "a")), "graph/cycle").message).toBe(
      "Kustomization flux-system/a waits for itself for ever: Kustomization flux-system/a → Kustomization flux-system/a",
    );
  });

  test("are said once for each circle", () => {
    const outcome = compileResources([waiting("a", "b"), waiting("b", "a", "c"), waiting("c", "b"), waiting("d", "a")]);
    expect(findings(outcome, "graph/cycle").map(({ message }) => circleIn(message))).toEqual([
      ["a", "b", "a"],
      ["b", "c", "b"],
    ]);
  });

  test("are found among releases, and by values", () => {
    const chartRef = external("OCIRepository", "app");
    const b = helmRelease("b", { chartRef, interval: "1h", dependsOn: [{ name: "a" }] }, { namespace: "default" });
    const a = helmRelease("a", { chartRef, interval: "1h", dependsOn: [b] }, { namespace: "default" });
    expect(compileResources([a, b]).codes).toEqual(["graph/cycle"]);
  });

  test("are found across directories", () => {
    const inner = waiting("inner", "outer");
    const outer = kustomization("outer", {
      sourceRef: fluxSystem,
      path: directory("outer", inner),
      interval: "1h",
      prune: true,
      dependsOn: [inner],
    });
    expect(compileResources(outer).codes).toEqual(["graph/cycle"]);
  });

  test("are not those of one name in two namespaces, or of two kinds", () => {
    const a = applying("x", "./x", { dependsOn: [{ name: "x", namespace: "default" }] });
    const b = applying("x", "./y", {}, { namespace: "default" });
    const chartRef = external("OCIRepository", "app");
    const c = helmRelease("x", { chartRef, interval: "1h" }, { namespace: "flux-system" });
    expect(compileResources([a, b, c]).codes).toEqual([]);
  });

  test("are not those that only wait in a line, or are needed by each other", () => {
    const settings = configMap("settings", {}, { namespace: "flux-system" });
    const a = applying("a", directory("a", settings), { healthChecks: [settings] });
    expect(compileResources([a, waiting("b", "a"), waiting("c", "a", "b")]).codes).toEqual([]);
  });
});

test("a long line of objects that wait is no problem", () => {
  const line = Array.from({ length: 3000 }, (_, index) =>
    waiting(`k${index}`, ...(index > 0 ? [`k${index - 1}`] : [])),
  );
  expect(compileResources(line.toReversed()).codes).toEqual([]);
  expect(compileResources(line).codes).toEqual([]);
});

test("values that need each other in a long line are no problem", () => {
  let last: Resource = configMap("end", {}, { namespace: "flux-system" });
  for (let index = 0; index < 3000; index++) {
    last = { ...waiting(`k${index}`), spec: { ...(waiting(`k${index}`).spec as object), dependsOn: [last] } };
  }
  expect(compileResources(last).codes).toContain("reference/not-in-cluster");
});
