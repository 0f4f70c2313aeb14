import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FilesOutcome } from "../../../../sdk/cli/build/outcome.ts";
import {
  directory,
  external,
  fluxSystem,
  fromEnv,
  gitSshSecret,
  kustomization,
  type Resources,
  secret,
} from "../../../../sdk/index.ts";
import { editFile, openFile } from "./edit-file.ts";
import { encryptedProject } from "./encrypted-project.ts";

const PATH = "clusters/test/secret-token.yaml";
const SET = { variables: { SECRET_TOKEN: "opensesame" } };
const OTHER = { variables: { SECRET_TOKEN: "closesesame" } };

function token(labels: Readonly<Record<string, string>> = {}): Resources {
  return secret(
    "token",
    { stringData: { token: fromEnv("SECRET_TOKEN"), user: "me" } },
    { namespace: "default", labels },
  );
}

function codes({ diagnostics }: FilesOutcome): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

describe("the file of a Secret", () => {
  test("is written encrypted, and holds what the program says", async () => {
    const { root, key, build, files } = await encryptedProject();
    expect(codes(await build(token(), SET))).toEqual([]);
    expect(files()[PATH]).not.toContain("opensesame");
    const { plain } = await openFile(join(root, PATH), key);
    expect(plain).toMatchObject({ kind: "Secret", stringData: { token: "opensesame", user: "me" } });
  });

  test("is not there without a value", async () => {
    const { build, files } = await encryptedProject();
    const outcome = await build(token());
    expect(codes(outcome)).toEqual(["secret/no-value"]);
    expect(outcome.diagnostics[0]).toMatchObject({ path: ["stringData", "token"] });
    expect(files()).toEqual({});
  });

  test("that lacks a value is told so once, whatever is derived of the value", async () => {
    const { build } = await encryptedProject();
    const identity = fromEnv("SECRET_KEY");
    const outcome = await build(
      gitSshSecret("key", { identity, known_hosts: fromEnv("HOSTS") }, { namespace: "default" }),
    );
    expect(outcome.diagnostics.map(({ path }) => path)).toEqual([
      ["stringData", "identity"],
      ["stringData", "known_hosts"],
    ]);
  });

  test.each<[string, Parameters<Awaited<ReturnType<typeof encryptedProject>>["build"]>[1], string[]]>([
    ["with a key", { ...SET, hasKey: true, hasRecords: false }, []],
    ["with a record of this machine", SET, []],
    ["with neither", { ...SET, hasRecords: false }, ["secret/undecided"]],
    ["without the value", { hasKey: true }, ["secret/undecided"]],
    ["without the value and without a key", {}, ["secret/undecided"]],
    ["with nothing", { hasRecords: false }, ["secret/undecided"]],
  ])("stays byte for byte when nothing has changed, %s", async (_, given, expected) => {
    const { build, files } = await encryptedProject();
    await build(token(), SET);
    const before = files();
    for (const mode of ["write", "check", "dry-run"] as const) {
      const outcome = await build(token(), { ...given, mode });
      expect(codes(outcome)).toEqual(expected);
      expect(outcome.files).toMatchObject({ changes: [] });
    }
    expect(files()).toEqual(before);
  });

  test.each<[string, object]>([
    ["with a key", { hasKey: true, hasRecords: false }],
    ["with a record of this machine", {}],
    ["when it is asked for", { hasRecords: false, undecided: "encrypt" }],
  ])("is encrypted anew when a value has changed, %s", async (_, given) => {
    const { root, key, build } = await encryptedProject();
    await build(token(), SET);
    expect(codes(await build(token(), { ...OTHER, ...given, mode: "check" }))).toEqual(["layout/drift"]);
    expect(codes(await build(token(), { ...OTHER, ...given }))).toEqual([]);
    const { plain } = await openFile(join(root, PATH), key);
    expect(plain).toMatchObject({ stringData: { token: "closesesame", user: "me" } });
  });

  test("keeps the ciphertext of what has not changed", async () => {
    const { build, files } = await encryptedProject();
    await build(token(), SET);
    const lines = new Set(files()[PATH]?.split("\n"));
    await build(token(), { ...OTHER, hasKey: true });
    const different =
      files()
        [PATH]?.split("\n")
        .filter((line) => !lines.has(line)) ?? [];
    expect(different.map((line) => line.trim().split(":")[0]).filter((name) => name !== "lastmodified")).toEqual([
      "token",
      "mac",
    ]);
  });

  test("fails when nobody can tell and that is asked for", async () => {
    const { build } = await encryptedProject();
    await build(token(), SET);
    const outcome = await build(token(), { ...SET, hasRecords: false, mode: "check", undecided: "fail" });
    expect(outcome.diagnostics).toMatchObject([{ code: "secret/undecided", severity: "error" }]);
  });

  test("is seen to differ by what can be read of it, without any key", async () => {
    const { build } = await encryptedProject();
    await build(token(), SET);
    const blind = { hasRecords: false, mode: "check" } as const;
    expect(codes(await build(token({ app: "a" }), { ...SET, ...blind }))).toEqual(["layout/drift"]);
    expect(codes(await build(token({ app: "a" }), blind))).toEqual(["secret/no-value"]);
  });

  test("keeps a value that only it has, for who has a key", async () => {
    const { root, key, build } = await encryptedProject();
    await build(token(), SET);
    expect(codes(await build(token({ app: "a" }), { hasKey: true }))).toEqual([]);
    const { plain } = await openFile(join(root, PATH), key);
    expect(plain).toMatchObject({ metadata: { labels: { app: "a" } }, stringData: { token: "opensesame" } });
  });

  test("moves with its object, as it is", async () => {
    const { build, files } = await encryptedProject();
    await build(token(), SET);
    const before = files()[PATH];
    const decryption = { provider: "sops", secretRef: external("Secret", "sops-age") } as const;
    const apps = kustomization("apps", {
      sourceRef: fluxSystem,
      path: directory("apps", token()),
      interval: "1m",
      prune: true,
      decryption,
    });
    expect(codes(await build(apps))).toEqual(["secret/undecided"]);
    expect(files()["apps/secret-token.yaml"]).toBe(before);
    expect(files()[PATH]).toBeUndefined();
  });
});

