import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainRecords } from "../../../../sdk/cli/secrets/plain-records.ts";
import { temporaryFolder } from "../../../tools/project.ts";

test("a record knows what an encrypted text holds, on this machine alone", () => {
  const [state, other] = [temporaryFolder(), temporaryFolder()];
  const open = (folder: string) => plainRecords({ XDG_STATE_HOME: folder }, "/repository");
  open(state).remember([["encrypted\n", "opensesame"]]);
  expect(open(state).holds("encrypted\r\n", "opensesame")).toBe(true);
  expect(open(state).holds("encrypted\n", "closesesame")).toBe(false);
  expect(open(state).holds("another", "opensesame")).toBeUndefined();
  expect(open(other).holds("encrypted\n", "opensesame")).toBeUndefined();
});

test("a record says nothing, not even of equal values, and is the user's own", () => {
  const state = temporaryFolder();
  plainRecords({ XDG_STATE_HOME: state }, "/repository").remember([
    ["one", "opensesame"],
    ["two", "opensesame"],
  ]);
  const folder = join(state, "sluice");
  expect(readdirSync(folder).sort()).toEqual(["secrets.json", "secrets.key"]);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const text = readFileSync(join(folder, "secrets.json"), "utf8");
  expect(text).not.toContain("opensesame");
  const codes = Object.values<string>(JSON.parse(text));
  expect(new Set(codes).size).toBe(2);
});

test.each<[string, (state: string) => void]>([
  ["there is no file", () => undefined],
  ["the file is no JSON", (state) => writeFileSync(join(state, "sluice/secrets.json"), "{")],
  ["the key is another", (state) => writeFileSync(join(state, "sluice/secrets.key"), "short")],
])("nothing is known, and nothing fails, where %s", (what, damage) => {
  const state = temporaryFolder();
  const records = plainRecords({ XDG_STATE_HOME: state }, "/repository");
  if (what !== "there is no file") records.remember([["one", "opensesame"]]);
  damage(state);
  expect(records.holds("one", "opensesame")).toBeUndefined();
  records.remember([["one", "opensesame"]]);
  expect(records.holds("one", "opensesame")).toBe(true);
});

test.each<[string, (folder: string) => Readonly<Record<string, string>>]>([
  ["in the repository", (folder) => ({ XDG_STATE_HOME: join(folder, "state") })],
  ["on a relative path", () => ({ XDG_STATE_HOME: "state" })],
  ["nowhere", () => ({})],
  ["below a file", (folder) => ({ XDG_STATE_HOME: join(folder, "file") })],
])("nothing is kept %s", (_, environment) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "");
  chmodSync(join(folder, "file"), 0o600);
  const records = plainRecords(environment(folder), folder);
  records.remember([["one", "opensesame"]]);
  expect(records.holds("one", "opensesame")).toBeUndefined();
  expect(readdirSync(folder)).toEqual(["file"]);
});
