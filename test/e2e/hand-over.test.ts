import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { COMMAND, sluice } from "./sluice.ts";

const FLEET = `
import { cluster, fleet, namespace } from "sluice";
export default fleet(cluster("a", { path: "clusters/a", flux: "2.9", resources: namespace("shop") }));
`;

/** A copy of this package as it would be installed. */
function installCopy(folder: string): string {
  const copy = join(folder, "node_modules/sluice");
  mkdirSync(copy, { recursive: true });
  for (const path of ["dist", "package.json"]) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  for (const name of ["esbuild", "@esbuild", "yaml"])
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  return copy;
}

describe("the command hands over", () => {
  test("to the project's own copy, with its arguments, before it reads them", () => {
    const project = temporaryFolder();
    writeFiles(project, {
      "package.json": "{}",
      "fleet.ts": "",
      "node_modules/sluice/package.json": '{ "name": "sluice", "type": "module", "bin": { "sluice": "cli.js" } }',
      "node_modules/sluice/cli.js": 'console.log("own", process.argv.slice(2).join(" ")); process.exitCode = 7;',
    });
    const args = ["build", "--of-another-version", "fleet.ts"];
    expect(sluice(project, args)).toEqual({
      status: 7,
      stdout: "own build --of-another-version fleet.ts\n",
      stderr: "",
    });
    expect(sluice(temporaryFolder(), ["build", join(project, "fleet.ts")]).status).toBe(7);
  });

  test("to a real copy, which does not hand over again", () => {
    const project = temporaryFolder();
    writeFiles(project, { "package.json": '{ "type": "module" }', "fleet.ts": FLEET });
    const copy = installCopy(project);
    expect(sluice(project, ["build"])).toMatchObject({ status: 0, stderr: expect.stringContaining("wrote 1 file") });
    expect(sluice(project, ["build"], { command: join(copy, "dist/esm/cli/main.js") })).toMatchObject({ status: 0 });
    expect(sluice(project, ["build", "--chek"]).status).toBe(2);
  });

  test("to nobody where the project has no copy", () => {
    const project = temporaryFolder();
    writeFiles(project, { "package.json": "{}", "fleet.ts": "export default 1;" });
    expect(sluice(project, ["build"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("program/no-fleet"),
    });
  });

  test("to nobody where it is the project's copy, also by way of a link", () => {
    const project = temporaryFolder();
    writeFiles(project, { "package.json": '{ "type": "module" }', "fleet.ts": FLEET });
    mkdirSync(join(project, "node_modules/.bin"), { recursive: true });
    symlinkSync(ROOT, join(project, "node_modules/sluice"));
    symlinkSync(COMMAND, join(project, "node_modules/.bin/sluice"));
    expect(sluice(project, ["build"], { command: join(project, "node_modules/.bin/sluice") }).status).toBe(0);
  });
});

test("a fleet that was made with another copy is built all the same", () => {
  const project = temporaryFolder();
  installCopy(join(project, "library"));
  writeFiles(project, {
    "package.json": '{ "type": "module" }',
    "library/package.json": '{ "name": "library", "type": "module" }',
    "library/made.js": FLEET,
    "fleet.ts": 'export { default } from "./library/made.js";',
  });
  expect(sluice(project, ["build"])).toMatchObject({
    status: 0,
    stderr: expect.stringContaining("namespace-shop.yaml"),
  });
});
