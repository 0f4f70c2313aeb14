import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installPlugin, uninstallPlugin } from "../../../sdk/cli/plugin/install.ts";
import { type PluginPlace, pluginPlace } from "../../../sdk/cli/plugin/plugin-file.ts";
import { temporaryFolder } from "../../tools/project.ts";

interface Setting {
  readonly place: PluginPlace;
  /** Two copies of Sluice. */
  readonly one: string;
  readonly other: string;
}

function setting(platform: NodeJS.Platform = "linux"): Setting {
  const home = temporaryFolder();
  const [one = "", other = ""] = ["one", "other"].map((name) => {
    const folder = join(home, name, "dist/esm/cli");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "main.js"), "", { mode: 0o644 });
    return join(folder, "main.js");
  });
  return { place: pluginPlace({}, platform, home), one, other };
}

const install = (place: PluginPlace, command: string, isForced = false) => installPlugin({ place, command, isForced });

test("plugins lie where Flux looks for them", () => {
  expect(pluginPlace({}, "linux", "/home/me")).toEqual({
    folder: "/home/me/.fluxcd/plugins",
    isChosen: false,
    file: "/home/me/.fluxcd/plugins/flux-sluice",
    form: "link",
  });
  expect(pluginPlace({ FLUXCD_PLUGINS: "" }, "darwin", "/home/me").isChosen).toBe(false);
  expect(pluginPlace({ FLUXCD_PLUGINS: "/plugins" }, "win32", "/home/me")).toEqual({
    folder: "/plugins",
    isChosen: true,
    file: "/plugins/flux-sluice.cmd",
    form: "script",
  });
});

test("the plugin is a link to a command that may be run", () => {
  const { place, one } = setting();
  expect(install(place, one)).toMatchObject({ isDone: true });
  expect(readlinkSync(place.file)).toBe(one);
  expect(lstatSync(one).mode & 0o111).toBe(0o111);
  expect(readdirSync(place.folder)).toEqual(["flux-sluice"]);
});

test("on Windows it is a script", () => {
  const { place, one, other } = setting("win32");
  expect(install(place, one)).toMatchObject({ isDone: true });
  expect(readFileSync(place.file, "utf8")).toBe(`@rem Written by sluice plugin install.\r\n@node "${one}" %*\r\n`);
  expect(install(place, one).message).toContain("already");
  expect(install(place, other)).toMatchObject({ isDone: true });
  expect(readFileSync(place.file, "utf8")).toContain(other);
});

test("installing again changes nothing, and another copy of Sluice takes its place", () => {
  const { place, one, other } = setting();
  install(place, one);
  const before = lstatSync(place.file).ino;
  expect(install(place, one)).toMatchObject({ isDone: true, message: expect.stringContaining("already") });
  expect(lstatSync(place.file).ino).toBe(before);
  expect(install(place, other)).toMatchObject({ isDone: true });
  expect(readlinkSync(place.file)).toBe(other);
});

test("a copy of Sluice that is gone is replaced", () => {
  const { place, one } = setting();
  mkdirSync(place.folder, { recursive: true });
  symlinkSync("/nowhere/sluice/dist/esm/cli/main.js", place.file);
  expect(install(place, one)).toMatchObject({ isDone: true });
  expect(readlinkSync(place.file)).toBe(one);
});

test.each(["file", "link"])("somebody else's %s stays until it is forced", (form) => {
  const { place, one } = setting();
  mkdirSync(place.folder, { recursive: true });
  if (form === "file") writeFileSync(place.file, "theirs");
  else symlinkSync("/usr/bin/true", place.file);
  expect(install(place, one)).toMatchObject({ isDone: false, hint: expect.stringContaining("--force") });
  expect(uninstallPlugin(place, false)).toMatchObject({ isDone: false, hint: expect.stringContaining("--force") });
  expect(lstatSync(place.file).isSymbolicLink() ? readlinkSync(place.file) : readFileSync(place.file, "utf8")).toBe(
    form === "file" ? "theirs" : "/usr/bin/true",
  );
  expect(install(place, one, true)).toMatchObject({ isDone: true });
  expect(readlinkSync(place.file)).toBe(one);
});

test("a folder of that name stays, forced or not", () => {
  const { place, one } = setting();
  mkdirSync(join(place.file, "theirs"), { recursive: true });
  expect(install(place, one, true)).toMatchObject({ isDone: false });
  expect(uninstallPlugin(place, true)).toMatchObject({ isDone: false });
  expect(readdirSync(place.file)).toEqual(["theirs"]);
});

test("a folder that FLUXCD_PLUGINS names is not made", () => {
  const { place, one } = setting();
  const chosen = pluginPlace({ FLUXCD_PLUGINS: join(place.folder, "none") }, "linux");
  expect(install(chosen, one)).toMatchObject({ isDone: false, hint: expect.stringContaining("mkdir -p") });
});

test("npx's cache is not linked to", () => {
  const { place } = setting();
  const outcome = install(place, "/home/me/.npm/_npx/1234/node_modules/sluice/dist/esm/cli/main.js");
  expect(outcome).toMatchObject({ isDone: false, hint: expect.stringContaining("npm install --global sluice") });
});

test("uninstalling removes what was installed, and is done when nothing is there", () => {
  const { place, one } = setting();
  expect(uninstallPlugin(place, false)).toMatchObject({ isDone: true });
  install(place, one);
  expect(uninstallPlugin(place, false)).toMatchObject({ isDone: true });
  expect(readdirSync(place.folder)).toEqual([]);
});
