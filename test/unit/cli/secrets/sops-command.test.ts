import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { encryptSecret } from "../../../../sdk/cli/secrets/encrypt-secret.ts";
import { findSops, quotable, runSops } from "../../../../sdk/cli/secrets/sops-command.ts";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { newDataKey } from "../../../../sdk/sops/data-key.ts";
import { encryptManifest } from "../../../../sdk/sops/encrypt.ts";
import { recipientOf } from "../../../../sdk/sops/recipient.ts";
import { temporaryFolder } from "../../../tools/project.ts";
import { onlyRule } from "../../sops/sealed-file.ts";

const FINGERPRINT = "FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4";

/** A folder with a command of that name, which writes down how it was called. */
function fakeSops(script: string): { readonly folder: string; readonly environment: { readonly PATH: string } } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "sops"), `#!/bin/sh\ncd "${folder}"\necho "$@" >args\nenv >environment\n${script}\n`);
  chmodSync(join(folder, "sops"), 0o755);
  return { folder, environment: { PATH: folder } };
}

const request = (folder: string) => ({
  file: "/repository/apps/secret-token.yaml",
  manifest: { apiVersion: "v1", kind: "Secret", stringData: { token: "opensesame" } },
  secrets: ["opensesame"],
  rule: onlyRule(`creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    pgp: ${FINGERPRINT}\n`),
  config: join(folder, ".sops.yaml"),
});

/** What `sops` makes of a request. */
const SEALED = sealed();

function sealed(): string {
  const { manifest, rule } = request("/repository");
  const keys = [[{ recipient: recipientOf("pgp", { fp: FINGERPRINT }), enc: "for PGP" }]];
  return emitYaml(encryptManifest({ manifest, rule, dataKey: newDataKey(), keys, lastModified: new Date(0) }));
}

describe.skipIf(process.platform === "win32")("the command sops", () => {
  test("gets the plain text on its standard input, and nowhere else", async () => {
    const { folder, environment } = fakeSops("/bin/cat >input; /bin/cat output");
    writeFileSync(join(folder, "output"), SEALED);
    vi.stubEnv("SLUICE_MARK", "unchanged");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await encryptSecret(request(folder), environment)).toEqual({
      type: "encrypted",
      text: SEALED,
    });
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    expect(read("input")).toContain("token: opensesame");
    expect(read("args")).toBe(
      `--config ${folder}/.sops.yaml encrypt --input-type yaml --output-type yaml --filename-override /repository/apps/secret-token.yaml\n`,
    );
    expect(read("environment")).not.toContain("opensesame");
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["the plain text", "/bin/cat"],
    ["no YAML", "echo '{'"],
    ["a value in plain text", "/bin/sed -E 's/ENC\\[[^]]*type:str\\]$/opensesame/' output"],
    ["another Secret", "/bin/sed 's/Secret/ConfigMap/' output"],
  ])("is not believed when it gives %s", async (_, script) => {
    const { folder, environment } = fakeSops(script);
    writeFileSync(join(folder, "output"), SEALED);
    expect(await encryptSecret(request(folder), environment)).toEqual({
      type: "failed",
      reason: "what it gave is not the Secret with every value encrypted",
    });
  });

  test("is quoted when it fails, unless what it says gives something away", async () => {
    for (const [words, reason] of [
      ["no key for it", "no key for it"],
      ["cannot use opense…", "it ended with 1, and what it said is not shown, since a part of a value may be in it"],
      ["", "it ended with 1"],
    ]) {
      const { folder, environment } = fakeSops(`echo "${words}" >&2; exit 1`);
      expect(await encryptSecret(request(folder), environment)).toEqual({ type: "failed", reason });
    }
  });

  test("may end before it has read anything", async () => {
    const { folder, environment } = fakeSops("exit 3");
    const input = "a".repeat(1_000_000);
    const outcome = await runSops({ config: join(folder, "c"), args: [], input, secrets: [] }, environment);
    expect(outcome).toEqual({ type: "failed", reason: "it ended with 3" });
  });

  test("is missing where no folder of the path has it", async () => {
    const folder = temporaryFolder();
    expect(findSops({ PATH: folder })).toBeUndefined();
    expect(await encryptSecret(request(folder), { PATH: folder })).toMatchObject({
      type: "not installed",
      recipients: [{ type: "pgp", id: FINGERPRINT }],
    });
  });
});

test.each<[string, string, string | undefined]>([
  ["no such key", "opensesame", "no such key"],
  ["line one\n  line two", "opensesame", "line one line two"],
  ["cannot unmarshal opensesame", "opensesame", undefined],
  ["cannot unmarshal OPENSES", "opensesame", undefined],
  ["bad value: esame", "opensesame", undefined],
  ["an abc in it", "abc", "an abc in it"],
  ["  \n", "opensesame", undefined],
])("of %j with the secret %j, %j may be quoted", (answer, secret, words) => {
  expect(quotable(answer, [secret])).toBe(words);
});
