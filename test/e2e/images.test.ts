// Image automation commits to the files that a build wrote.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userProject, writeFiles } from "../tools/project.ts";
import { asBotWrites } from "../unit/emit/image-automation.ts";
import { type Run, sluice } from "./sluice.ts";

const PROGRAM = `
import { cluster, configMap, directory, external, fleet, fluxSystem, fromPolicy, kustomization } from "sluice";

const policy = external("ImagePolicy", "app");
const settings = configMap(
  "settings",
  { data: { note: "one", image: fromPolicy(policy, "ghcr.io/acme/app:1.0.0"), tag: fromPolicy(policy, "ghcr.io/acme/app:1.0.0", "tag") } },
  { namespace: "default" },
);
const apps = kustomization("apps", { sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true });

export default fleet(cluster("home", { path: "clusters/home", flux: "2.9", resources: [apps] }));
`;
const SETTINGS = "apps/configmap-settings.yaml";
const CHOSEN = { namespace: "flux-system", policy: "app", name: "ghcr.io/acme/app", tag: "1.10" };

/** A project that was built, and to which image automation then wrote. */
function project() {
  const folder = userProject({ "fleet.ts": PROGRAM });
  const set = (...changes: readonly (readonly [string, string])[]): void =>
    writeFiles(folder, { "fleet.ts": changes.reduce((text, [from, to]) => text.replaceAll(from, to), PROGRAM) });
  const file = join(folder, SETTINGS);
  const read = (): string => readFileSync(file, "utf8");
  const build = (...args: readonly string[]): Run => sluice(folder, ["build", ...args]);
  expect(build()).toMatchObject({ status: 0 });
  const text = asBotWrites(read(), CHOSEN);
  writeFileSync(file, text);
  return { folder, set, read, build, text, edit: (next: string) => writeFileSync(file, next) };
}

const codesOf = ({ stdout }: Run): readonly string[] =>
  JSON.parse(stdout).diagnostics.map(({ code }: { readonly code: string }) => code);

describe("what image automation wrote", () => {
  test("stays, and is said, and is what CI checks against", () => {
    const { build, read, text } = project();
    const built = build();
    expect(built).toMatchObject({ status: 0, stderr: expect.stringContaining("3 files up to date") });
    expect(built.stderr).toContain("info[image/kept]: 2 images stay as image automation wrote them");
    expect(built.stderr).toContain('data.tag of ConfigMap default/settings is "1.10", the program says "1.0.0"');
    expect(read()).toBe(text);
    expect(build("--check")).toMatchObject({ status: 0 });
    const data = build("--check", "--output", "json");
    expect(codesOf(data)).toEqual(["image/kept"]);
  });

  test("stays where the program changes the rest of the file", () => {
    const { build, read, set, text } = project();
    set(['"one"', '"two"']);
    expect(build("--check").status).toBe(1);
    expect(build()).toMatchObject({ status: 0, stderr: expect.stringContaining(`~ ${SETTINGS}`) });
    expect(read()).toBe(text.replace("note: one", "note: two"));
    expect(build("--check").status).toBe(0);
  });

  test("stays in a file that gets another name", () => {
    const { build, set, folder, text } = project();
    set(['{ namespace: "default" }', '{ namespace: "default", file: "all.yaml" }']);
    expect(build()).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "apps/all.yaml"), "utf8")).toBe(text);
  });

  test.each<readonly [string, readonly [string, string]]>([
    ["image", ["ghcr.io/acme/app:1.0.0", "ghcr.io/acme/new:2.0.0"]],
    ["policy", ['"ImagePolicy", "app"', '"ImagePolicy", "new"']],
  ])("goes where the program has another %s, and is said", (what, change) => {
    const { build, read, set } = project();
    set(change);
    const built = build();
    expect(built.status).toBe(0);
    expect(built.stderr).toContain("info[image/replaced]: data.image of ConfigMap default/settings becomes");
    expect(read()).toContain(`image: ${what === "image" ? "ghcr.io/acme/new:2.0.0" : "ghcr.io/acme/app:1.0.0"} # {`);
  });

  test("is not what --stdout prints", () => {
    const { build } = project();
    expect(build("--stdout").stdout).toContain('tag: 1.0.0 # {"$imagepolicy": "flux-system:app:tag"}');
  });

  test("is removed with its file", () => {
    const { build, set } = project();
    set(["[settings]", "[]"]);
    expect(build()).toMatchObject({ status: 0, stderr: expect.stringContaining(`- ${SETTINGS}`) });
  });
});

describe("what a person wrote beside it", () => {
  test("is refused, as everywhere", () => {
    const { build, read, edit, text } = project();
    edit(text.replace("note: one", "note: mine"));
    const built = build();
    expect(built).toMatchObject({ status: 1, stderr: expect.stringContaining("error[layout/edited-file]") });
    expect(read()).toContain("note: mine");
    expect(build("--force", SETTINGS).status).toBe(0);
    expect(read()).toBe(text);
  });

  test("is refused too when it is a comment", () => {
    const { build, edit, text } = project();
    edit(text.replace("data:", "# mine\ndata:"));
    expect(build()).toMatchObject({ status: 1, stderr: expect.stringContaining("error[layout/edited-file]") });
  });
});

test("two branches to which image automation wrote are joined by a build", () => {
  const { build, read, edit, text } = project();
  expect(build().status).toBe(0);
  const other = text.replaceAll("1.10", "1.11");
  edit(`<<<<<<< HEAD\n${text}=======\n${other}>>>>>>> other\n`);
  expect(build()).toMatchObject({ status: 0 });
  expect(read()).toBe(text);
});
