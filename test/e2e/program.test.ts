import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { type Run, sluice } from "./sluice.ts";

/** A project with this package installed as it is built, and with packages of its own. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, { "package.json": '{ "name": "own", "type": "module" }', ...files });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(ROOT, join(folder, "node_modules/sluice"));
  return folder;
}

/** Builds a fleet with one ConfigMap of what `program` makes, and gives back what it made. */
function seen(files: Readonly<Record<string, string>>): unknown {
  const program = `${files["fleet.ts"] ?? ""}
import { cluster as _cluster, configMap as _configMap } from "sluice";
const _data = { seen: JSON.stringify(seen) };
export default _cluster("a", { path: "a", flux: "2.9", resources: _configMap("seen", { data: _data }, { namespace: "default" }) });
`;
  const project = projectOf({ ...files, "fleet.ts": program });
  const { status, stdout, stderr } = sluice(project, ["build", "--stdout", "json"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const text: unknown = JSON.parse(JSON.parse(stdout).items[0].data.seen);
  return JSON.parse(JSON.stringify(text).replaceAll(project, "PROJECT"));
}

describe("a program may use", () => {
  test("packages that are ES modules alone", () => {
    const files = {
      "node_modules/esm/package.json": '{ "name": "esm", "type": "module", "exports": { "import": "./index.js" } }',
      "node_modules/esm/index.js": "export const url = import.meta.url;",
      "fleet.ts": 'import { url } from "esm"; const seen = url;',
    };
    expect(seen(files)).toBe("file://PROJECT/node_modules/esm/index.js");
  });

  test("packages that are CommonJS, by name and as a whole", () => {
    const files = {
      "node_modules/cjs/package.json": '{ "name": "cjs", "main": "lib.js", "module": "wrong.js" }',
      "node_modules/cjs/lib.js": "exports.named = __filename; exports.self = typeof require;",
      "node_modules/cjs/wrong.js": 'export const named = "for bundlers";',
      "fleet.ts": 'import whole, { named } from "cjs"; const seen = [named, whole.self];',
    };
    expect(seen(files)).toEqual(["PROJECT/node_modules/cjs/lib.js", "function"]);
  });

  test("packages by the condition that Node goes by", () => {
    const files = {
      "node_modules/dual/package.json": JSON.stringify({
        name: "dual",
        exports: {
          ".": { module: "./module.js", import: "./import.mjs", require: "./require.cjs" },
          "./sub": "./sub.mjs",
        },
      }),
      "node_modules/dual/module.js": "",
      "node_modules/dual/import.mjs": 'export const by = "import";',
      "node_modules/dual/require.cjs": 'exports.by = "require";',
      "node_modules/dual/sub.mjs": 'export const by = "sub";',
      "old.cts": 'const { by } = require("dual"); module.exports = { by };',
      "fleet.ts": `
        import { by } from "dual";
        import { by as bySub } from "dual/sub";
        import old from "./old.cts";
        const later = await import("dual");
        const seen = [by, bySub, old.by, later.by];`,
    };
    expect(seen(files)).toEqual(["import", "sub", "require", "import"]);
  });

  test("a package once, however it is reached", () => {
    const files = {
      "node_modules/state/package.json": '{ "name": "state", "type": "module", "exports": "./index.js" }',
      "node_modules/state/index.js": "export const calls = [];",
      "node_modules/user/package.json": '{ "name": "user", "type": "module", "exports": "./index.js" }',
      "node_modules/user/index.js": 'import { calls } from "state"; calls.push("user");',
      "fleet.ts": 'import "user"; import { calls } from "state"; calls.push("own"); const seen = calls;',
    };
    expect(seen(files)).toEqual(["user", "own"]);
  });

  test("packages of its workspace that are TypeScript", () => {
    const files = {
      "packages/lib/package.json": '{ "name": "@own/lib", "type": "module", "exports": "./src/index.ts" }',
      "packages/lib/src/index.ts": 'export { value } from "./value.js"; export const url: string = import.meta.url;',
      "packages/lib/src/value.ts": "export const value: number = 1;",
      "fleet.ts": 'import { url, value } from "@own/lib"; const seen = [value, url];',
    };
    const project = projectOf({
      ...files,
      "fleet.ts": `${files["fleet.ts"]} console.log(JSON.stringify(seen)); export default 1;`,
    });
    mkdirSync(join(project, "node_modules/@own"));
    symlinkSync("../../packages/lib", join(project, "node_modules/@own/lib"));
    expect(sluice(project, ["build"]).stderr).toContain(`[1,"file://${project}/packages/lib/src/index.ts"]`);
  });

  test("paths of its tsconfig.json, .js for .ts files, and JSON", () => {
    const files = {
      "tsconfig.json":
        '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"], "settings": ["./lib/settings.js"] } } }',
      "lib/names.ts": 'export { own } from "./own.js";',
      "lib/own.ts": 'export const own: string = "own";',
      "lib/settings.js": 'export const settings = "settings";',
      "data.json": '{ "size": 3 }',
      "fleet.ts": `
        import { own } from "@lib/names.js";
        import { settings } from "settings";
        import data from "./data.json" with { type: "json" };
        const seen = [own, settings, data.size];`,
    };
    expect(seen(files)).toEqual(["own", "settings", 3]);
  });

  test("enums, decorators, parameter properties, accessors and namespaces", () => {
    const files = {
      "fleet.ts": `
        enum Size { Small = 1, Large }
        const enum Color { Red = "red" }
        namespace Names { export const own = "own"; }
        const double = (method: () => number, _: ClassMethodDecoratorContext) => () => 2 * method();
        class Disk {
          accessor used = 1;
          constructor(readonly size: Size) {}
          @double blocks() { return 4; }
        }
        const disk = new Disk(Size.Large);
        const seen = [disk.size, disk.used, disk.blocks(), Color.Red, Names.own];`,
    };
    expect(seen(files)).toEqual([2, 1, 8, "red", "own"]);
  });

  test("await at the top, and imports while it runs", () => {
    const files = {
      "regions/eu.ts": 'export default await Promise.resolve("eu");',
      "regions/us.ts": 'export default "us";',
      "fleet.ts": `
        const seen = [];
        for (const name of ["eu", "us"]) seen.push((await import(\`./regions/\${name}.ts\`)).default);`,
    };
    expect(seen(files)).toEqual(["eu", "us"]);
  });

  test("its own places, in every file", () => {
    const text = "[import.meta.url, import.meta.dirname, import.meta.filename, __dirname, __filename]";
    const files = {
      "lib/deep.ts": `export const deep = ${text};`,
      "lib/own.ts": `
        import { dirname } from "node:path";
        import { createRequire } from "node:module";
        import { fileURLToPath } from "node:url";
        const __dirname = dirname(fileURLToPath(import.meta.url));
        const require = createRequire(import.meta.url);
        export const own = [__dirname, require("./data.json").size];`,
      "lib/data.json": '{ "size": 3 }',
      "lib/old.cts": "module.exports = [__filename, require('node:path').basename(__dirname)];",
      "fleet.ts": `
        import { deep } from "./lib/deep.ts";
        import { own } from "./lib/own.ts";
        import old from "./lib/old.cts";
        const seen = [${text}, deep, own, old, import.meta.resolve("./lib/data.json")];`,
    };
    expect(seen(files)).toEqual([
      ["file://PROJECT/fleet.ts", "PROJECT", "PROJECT/fleet.ts", "PROJECT", "PROJECT/fleet.ts"],
      ["file://PROJECT/lib/deep.ts", "PROJECT/lib", "PROJECT/lib/deep.ts", "PROJECT/lib", "PROJECT/lib/deep.ts"],
      ["PROJECT/lib", 3],
      ["PROJECT/lib/old.cts", "lib"],
      "file://PROJECT/lib/data.json",
    ]);
  });

  test("modules for what they do, whatever a package.json says to bundlers", () => {
    const files = {
      "package.json": '{ "name": "own", "type": "module", "sideEffects": false }',
      "list.ts": "export const list: string[] = [];",
      "register.ts": 'import { list } from "./list.ts"; list.push("registered");',
      "fleet.ts": 'import "./register.ts"; import { list } from "./list.ts"; const seen = list;',
    };
    expect(seen(files)).toEqual(["registered"]);
  });

  test("files whose names hold other characters", () => {
    const files = {
      "a b (ü)/lib #1.ts": "export const name = __filename;",
      "fleet.ts": 'import { name } from "./a b (ü)/lib #1.ts"; const seen = name;',
    };
    expect(seen(files)).toBe("PROJECT/a b (ü)/lib #1.ts");
  });
});

/** Functions of the author's run in the compiler too. */
const LAYOUT = `
import { cluster, namespace } from "sluice";
const layout = () => { throw new Error("no name"); };
export default cluster("a", { path: "a", flux: "2.9", resources: namespace("a"), layout });
`;

function build(files: Readonly<Record<string, string>>): Run {
  return sluice(projectOf(files), ["build"]);
}

describe("a program that fails", () => {
  test("is shown with what it threw, in its own files and lines", () => {
    const files = {
      "fleet.ts": `import { regions } from "./lib/regions.ts";

const names = regions("eu");
export default names;
`,
      "lib/regions.ts": `interface Region { name: string }

export function regions(text: string): string[] {
  const known: Record<string, Region[]> = {};
  return known[text].map((region) => region.name);
}
`,
    };
    const { status, stdout, stderr } = build(files);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "error[program/threw]: the program threw TypeError: Cannot read properties of undefined (reading 'map')
       --> lib/regions.ts:5:22
        |
      5 |   return known[text].map((region) => region.name);
        |                      ^^^
       --> called from fleet.ts:3:15
        |
      3 | const names = regions("eu");
        |               ^^^^^^^
        = hint   the error is the program's own: correct it there

      1 error: nothing was written
      "
    `);
  });

  test.each([
    [
      "throws later",
      "setTimeout(() => { throw new Error('later'); }); export default new Promise(() => {});",
      "Error: later",
    ],
    [
      "rejects what nobody waits for",
      "Promise.reject(new Error('lost')); export default new Promise(() => {});",
      "Error: lost",
    ],
    ["throws what is no error", "throw 'a text';", "the program threw a text"],
    ["throws an object", "throw Object.assign(Object.create(null), { code: 7 });", "code: 7"],
    [
      "throws with a cause",
      "throw new Error('no fleet', { cause: new Error('no file') });",
      "Error: no fleet, caused by Error: no file",
    ],
    [
      "throws in the function that it exports",
      "export default () => { throw new RangeError('too far'); };",
      "RangeError: too far",
    ],
    ["throws while a fleet is compiled", LAYOUT, "Error: no name"],
  ])("because it %s", (_, program, text) => {
    const { status, stdout, stderr } = build({ "fleet.ts": program });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("error[program/threw]");
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/data:text|\/dist\/|bug in Sluice/);
  });

  test.each([
    ["at the top", "await new Promise(() => {}); export default 1;"],
    ["in what it exports", "export default () => new Promise(() => {});"],
  ])("by waiting for ever %s", (_, program) => {
    const { status, stdout, stderr } = build({ "fleet.ts": program });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("a promise in it is never settled");
  });

  test.each([
    ["at the top", "process.exit(0);"],
    ["with a code", "process.exit(7);"],
    ["in what it exports", "export default () => process.exit(0);"],
    ["later", "setTimeout(() => process.exit(0)); export default new Promise(() => {});"],
  ])("by ending the process %s", (_, program) => {
    const project = projectOf({ "fleet.ts": program });
    for (const args of [["build"], ["build", "--check"]]) {
      const { status, stdout, stderr } = sluice(project, args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toContain("the program calls process.exit()");
    }
  });

  test("because it is no TypeScript", () => {
    const { status, stderr } = build({ "fleet.ts": 'const name = "ü"; const size = ;\n' });
    expect(status).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "error[program/invalid]: Unexpected ";"
       --> fleet.ts:1:32
        |
      1 | const name = "ü"; const size = ;
        |                                ^
        = hint   correct the program; its types are checked by your editor or tsc

      1 error: nothing was written
      "
    `);
  });

  test("because a package is not installed, or a file is not there", () => {
    const files = {
      "fleet.ts": 'import { a } from "@none/such/deep";\nimport { b } from "./none.ts";\nexport default [a, b];\n',
    };
    const { status, stderr } = build(files);
    expect(status).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "error[program/invalid]: "@none/such/deep" is not found
       --> fleet.ts:1:19
        |
      1 | import { a } from "@none/such/deep";
        |                   ^^^^^^^^^^^^^^^^^
        = hint   install it with npm install @none/such, or look at the spelling

      error[program/invalid]: "./none.ts" is not found
       --> fleet.ts:2:19
        |
      2 | import { b } from "./none.ts";
        |                   ^^^^^^^^^^^
        = hint   look at the path: it is relative to the file that imports it

      2 errors: nothing was written
      "
    `);
  });

  test("because a package lacks what it imports, without the bundle in the message", () => {
    const { status, stderr } = build({ "fleet.ts": 'import { nothing } from "sluice";\nexport default nothing;\n' });
    expect(status).toBe(1);
    expect(stderr).toContain("nothing");
    expect(stderr.length).toBeLessThan(1000);
  });

  test("because it imports by a name that is made up while it runs", () => {
    const { status, stderr } = build({
      "fleet.ts": 'const name = ["no", "ne"].join("");\nexport default await import(name);\n',
    });
    expect(status).toBe(1);
    expect(stderr).toContain("fleet.ts");
    expect(stderr).not.toContain("base64");
  });

  test("because it exports no fleet", () => {
    const { status, stderr } = build({ "fleet.ts": "export const fleet = 1;\n" });
    expect(status).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "error[program/no-fleet]: fleet.ts has no default export
       --> fleet.ts
        = hint   write \`export default fleet(cluster(…), …)\`, a cluster, a list of clusters, or a function that returns one of these

      1 error: nothing was written
      "
    `);
  });
});

test("a program that leaves timers and servers open does not keep the command from ending", () => {
  const program = `
    import { createServer } from "node:net";
    import { cluster } from "sluice";
    setInterval(() => {}, 1000);
    createServer().listen(0);
    export default cluster("a", { path: "a", flux: "2.9", resources: [] });`;
  expect(build({ "fleet.ts": program })).toMatchObject({ status: 0 });
});

test("a program in JavaScript is one too, also with CommonJS around it", () => {
  const program = `
    import { cluster } from "sluice";
    export default async () => [cluster("a", { path: "a", flux: "2.9", resources: [] })];`;
  const project = projectOf({ "package.json": '{ "name": "own" }', "fleet.mjs": program });
  expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
});
