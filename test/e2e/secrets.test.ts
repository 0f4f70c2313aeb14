// The life of a Secret, by the command: a key, a rule, a build, and other people who are to read it.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { editFile, encryptedCopy, openFile } from "../unit/cli/secrets/edit-file.ts";
import { ageKey } from "../unit/sops/age-keys.ts";
import { type Run, sluice } from "./sluice.ts";

const PROGRAM = `
import { cluster, encryptedFile, fleet, fromEnv, secret } from "sluice";
const token = secret("token", { stringData: { token: fromEnv("TOKEN"), user: "me" } }, { namespace: "default" });
const copied = encryptedFile("copied", "secrets/copied.yaml", { namespace: "default" });
export default fleet(
  cluster("a", { path: "clusters/a", flux: "2.9", decryption: true, resources: [token, COPIED] }),
);
`;
const CANARY = "opensesame-canary";
const SEALED = "clusters/a/secret-token.yaml";
const COPY = "clusters/a/secret-copied.yaml";

/** A project with a key of age, a file that is copied, and everything built. */
async function builtProject() {
  const key = await ageKey();
  const project = userProject({ "fleet.ts": PROGRAM.replace("COPIED", ""), "key.txt": `${key.identity}\n` });
  const rule = (...recipients: readonly string[]): void =>
    writeFileSync(
      join(project, ".sops.yaml"),
      `creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: ${recipients.join(",")}\n`,
    );
  const run = (line: string, environment: Readonly<Record<string, string>> = {}): Run => {
    const found = sluice(project, line.split(" "), { environment });
    expect(found.stdout + found.stderr).not.toContain("canary");
    return found;
  };
  const read = (path: string): string => readFileSync(join(project, path), "utf8");
  rule(key.recipient);
  expect(run("build", { TOKEN: CANARY }).status).toBe(0);
  mkdirSync(join(project, "secrets"));
  return { project, key, rule, run, read, withKey: { SOPS_AGE_KEY_FILE: join(project, "key.txt") } };
}

test("a key that cannot be read is told of, and not shown", async () => {
  const { run } = await builtProject();
  for (const line of ["build", "secrets rotate"]) {
    const { status, stderr } = run(line, { TOKEN: CANARY, SOPS_AGE_KEY: "junk-canary" });
    expect({ line, status }).toEqual({ line, status: 0 });
    expect(stderr).toContain("warning[sops/useless-key]: SOPS_AGE_KEY holds no age key that can be read");
  }
});

describe("a file that is copied", () => {
  test("is looked at as sops and Flux do: who can read it, and whether they can decrypt it", async () => {
    const { project, key, rule, run, withKey } = await builtProject();
    const copy = join(project, "secrets/copied.yaml");
    writeFileSync(join(project, "fleet.ts"), PROGRAM.replace("COPIED", "copied"));
    await encryptedCopy(join(project, SEALED), copy, key, "copied");
    const environment = { TOKEN: CANARY, ...withKey };
    expect(run("check", environment)).toMatchObject({ status: 0, stderr: expect.not.stringContaining("sops/") });
    rule(key.recipient, (await ageKey()).recipient);
    const { status, stderr } = run("check", environment);
    expect(status).toBe(0);
    expect(stderr).toContain(
      'warning[sops/recipients]: "secrets/copied.yaml" is encrypted for others than .sops.yaml names',
    );
    const withoutVersion = readFileSync(copy, "utf8").replace(/^ *(lastmodified|mac): .*\n/gm, "");
    writeFileSync(copy, withoutVersion);
    const broken = run("build", environment);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/error\[(sops\/broken|secret\/not-encrypted)\]/);
  });
});

