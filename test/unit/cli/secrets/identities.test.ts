import { join } from "node:path";
import { expect, test } from "vitest";
import { findIdentities, usualKeyFile } from "../../../../sdk/cli/secrets/identities.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";
import { ageKey } from "../../sops/age-keys.ts";

// Made up: they have the form of identities, and nothing more.
const [A, B, C] = ["Q", "P", "Z"].map((letter) => `AGE-SECRET-KEY-1${letter.repeat(58)}`) as [string, string, string]; // three

test("identities of all places count, as for sops", () => {
  const home = temporaryFolder();
  writeFiles(home, {
    ".config/sops/age/keys.txt": `# created: today\r\n# public key: age1…\r\n${A}\r\n`,
    "own.key": `${B}\nAGE-PLUGIN-YUBIKEY-1ABC\n\n`,
  });
  const environment = { HOME: home, SOPS_AGE_KEY: `${C} ${A}`, SOPS_AGE_KEY_FILE: join(home, "own.key") };
  const { identities } = findIdentities(environment, "linux");
  expect([...identities].sort()).toEqual([A, B, C].sort());
});

test("places that cannot be read give none", () => {
  const home = temporaryFolder();
  expect(findIdentities({ HOME: home, SOPS_AGE_KEY_FILE: home }, "linux").identities).toEqual([]);
  expect(findIdentities({}, "linux")).toEqual({ identities: [], usualFile: undefined, useless: [] });
});

test("what is set and gives no identity is told by its name, and by nothing of what it holds", async () => {
  const { identity, recipient } = await ageKey();
  const home = temporaryFolder();
  const told = (text: string): readonly object[] => {
    writeFiles(home, { key: text });
    return [
      ...findIdentities({ SOPS_AGE_KEY: text }, "linux").useless,
      ...findIdentities({ SOPS_AGE_KEY_FILE: join(home, "key") }, "linux").useless,
    ];
  };
  const both = ["SOPS_AGE_KEY", "SOPS_AGE_KEY_FILE"].map((name) => ({ name, reason: "no identity" }));
  for (const junk of ["junk", recipient, identity.slice(0, -1), identity.toLowerCase(), `${identity.slice(0, -1)}!`])
    expect(told(junk)).toEqual(both);
  const readable = ["", "# only a comment\n", identity, `# created: today\n${identity}\n`, `junk ${identity}`];
  const foreign = ["AGE-PLUGIN-YUBIKEY-1ABC", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc"];
  for (const text of [...readable, ...foreign]) expect(told(text)).toEqual([]);
  const missing = findIdentities({ SOPS_AGE_KEY_FILE: join(home, "none") }, "linux");
  expect(missing.useless).toEqual([{ name: "SOPS_AGE_KEY_FILE", reason: "no file" }]);
});

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", { HOME: "/home/you" }, "/home/you/.config/sops/age/keys.txt"],
  ["linux", { HOME: "/home/you", XDG_CONFIG_HOME: "/cfg" }, "/cfg/sops/age/keys.txt"],
  ["darwin", { HOME: "/Users/you" }, "/Users/you/Library/Application Support/sops/age/keys.txt"],
  ["darwin", { HOME: "/Users/you", XDG_CONFIG_HOME: "/cfg" }, "/cfg/sops/age/keys.txt"],
  ["win32", { AppData: "/roaming" }, "/roaming/sops/age/keys.txt"],
])("on %s with %j the usual file is where Go has it", (platform, environment, file) => {
  expect(usualKeyFile(environment, platform)).toBe(file);
});
