import { expect, test } from "vitest";
import { emitFile, isPrinted } from "../../../sdk/emit/emit-file.ts";
import { type ClusterOptions, cluster, configMap, directory, namespace, resource } from "../../../sdk/index.ts";
import { READERS } from "../emit/yaml-readers.ts";
import { compile, compileResources, type Outcome } from "./compile-fleet.ts";
import { onlyFinding } from "./finding.ts";
import { applying } from "./small-resources.ts";

function textOf({ compiled }: Outcome, path: string): string {
  const file = compiled.files.find((found) => found.path === path);
  if (!file || !isPrinted(file)) throw new Error(`${path} is not written`);
  return emitFile(file);
}

const HOME = "clusters/test/namespace-home.yaml";
const BODY = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: home\n";

test("an object's comments stand above it", () => {
  const comments = ["renovate: datasource=docker depName=ghcr.io/acme/app", "", "two\nlines"];
  const outcome = compileResources(namespace("home", {}, { comments }));
  expect(textOf(outcome, HOME)).toBe(
    `---\n# renovate: datasource=docker depName=ghcr.io/acme/app\n#\n# two\n# lines\n${BODY}`,
  );
});

test("a cluster says what stands above all objects, at its root and in directories", () => {
  const comments: ClusterOptions["comments"] = ({ apiVersion, kind, directory: folder }) =>
    kind === "ConfigMap" ? undefined : [`${apiVersion} ${kind} in ${folder ?? "the root"}`];
  const other = resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "x" } }, { comments: ["its own"] });
  const settings = configMap("settings", {}, { namespace: "home" });
  const outcome = compileResources([namespace("home"), applying("apps", directory("apps", [other, settings]))], {
    comments,
  });
  expect(textOf(outcome, HOME)).toBe(`---\n# v1 Namespace in the root\n${BODY}`);
  expect(textOf(outcome, "apps/thing-x.yaml")).toMatch(/^---\n# v1 Thing in apps\n# its own\napiVersion/);
  expect(textOf(outcome, "apps/configmap-settings.yaml")).toMatch(/^---\napiVersion/);
  expect(textOf(outcome, "apps/kustomization.yaml")).toMatch(/^---\napiVersion/);
});

test("clusters share a directory only with the same comments", () => {
  const one = (name: string) =>
    cluster(name, {
      path: `clusters/${name}`,
      flux: "2.9",
      resources: applying("apps", directory("apps", namespace("home"))),
      comments: ({ directory: folder }) => (folder === undefined ? undefined : [name]),
    });
  expect(onlyFinding(compile([one("a"), one("b")]), "directory/conflict").message).toMatch(/differs in the comments$/);
});

test("an object that is made twice has the comments of the value that has some", () => {
  const made = (...comments: readonly string[]) => namespace("home", {}, comments.length > 0 ? { comments } : {});
  expect(textOf(compileResources([made(), made("one")]), HOME)).toBe(`---\n# one\n${BODY}`);
  expect(onlyFinding(compileResources([made("one"), made("two")]), "graph/duplicate-id").message).toMatch(
    /the comments$/,
  );
});

test.each(READERS)("are no data to $name, whatever they hold", ({ read }) => {
  const comments = ["\u0000\u0085\u2028\u202e\ufeff", "a\rb\r\nc", "--- # x", "...", "%YAML 1.1", "\ttab"];
  const text = textOf(compileResources(namespace("home", {}, { comments })), HOME);
  expect(read(text)).toEqual({ apiVersion: "v1", kind: "Namespace", metadata: { name: "home" } });
});

test("what is no text, and a cluster's option that is no function, are reported", () => {
  // A program without types may give anything.
  const wrong = { comments: [1] } as unknown as { comments: string[] };
  expect(onlyFinding(compileResources(namespace("home", {}, wrong)), "value/unsupported").message).toBe(
    "a comment of Namespace home is no text",
  );
  const settings = { comments: ["x"] } as unknown as ClusterOptions;
  expect(onlyFinding(compileResources(namespace("home"), settings), "value/unsupported").message).toMatch(
    /^comments of cluster "test" is/,
  );
});