describe("sluice secrets rotate", () => {
  test("lets one more read a file, and changes no value", async () => {
    const { project, key, rule, run, read, withKey } = await builtProject();
    const other = await ageKey();
    const before = read(SEALED);
    rule(key.recipient, other.recipient);
    expect(run("build --check", { TOKEN: CANARY, ...withKey }).stderr).toContain("warning[sops/recipients]");
    expect(run("secrets rotate")).toMatchObject({ status: 1, stderr: expect.stringContaining("sops/no-key") });
    expect(run("secrets rotate --dry-run", withKey)).toMatchObject({ status: 0 });
    expect(read(SEALED)).toBe(before);
    expect(run("secrets rotate", withKey)).toMatchObject({ status: 0 });
    const gone = before.split("\n").filter((line) => !read(SEALED).split("\n").includes(line));
    expect(gone).toEqual([]);
    expect(await openFile(join(project, SEALED), other)).toMatchObject({ plain: { stringData: { token: CANARY } } });
    expect(run("build --check", { TOKEN: CANARY, ...withKey })).toMatchObject({
      status: 0,
      stderr: "1 file up to date\n",
    });
    expect(run("secrets rotate", withKey).stderr).toBe("1 file unchanged\n");
  });

  test("keeps one from what is written now, with another key for every value", async () => {
    const { project, key, rule, run, read, withKey } = await builtProject();
    const other = await ageKey();
    const before = new Set(
      read(SEALED)
        .split("\n")
        .filter((line) => line.includes("ENC[")),
    );
    rule(other.recipient);
    const { status, stderr } = run("secrets rotate clusters/a/secret-token.yaml", withKey);
    expect(status).toBe(0);
    expect(stderr).toContain("change those values");
    expect(
      read(SEALED)
        .split("\n")
        .filter((line) => before.has(line)),
    ).toEqual([]);
    await expect(openFile(join(project, SEALED), key)).rejects.toThrow("cannot be opened");
    expect(await openFile(join(project, SEALED), other)).toMatchObject({ plain: { stringData: { token: CANARY } } });
    // The index knows the file, and so does this machine's record where there is one.
    expect(run("build --check", { TOKEN: CANARY, SOPS_AGE_KEY: other.identity }).status).toBe(0);
  });

  test("refuses a file that somebody changed without its key, and what is no file of the program", async () => {
    const { project, key, rule, run, read, withKey } = await builtProject();
    writeFileSync(join(project, SEALED), read(SEALED).replace("namespace: default", "namespace: defaults"));
    rule(key.recipient, (await ageKey()).recipient);
    const changed = read(SEALED);
    expect(run("secrets rotate", withKey)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("sops/tampered"),
    });
    expect(read(SEALED)).toBe(changed);
    expect(run("secrets rotate none.yaml", withKey)).toMatchObject({ status: 2 });
  });

  test("leaves what a person changed a person's", async () => {
    const { project, key, rule, run, read, withKey } = await builtProject();
    const index = read(".sluice/index.json");
    await editFile(join(project, SEALED), key, (plain) => ({ ...plain, stringData: { token: "by hand", user: "me" } }));
    rule(key.recipient, (await ageKey()).recipient);
    expect(run("secrets rotate", withKey).status).toBe(0);
    expect(read(".sluice/index.json")).toBe(index);
    expect(run("build", { TOKEN: CANARY, ...withKey }).stderr).toContain("layout/edited-file");
  });

  test("encrypts the files that are copied where they stand, and copies them", async () => {
    const { project, key, rule, run, read, withKey } = await builtProject();
    await encryptedCopy(join(project, SEALED), join(project, "secrets/copied.yaml"), key, "copied");
    writeFileSync(join(project, "fleet.ts"), PROGRAM.replace("COPIED", "copied"));
    expect(run("build", { TOKEN: CANARY, ...withKey }).status).toBe(0);
    const other = await ageKey();
    rule(key.recipient, other.recipient);
    expect(run("secrets rotate secrets/copied.yaml", withKey)).toMatchObject({ status: 0 });
    expect(read(COPY)).toBe(read("secrets/copied.yaml"));
    expect(read("secrets/copied.yaml")).toContain("# by hand");
    expect(await openFile(join(project, COPY), other)).toMatchObject({ plain: { metadata: { name: "copied" } } });
    expect(run("build --check", { TOKEN: CANARY, ...withKey }).status).toBe(0);
    expect(run("secrets list", withKey).stdout).toMatch(
      /^Secret default\/copied +clusters\/a\/secret-copied.yaml +a copy/m,
    );
  });
});

test("sluice secrets init makes a key for the user alone, once, and a rule", () => {
  const project = userProject({});
  const config = join(project, "home");
  const init = (): Run => sluice(project, ["secrets", "init"], { environment: { XDG_CONFIG_HOME: config } });
  // In the repository it would be committed.
  expect(init()).toMatchObject({ status: 2, stderr: expect.stringContaining("would be committed") });
  const other = userProject({});
  const environment = { XDG_CONFIG_HOME: join(other, "home") };
  const file = join(other, "home/sops/age/keys.txt");
  expect(sluice(project, ["secrets", "init"], { environment })).toMatchObject({ status: 0, stdout: "" });
  const key = readFileSync(file, "utf8");
  expect(key).toMatch(/^# created: .*\n# public key: age1\w+\nAGE-SECRET-KEY-1\w+\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = sluice(project, ["secrets", "init"], { environment });
  expect(again.stderr).toContain("kept  .sops.yaml: it has a rule for Secrets\n");
  expect(again.stderr).not.toContain("AGE-SECRET-KEY");
  expect(readFileSync(file, "utf8")).toBe(key);
});
