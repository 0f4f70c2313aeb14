// Keys that only sops can make, here of PGP, stay usable while the rest of a file changes in process.

import { execFileSync, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { recipientsForSops, wrapForAge } from "../../../sdk/sops/age.ts";
import { recipientsDiffer } from "../../../sdk/sops/compare-recipients.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { temporaryFolder } from "../../tools/project.ts";
import { runOrThrow } from "../cluster/tool.ts";
import {
  configOf,
  decryptArguments,
  decryptedHere,
  encryptedBySops,
  fileOf,
  keyOf,
  prepareSops,
  ruleOf,
} from "./sops-files.ts";

prepareSops();

const hasGpg = spawnSync("gpg", ["--version"]).error === undefined;

describe.runIf(hasGpg)("with a key of PGP (needs the command gpg)", () => {
  let GNUPGHOME: string;
  let fingerprint: string;

  beforeAll(() => {
    GNUPGHOME = temporaryFolder(afterAll);
    const gpg = (...args: readonly string[]): string =>
      execFileSync("gpg", ["--batch", "--passphrase=", ...args], {
        env: { ...process.env, GNUPGHOME },
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    gpg("--quick-generate-key", "lab", "rsa2048", "encrypt,sign", "never");
    fingerprint = /^fpr:+(\w+):/m.exec(gpg("--list-keys", "--with-colons"))?.[1] ?? "";
    afterAll(() => execFileSync("gpgconf", ["--kill", "all"], { env: { ...process.env, GNUPGHOME } }));
  });

  test("its holder decrypts what was changed with age, for another recipient too", async () => {
    const before = { kind: "Secret", stringData: { token: "old", other: "same" } };
    const selector = "encrypted_regex: ^stringData$";
    const text = await encryptedBySops(emitYaml(before), configOf(`pgp: ${fingerprint}`, "age: <one>", selector), {
      GNUPGHOME,
    });
    const file = fileOf(text);
    const dataKey = await keyOf(file, ["one"]);
    const rule = ruleOf(configOf(`pgp: ${fingerprint}`, 'age: "<one>,<two>"', selector));
    expect(recipientsDiffer(file, rule)).toMatchObject({ missing: [{ type: "age" }], extra: [] });
    expect(recipientsForSops(rule, file.metadata.keyGroups)).toEqual([]);
    const manifest = { ...before, stringData: { ...before.stringData, token: "new" } };
    const keys = await wrapForAge(dataKey, rule, file.metadata.keyGroups);
    const previous = { file, dataKey };
    const changed = emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified: new Date(), previous }));
    const plain = await runOrThrow("sops", decryptArguments("--output-type=json"), {
      input: changed,
      env: { GNUPGHOME, SOPS_AGE_KEY: "" },
    });
    expect(JSON.parse(plain)).toEqual(manifest);
    expect(await decryptedHere(changed, ["two"])).toHaveLength(1);
  });
});
