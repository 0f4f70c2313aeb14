// A canary is put in every place that takes a secret, and in places that take none; then every command is run in every way. Nothing
// that it prints or writes, and nothing that it starts a process with, may have the canary in it, in whatever form.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, type TestContext, test } from "vitest";
import * as sluice from "../../../sdk/index.ts";
import { userProject } from "../../tools/project.ts";
import { ageKey } from "../../unit/sops/age-keys.ts";
import { findCanary } from "./canary.ts";
import { type WatchedSettings, watchedRun } from "./command-run.ts";
import { type CanaryProgram, canaryYaml, failingPrograms, misplacedProgram, slotProgram } from "./programs.ts";
import { slots } from "./slots.ts";

const FORMATS = ["text", "json", "github", "sarif"];
const FAILURES = [
  "fs.writeFileSync:3",
  "fs.renameSync:1",
  "fs.mkdirSync:2",
  "crypto.createCipheriv:20",
  "crypto.createHmac:1",
  "crypto.createHash:1",
];

/** A project with canaries, whose runs are looked through. */
class Haunted {
  readonly folder: string;
  readonly leaks: string[] = [];
  readonly #environment: Readonly<Record<string, string>>;

  constructor({ files, environment }: CanaryProgram, { onTestFinished }: Pick<TestContext, "onTestFinished">) {
    this.folder = userProject(files, onTestFinished);
    this.#environment = environment;
  }