describe("a file that a person changed", () => {
  test("is accepted when it holds what the program says, and noted by the next build", async () => {
    const { root, key, build, files } = await encryptedProject();
    await build(token(), SET);
    await editFile(join(root, PATH), key, (plain) => plain);
    const edited = files()[PATH];
    expect(codes(await build(token(), { ...SET, hasKey: true, mode: "check" }))).toEqual([]);
    expect(codes(await build(token(), { ...SET, hasRecords: false, mode: "check" }))).toEqual(["secret/undecided"]);
    expect(codes(await build(token(), { ...SET, hasKey: true }))).toEqual([]);
    expect(files()[PATH]).toBe(edited);
    // From now on it is Sluice's again.
    expect(codes(await build(token(), { ...OTHER, hasKey: true }))).toEqual([]);
  });

  test("is kept when it holds something else, unless it may be overwritten", async () => {
    const { root, key, build, files } = await encryptedProject();
    await build(token(), SET);
    await editFile(join(root, PATH), key, (plain) => ({ ...plain, stringData: { token: "by hand", user: "me" } }));
    const edited = files();
    expect(codes(await build(token(), { ...SET, hasKey: true }))).toEqual(["layout/edited-file"]);
    expect(codes(await build(token(), SET))).toEqual(["secret/undecided"]);
    expect(files()).toEqual(edited);
    expect(codes(await build(token(), { ...SET, hasKey: true, force: new Set([PATH]) }))).toEqual([]);
    expect(await openFile(join(root, PATH), key)).toMatchObject({ plain: { stringData: { token: "opensesame" } } });
  });

  test("is kept when its code does not fit", async () => {
    const { root, key, build, files } = await encryptedProject();
    await build(token(), SET);
    writeFileSync(
      join(root, PATH),
      (files()[PATH] ?? "").replace("namespace: default", "namespace: default\n  labels:\n    a: b"),
    );
    expect(codes(await build(token({ a: "b" }), { ...SET, hasKey: true }))).toEqual(["layout/edited-file"]);
    expect(key.identity).toMatch(/^AGE-SECRET-KEY-/);
  });

  test("is nobody's without an index and a key", async () => {
    const { root, build, files } = await encryptedProject();
    await build(token(), SET);
    rmSync(join(root, ".sluice"), { recursive: true });
    const before = files();
    expect(codes(await build(token(), { ...SET, hasRecords: false }))).toEqual([
      "secret/undecided",
      "layout/foreign-file",
    ]);
    expect(files()).toEqual(before);
    expect(codes(await build(token(), { ...SET, hasKey: true }))).toEqual(["layout/adopted"]);
  });

  test("with both sides of a merge in it, it is one of them again", async () => {
    const { root, key, build, files } = await encryptedProject();
    await build(token(), SET);
    const ours = files()[PATH] ?? "";
    const theirs = ours.replace(/mac: .*/, "mac: another");
    writeFileSync(join(root, PATH), `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`);
    expect(codes(await build(token(), { ...SET, hasKey: true }))).toEqual(["layout/edited-file"]);
    writeFileSync(join(root, PATH), `<<<<<<< ours\n${ours}=======\n${ours}>>>>>>> theirs\n`);
    expect(codes(await build(token(), { ...SET, hasKey: true }))).toEqual([]);
    expect(files()[PATH]).toBe(ours);
    expect(key.recipient).toMatch(/^age1/);
  });
});

test("a rule that leaves one of the values readable writes nothing", async () => {
  const { root, key, build, files } = await encryptedProject();
  const all = "unencrypted_regex: ^(apiVersion|kind|metadata|type)$";
  writeFileSync(join(root, ".sops.yaml"), `creation_rules:\n  - ${all}\n    age: ${key.recipient}\n`);
  const given = secret("token", { stringData: { type: fromEnv("SECRET_TOKEN") } }, { namespace: "default" });
  const outcome = await build(given, SET);
  expect(outcome.diagnostics).toMatchObject([{ code: "secret/plaintext", path: ["stringData", "type"] }]);
  expect(files()).toEqual({});
});
