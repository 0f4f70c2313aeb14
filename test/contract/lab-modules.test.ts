// What the lab runs is what the newest lock of schemas is made from, and nobody can put something else in its place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMPONENTS, CRD_OWNERS, type ModuleName } from "../lab/build/components.ts";
import { requiredVersions, versionOfPackage } from "../lab/build/module-file.ts";
import { ROOT } from "../tools/repository.ts";

interface Release {
  readonly product: string;
  readonly version: string;
  readonly controllers: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

function newestFlux(): Release {
  const { releases }: { releases: Readonly<Record<string, Release>> } = JSON.parse(
    read("generators/crds/releases.json"),
  );
  const fluxes = Object.values(releases).filter(({ product }) => product === "Flux");
  const [newest] = fluxes.sort((a, b) => b.version.localeCompare(a.version, "en", { numeric: true }));
  if (newest === undefined) throw new Error("There is no release of Flux");
  return newest;
}

const MODULES: readonly ModuleName[] = ["cluster", "helm", "kwok", "pulumi"];
const versions = requiredVersions(read("test/lab/build/cluster/go.mod"));

test("the command flux is of the newest locked release", () => {
  expect(versions.get("github.com/fluxcd/flux2/v2")).toBe(`v${newestFlux().version}`);
});

test("the controllers are those of the newest locked release", () => {
  const { controllers } = newestFlux();
  const names = CRD_OWNERS.map((module) => module.slice("github.com/fluxcd/".length));
  const built = Object.fromEntries(names.map((name) => [name, versions.get(`github.com/fluxcd/${name}`)]));
  expect(names).toHaveLength(6);
  expect(built).toEqual(Object.fromEntries(names.map((name) => [name, `v${controllers[name]}`])));
});

test("Helm is asked about values in the versions that helm-controller is built with", () => {
  const asked = requiredVersions(read("test/lab/build/helm/go.mod"));
  const packages = ["helm.sh/helm/v4", "github.com/fluxcd/pkg/chartutil", "github.com/santhosh-tekuri/jsonschema/v6"];
  expect(packages.map((name) => asked.get(name))).toEqual(packages.map((name) => versions.get(name)));
  const replaced = (file: string): unknown => /helm\.sh\/helm\/v4 => .*/.exec(file)?.[0];
  const [ours, theirs] = ["helm", "cluster"].map((module) => replaced(read(`test/lab/build/${module}/go.mod`)));
  expect(ours).toBe(theirs);
});

describe.for(MODULES)("the module %s", (module) => {
  const file = read(`test/lab/build/${module}/go.mod`);

  test("has a checksum for everything that it names", () => {
    const sums = read(`test/lab/build/${module}/go.sum`);
    const missing = [...requiredVersions(file)].filter(
      ([name, version]) => !sums.includes(`${name} ${version}/go.mod h1:`),
    );
    const replaced = [...file.matchAll(/^\s*(?:replace )?(\S+) => /gm)].map(([, name]) => name);
    expect(missing.filter(([name]) => !replaced.includes(name))).toEqual([]);
  });

  test("pins every program", () => {
    const packages = COMPONENTS.filter(
      (component) => component.module === module && !component.package.startsWith("./"),
    );
    const pinned = requiredVersions(file);
    expect(packages.filter((component) => versionOfPackage(component.package, pinned) === undefined)).toEqual([]);
  });

  test("takes nothing from a folder of somebody's machine", () => {
    expect(file).not.toMatch(/=>\s*[./~]/);
  });
});
