import { describe, expect, test } from "vitest";
import {
  external,
  fluxSystem,
  gitRepository,
  type HelmReleaseSpecBase,
  type Resource,
  withDefaults,
} from "../../../sdk/index.ts";
import { marksOf } from "../../../sdk/model/resource.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { output } from "../output-stand-in.ts";

const chartRef = external("OCIRepository", "app");

describe("withDefaults", () => {
  test("fills in what a spec leaves out", () => {
    const flux = withDefaults({ interval: "1h", prune: true });
    const made = flux.kustomization("apps", { sourceRef: fluxSystem, path: "./apps" });
    expect(made.spec).toEqual({ sourceRef: fluxSystem, path: "./apps", interval: "1h", prune: true });
  });

  test("gives way to what a spec says, null and false included", () => {
    const flux = withDefaults({ interval: "1h", prune: true, values: { a: 1 }, suspend: true });
    expect(flux.kustomization("apps", { sourceRef: fluxSystem, interval: "5m", prune: false }).spec).toMatchObject({
      interval: "5m",
      prune: false,
      suspend: true,
    });
    // A program without types may say null.
    const spec: Partial<HelmReleaseSpecBase> = { suspend: JSON.parse("null"), values: {} };
    expect(flux.helmRelease("app", { chartRef, ...spec }).spec).toEqual({
      chartRef,
      interval: "1h",
      suspend: null,
      values: {},
    });
  });

  test("fills in what a spec says is undefined, as a conditional spread does", () => {
    const flux = withDefaults({ interval: "1h", prune: true });
    expect(flux.kustomization("apps", { sourceRef: fluxSystem, prune: undefined }).spec.prune).toBe(true);
  });

  test("replaces a value whole: it does not merge", () => {
    const flux = withDefaults({ interval: "1h", install: { crds: "Skip", remediation: { retries: 3 } } });
    expect(flux.helmRelease("app", { chartRef, install: { crds: "Create" } }).spec.install).toEqual({ crds: "Create" });
  });

  test("reaches every kind that has the field, and no other", () => {
    const flux = withDefaults({
      interval: "1h",
      timeout: "2m",
      prune: true,
      ref: { branch: "main" },
      passCredentials: true,
      maxHistory: 3,
    });
    const made: readonly Resource[] = [
      flux.gitRepository("a", { url: "https://example.com" }),
      flux.ociRepository("a", { url: "oci://example.com", ref: { tag: "1" } }),
      flux.helmRepository("a", { url: "oci://example.com" }),
      flux.kustomization("a", { sourceRef: fluxSystem }),
      flux.helmRelease("a", { chartRef }),
    ];
    expect(made.map(({ kind, spec }) => [kind, Object.keys(Object(spec)).toSorted()])).toEqual([
      ["GitRepository", ["interval", "ref", "timeout", "url"]],
      ["OCIRepository", ["interval", "ref", "timeout", "url"]],
      ["HelmRepository", ["interval", "passCredentials", "timeout", "url"]],
      ["Kustomization", ["interval", "prune", "sourceRef", "timeout"]],
      ["HelmRelease", ["chartRef", "interval", "maxHistory", "timeout"]],
    ]);
  });

  test("does not choose between a kind's alternatives, nor fill in what does nothing", () => {
    const token = external("Secret", "token");
    const flux = withDefaults({ interval: "1h", suspend: false });
    const made: readonly Resource[] = [
      flux.imagePolicy("a", {
        imageRepositoryRef: external("ImageRepository", "a"),
        policy: { semver: { range: "1.x" } },
      }),
      flux.receiver("a", { type: "github", secretRef: token, resources: [fluxSystem] }),
      flux.provider("a", { type: "slack", secretRef: token }),
    ];
    expect(made.map(({ kind, spec }) => [kind, Object.keys(Object(spec)).toSorted()])).toEqual([
      ["ImagePolicy", ["imageRepositoryRef", "policy", "suspend"]],
      ["Receiver", ["interval", "resources", "secretRef", "suspend", "type"]],
      ["Provider", ["secretRef", "suspend", "type"]],
    ]);
  });

  test("makes what the plain builder makes", () => {
    const flux = withDefaults({ interval: "1m" });
    const options = { namespace: "apps", labels: { a: "b" }, file: "a.yaml" };
    const made = flux.gitRepository("a", { url: "https://example.com" }, options);
    const plain = gitRepository("a", { url: "https://example.com", interval: "1m" }, options);
    expect(made).toEqual(plain);
    expect(marksOf(made)).toEqual(marksOf(plain));
    expect(Object.isFrozen(made.spec)).toBe(true);
  });

  test("keeps the author's place, not its own", () => {
    const made = withDefaults({ interval: "1m" }).gitRepository("a", { url: "https://example.com" });
    const [, first] = (callSiteOf(made)?.stack ?? "").split("\n");
    expect(first).toContain("with-defaults.test.ts");
  });

  test("keeps nothing of one call for the next", () => {
    const install = { crds: "Skip" } as const;
    const one = withDefaults({ interval: "1h", install });
    const two = withDefaults({ interval: "2h" });
    expect(one.helmRelease("a", { chartRef }).spec).toEqual({ chartRef, interval: "1h", install });
    expect(two.helmRelease("a", { chartRef }).spec).toEqual({ chartRef, interval: "2h" });
    expect(one.helmRelease("b", { chartRef, interval: "3h" }).spec.interval).toBe("3h");
    expect(one.helmRelease("c", { chartRef }).spec.interval).toBe("1h");
  });

  test("takes deferred values and references, and looks into neither", () => {
    const interval = output();
    const account = external("ServiceAccount", "deployer");
    const made = withDefaults({ interval, serviceAccountName: account }).kustomization("a", {
      sourceRef: fluxSystem,
      prune: true,
    });
    expect(made.spec.interval).toBe(interval);
    expect(made.spec.serviceAccountName).toBe(account);
  });

  test("looks into no deferred value in the place of a spec", () => {
    // No type allows it; the compiler reports it.
    const spec = output() as unknown as { readonly url: string };
    expect(withDefaults({ interval: "1m" }).gitRepository("a", spec).spec).toBe(spec);
  });

  test("serves wrappers that take some fields of a spec", () => {
    const flux = withDefaults({ interval: "1h" });
    const app = (name: string, more: Partial<HelmReleaseSpecBase> = {}): Resource =>
      flux.helmRelease(name, { chartRef, ...more }, { namespace: "apps" });
    expect(app("a", { timeout: "1m" }).spec).toEqual({ chartRef, interval: "1h", timeout: "1m" });
  });
});