  /** Runs the command, which ends with one of some codes. */
  async run(args: readonly string[], codes: readonly number[], settings: WatchedSettings = {}): Promise<Printed> {
    const environment = { ...this.#environment, ...settings.environment };
    const { status, stdout, stderr, leaks } = await watchedRun(this.folder, args, { ...settings, environment });
    this.leaks.push(...leaks);
    expect(codes, `${args.join(" ")} ended with ${status}: ${stderr.slice(-1500)}`).toContain(status);
    return { stdout, stderr };
  }
}

/** Nobody has the key of it. */
const PGP_RULE = `creation_rules:
  - encrypted_regex: ^(data|stringData)$
    pgp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4
`;

/** Which Secrets something is wrong with. */
function refusedNames(json: string): ReadonlySet<string> {
  const { diagnostics }: { diagnostics: readonly { resource?: { name: string } }[] } = JSON.parse(json);
  return new Set(diagnostics.flatMap(({ resource }) => (resource === undefined ? [] : [resource.name])));
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

test("canaries are in many places", () => {
  const programs = [slotProgram(), misplacedProgram(), ...failingPrograms(), canaryYaml()];
  expect(programs.reduce((sum, { placements }) => sum + placements, 0)).toMatchInlineSnapshot(`1159`);
});

test("every builder of Secrets has its slots", () => {
  const builders = Object.keys(sluice).filter((name) => /Secret$/.test(name) && name !== "notSecret");
  const known = new Set(slots().map(({ builder }) => builder));
  expect(builders.filter((name) => !known.has(name))).toEqual([]);
});

test.each<[string, (text: string) => string]>([
  ["as it is", (text) => text],
  ["in base64", (text) => Buffer.from(text).toString("base64")],
  ["in base64 behind a byte", (text) => Buffer.from(`a${text}`).toString("base64")],
  ["in base64 behind two", (text) => Buffer.from(`ab${text}`).toString("base64")],
  ["in base64 twice", (text) => Buffer.from(Buffer.from(`a${text}`).toString("base64")).toString("base64")],
  ["in hexadecimal", (text) => Buffer.from(text).toString("hex").toUpperCase()],
  ["in a URL", (text) => encodeURIComponent(text)],
  ["in JSON", (text) => JSON.stringify(text)],
  ["backwards", (text) => [...text].reverse().join("")],
  ["cut", (text) => text.slice(0, 16)],
])("a canary is found %s", (_, form) => {
  expect(findCanary(`x ${form("hunt-Kq7vXw3ZtB9nRd5Y-12")} y`)).not.toBe(undefined);
});

describe("no canary gets out", () => {
  test("of any slot, encrypted and refused, whatever fails", async (context) => {
    const { identity, recipient } = await ageKey();
    const other = await ageKey();
    const config = (...recipients: readonly string[]): string =>
      `creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: ${recipients.join(",")}\n`;
    const project = new Haunted(slotProgram(), context);
    const write = (file: string, text: string): void => writeFileSync(join(project.folder, file), text);
    const environment = { SOPS_AGE_KEY: identity };
    for (const format of FORMATS) await project.run(["build", "--output", format], [1], { environment });
    write(".sops.yaml", config(recipient));
    for (const format of FORMATS) await project.run(["build", "--dry-run", "--output", format], [1], { environment });

    // What the slots do not take goes, and all else is written.
    const { stdout } = await project.run(["check", "--output", "json"], [1], { environment });
    const names = refusedNames(stdout);
    write("fleet.ts", slotProgram((name) => !names.has(name)).files["fleet.ts"] ?? "");
    for (const failure of FAILURES)
      await project.run(["build"], [0, 1], { environment: { ...environment, LEAK_FAIL: failure } });
    await project.run(["build"], [0], { environment });
    expect(readdirSync(join(project.folder, "apps")).length).toBeGreaterThan(250);
    for (const args of [["--check"], ["--stdout=yaml"], ["--stdout=json"], ["--undecided", "fail"]])
      await project.run(["build", ...args], [0, 1], { environment });
    // Without a key: by the record, and without one.
    await project.run(["build"], [0]);
    rmSync(join(project.folder, ".state"), { recursive: true, force: true });
    await project.run(["build", "--output", "json"], [0]);
    await project.run(["build", "--undecided", "fail"], [1]);
    // Without the values, for others, and with a key that is broken.
    await project.run(["build"], [0, 1], { environment: { ...environment, VALUE_3: "", BYTES: "no base64" } });
    await project.run(["build"], [0, 1], { environment: { SOPS_AGE_KEY: "AGE-SECRET-KEY-1BROKEN" } });
    write(".sops.yaml", config(recipient, other.recipient));
    await project.run(["build"], [0, 1], { environment });
    for (const args of [["list"], ["list", "--output", "json"], ["rotate"], ["init"]])
      await project.run(["secrets", ...args], [0, 1, 2], { environment });
    await project.run(["build", "--undecided", "encrypt"], [0, 1]);
    for (const args of [
      ["explain", "secret/plaintext"],
      ["__complete", "build", ""],
      ["init"],
      ["generate", "crd", "fleet.ts"],
    ])
      await project.run(args, [0, 1, 2], { environment });
    for (const args of [["apps"], ["apps", "--output", "json"], ["apps", "--output", "sarif"]])
      await project.run(["check", ...args], [0, 1], { environment });
    expect(project.leaks).toEqual([]);
  });

  test("of a place that takes no secret", async (context) => {
    const program = misplacedProgram();
    const project = new Haunted(program, context);
    for (const first of program.firsts) await project.run(["build"], [1], { environment: { FIRST: first } });
    for (const format of FORMATS) await project.run(["check", "--output", format], [1]);
    expect(project.leaks).toEqual([]);
  });

  test("of YAML that is checked", async (context) => {
    const program = canaryYaml();
    const project = new Haunted(program, context);
    for (const format of FORMATS) await project.run(["check", "clusters", "--complete", "--output", format], [1]);
    // So few at once that each is shown with its line.
    const files = Object.keys(program.files).filter((file) => file.endsWith(".yaml"));
    for (let first = 0; first < files.length; first += 14)
      await project.run(["check", ...files.slice(first, first + 14)], [1]);
    expect(project.leaks).toEqual([]);
  });

  test.each([
    ["a program", "fleet.ts", slotProgram((name) => /^s\d\d$/.test(name))],
    ["YAML", "clusters/Secret-2.yaml", canaryYaml()],
  ])("of %s that is watched", async (_, file, program) => {
    const project = new Haunted(program, { onTestFinished });
    let rounds = 0;
    const whenPrinted = (stderr: string, stop: () => void): void => {
      const seen = stderr.split("waiting for a change").length - 1;
      if (seen === rounds) return;
      rounds = seen;
      if (rounds === 3) stop();
      else writeFileSync(join(project.folder, file), `${program.files[file] ?? ""}\n${rounds === 1 ? "" : "{ ["}`);
    };
    await project.run(["check", "--watch", file], [0, 1, 130], { whenPrinted, changed: file });
    expect(rounds).toBeGreaterThanOrEqual(3);
    expect(project.leaks).toEqual([]);
  });

  test.for(failingPrograms().map((program, index) => [index, program] as const))(
    "of program %i that fails",
    async ([, program], context) => {
      const project = new Haunted(program, context);
      await project.run(["build"], [0, 1]);
      expect(project.leaks).toEqual([]);
    },
  );

  test.for([
    ["is absent", undefined],
    ["fails, and prints what it was given", "cat >&2; exit 1"],
    ["prints what it was given", "cat"],
    ["prints it in base64 and dies", "base64 >&2; kill -9 $$"],
    ["reads nothing", "exit 0"],
  ] as const)("when sops %s", async ([, script], context) => {
    const project = new Haunted(
      slotProgram((name) => /^s[12]?\d$/.test(name)),
      context,
    );
    writeFileSync(join(project.folder, ".sops.yaml"), PGP_RULE);
    const bin = join(project.folder, "bin");
    mkdirSync(bin);
    if (script !== undefined) writeFileSync(join(bin, "sops"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const environment = { PATH: `${bin}:/usr/bin:/bin` };
    await project.run(["build"], [0, 1], { environment });
    await project.run(["build", "--output", "json"], [0, 1], { environment });
    expect(project.leaks).toEqual([]);
  });
});
