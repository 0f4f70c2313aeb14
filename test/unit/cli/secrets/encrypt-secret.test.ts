import { describe, expect, test } from "vitest";
import { encryptSecret } from "../../../../sdk/cli/secrets/encrypt-secret.ts";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { unwrapWithAge, wrapForAge } from "../../../../sdk/sops/age.ts";
import { newDataKey } from "../../../../sdk/sops/data-key.ts";
import { decryptFile } from "../../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../../sdk/sops/encrypt.ts";
import { recipientOf } from "../../../../sdk/sops/recipient.ts";
import type { SopsRule } from "../../../../sdk/sops/rules.ts";
import { ageKey } from "../../sops/age-keys.ts";
import { onlyRule, sopsFile } from "../../sops/sealed-file.ts";

const [alice, bob] = await Promise.all([ageKey(), ageKey()]);
const ARN = "arn:aws:kms:eu-west-1:123456789012:key/a";
const manifest = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" }, stringData: { token: "open sesame" } };

/** A rule of a key of AWS and some of age. */
function ruleWith(...ages: readonly string[]): SopsRule {
  const settings = `kms: "${ARN}", age: [${ages.join(", ")}], encrypted_regex: ^stringData$`;
  return onlyRule(`creation_rules: [{ ${settings} }]\n`);
}

/** What stands there: a file that `sops` once encrypted for a key of AWS too. */
async function standing(
  rule: SopsRule,
): Promise<{ readonly file: ReturnType<typeof sopsFile>; readonly dataKey: Uint8Array }> {
  const dataKey = newDataKey();
  const ofAws = { recipient: recipientOf("kms", { arn: ARN, aws_profile: "" }), enc: "of AWS" };
  const keys = await wrapForAge(dataKey, rule, [[ofAws]]);
  const file = sopsFile(emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified: new Date(0) })));
  return { file, dataKey };
}

/** Encrypts where there is no command `sops`. */
function encrypt(rule: SopsRule, previous?: Awaited<ReturnType<typeof standing>>): ReturnType<typeof encryptSecret> {
  const request = { file: "/a/secret.yaml", manifest, secrets: [], rule, config: "/a/.sops.yaml", previous };
  return encryptSecret(request, { PATH: "" });
}

describe("a key that only sops can make", () => {
  test("is kept while one of age is added, without sops", async () => {
    const outcome = await encrypt(ruleWith(alice.recipient, bob.recipient), await standing(ruleWith(alice.recipient)));
    const file = sopsFile(outcome.type === "encrypted" ? outcome.text : "");
    expect(file.metadata.keyGroups.flat().map(({ enc }) => enc)).toContain("of AWS");
    const dataKey = await unwrapWithAge(file, [bob.identity]);
    expect(dataKey && decryptFile(file, dataKey)).toMatchObject({ data: [manifest], isMacRight: true });
  });

  test.each([
    ["for a new file", undefined],
    ["when somebody may no longer read", standing(ruleWith(alice.recipient, bob.recipient))],
  ])("is needed %s", async (_, previous) => {
    const outcome = await encrypt(ruleWith(alice.recipient), await previous);
    expect(outcome).toMatchObject({ type: "not installed", recipients: [{ type: "kms", id: ARN }] });
  });
});
