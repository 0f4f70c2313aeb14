import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../../../sdk/diagnostics/exposed/crc32.ts";
import { findExposed } from "../../../../sdk/diagnostics/exposed/find-exposed.ts";
import { mayHoldSecret } from "../../../../sdk/diagnostics/exposed/may-hold-secret.ts";
import { findUrlSecrets } from "../../../../sdk/diagnostics/exposed/url-secrets.ts";
import {
  BASE32,
  GITHUB_TOKEN,
  HEXADECIMAL,
  privateKey,
  scrambled,
  withBase62,
  withHexadecimal,
} from "../../../tools/sample-secrets.ts";

const hex = (length: number): string => scrambled(length, HEXADECIMAL);
const capitals = scrambled(16, BASE32);
const base64 = (text: string): string => btoa(text);
const token = (claims: object): string =>
  [{ alg: "RS256", kid: "one" }, claims].map((part) => base64(JSON.stringify(part)).replace(/=+$/, "")).join(".");
const tunnel = base64(JSON.stringify({ a: hex(32), t: scrambled(36), s: base64(scrambled(30)) }));

const SECRETS: readonly (readonly [what: string, text: string])[] = [
  ["a private key", privateKey()],
  ["a private key", privateKey("PRIVATE KEY")],
  ["a private key", privateKey("OPENSSH PRIVATE KEY")],
  ["a private key", privateKey("EC PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n")],
  ["a private key", privateKey("PGP PRIVATE KEY BLOCK", "Version: GnuPG v2\n\n")],
  ["a private key", JSON.stringify({ type: "service_account", private_key: privateKey("PRIVATE KEY") })],
  ["a private key", privateKey().replaceAll("\n", "\n    ")],
  ["a private key in base64", base64(privateKey())],
  ["a private key in base64", base64(privateKey("PGP PRIVATE KEY BLOCK", "\n"))],
  [
    "a private key of PuTTY",
    `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 1\n${scrambled(64)}\nPrivate-Lines: 1\n${scrambled(48)}\n`,
  ],
  ["a private key of age", `AGE-SECRET-KEY-1${scrambled(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`],
  ["a private key of age", `AGE-SECRET-KEY-PQ-1${scrambled(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`],
  ["a private key of age in base64", base64(`AGE-SECRET-KEY-1${scrambled(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`)],
  ["a private key of WireGuard", `[Interface]\nPrivateKey = ${scrambled(43)}=\nAddress = 10.0.0.2/32\n`],
  ["a seed of NATS", `SU${scrambled(56, BASE32)}`],
  ...["ghp", "gho", "ghu", "ghs", "ghr"].map(
    (prefix) => ["a token of GitHub", withBase62(prefix, scrambled(30))] as const,
  ),
  ["a token of GitHub", `github_pat_${scrambled(22)}_${scrambled(59)}`],
  ["a token of GitLab", `glpat-${scrambled(20)}`],
  ["a token of GitLab", `glrt-t1_${scrambled(20)}`],
  ["a token of npm", withBase62("npm", scrambled(30))],
  ["a token of PyPI", `pypi-AgEIcHlwaS5vcmc${scrambled(80)}`],
  ["a token of RubyGems", `rubygems_${hex(48)}`],
  ["a token of Docker", `dckr_pat_${scrambled(27)}`],
  ["a token of Artifactory", `AKCp${scrambled(69)}`],
  ["a token of Bitbucket", `ATBB${scrambled(32)}`],
  ["a token of Atlassian", `ATATT3${scrambled(186)}`],
  ["a token of CircleCI", `CCIPAT_${scrambled(22)}_${hex(40)}`],
  ["a token of Buildkite", `bkua_${hex(40)}`],
  ["a token of SonarQube", `squ_${hex(40)}`],
  ["a token of Pulumi", `pul-${hex(40)}`],
  ["a token of Terraform", `${scrambled(14)}.atlasv1.${scrambled(67)}`],
  ["a token of Sentry", `sntrys_${base64(JSON.stringify({ iat: 1, url: "https://sentry.example" }))}_${scrambled(43)}`],
  ["a token of Sentry", `sntryu_${hex(64)}`],
  ["a secret key of AWS", `[default]\naws_access_key_id = AKIA${capitals}\naws_secret_access_key = ${scrambled(40)}\n`],
  ["a key of Google's APIs", `AIza${scrambled(35)}`],
  ["a client secret of Google", `GOCSPX-${scrambled(28)}`],
  ["a key of Azure Storage", `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${scrambled(86)}==;`],
  ["a shared access key of Azure", `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKey=${scrambled(43)}=`],
  [
    "a shared access signature of Azure",
    `https://shop.blob.core.windows.net/a?sv=2024-11-04&se=2030-01-01&sp=r&sig=${scrambled(43)}%3D`,
  ],
  ["a client secret of Azure", `${scrambled(3)}8Q~${scrambled(34)}`],
  ["a key of Azure", `${scrambled(52)}JQQJ99${scrambled(26)}`],
  ["a token of DigitalOcean", `dop_v1_${hex(64)}`],
  ["a token of Cloudflare", `cfut_${scrambled(48)}`],
  ["a key of Cloudflare", `v1.0-${hex(24)}-${hex(146)}`],
  ["a token of a Cloudflare tunnel", tunnel],
  ["a key of Tailscale", `tskey-auth-${scrambled(12)}-${scrambled(32)}`],
  ["a token of Fly.io", `fo1_${scrambled(43)}`],
  ["a token of Databricks", `dapi${hex(32)}`],
  ["a token of PlanetScale", `pscale_tkn_${scrambled(43)}`],
  ["a token of Supabase", `sbp_${hex(40)}`],
  ["a token of Vault", `hvs.${scrambled(90)}`],
  ["a token of Doppler", `dp.pt.${scrambled(43)}`],
  ["a token of Doppler", `dp.st.production.${scrambled(40)}`],
  ["a token of 1Password", `ops_${base64(JSON.stringify({ email: "a@b.example", secretKey: scrambled(80) }))}`],
  ["a token of Grafana", withHexadecimal(`glsa_${scrambled(32)}`)],
  ["a token of Grafana Cloud", `glc_${base64(JSON.stringify({ o: "1", n: "shop", k: scrambled(24), m: {} }))}`],
  ["a key of New Relic", `NRAK-${scrambled(27, BASE32)}`],
  ["a license key of New Relic", `${hex(32)}FFFFNRAL`],
  ["a token of Dynatrace", `dt0c01.${scrambled(24, BASE32)}.${scrambled(64, BASE32)}`],
  ["a token of Slack", `xoxb-123456789012-1234567890123-${scrambled(24)}`],
  ["a token of Slack", `xapp-1-A0123456789-1234567890123-${hex(64)}`],
  ["a webhook of Slack", `https://hooks.slack.com/services/T0123ABCD/B0123ABCD/${scrambled(24)}`],
  ["a webhook of Discord", `https://discord.com/api/webhooks/123456789012345678/${scrambled(68)}`],
  ["a token of a Discord bot", `${base64("123456789012345678")}.${scrambled(6)}.${scrambled(38)}`],
  [
    "a webhook of Microsoft Teams",
    `https://acme.webhook.office.com/webhookb2/${uuid(1)}@${uuid(2)}/IncomingWebhook/${hex(32)}/${uuid(3)}`,
  ],
  [
    "a webhook of Google Chat",
    `https://chat.googleapis.com/v1/spaces/AAAA/messages?threadKey=a&token=${scrambled(43)}`,
  ],
  ["a token of a Telegram bot", `123456789:AA${scrambled(33)}`],
  ["a key of Stripe", `sk_live_${scrambled(24)}`],
  ["a key of SendGrid", `SG.${scrambled(22)}.${scrambled(43)}`],
  ["a token of Shopify", `shpat_${hex(32)}`],
  ["a key of a language model", `sk-proj-${scrambled(20)}T3BlbkFJ${scrambled(20)}`],
  ["a key of a language model", `sk-ant-api03-${scrambled(93)}`],
  ["a token of Hugging Face", `hf_${scrambled(34, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}`],
  ["a key of Linear", `lin_api_${scrambled(40)}`],
  ["a key of Postman", `PMAK-${hex(24)}-${hex(34)}`],
  ["a token of Notion", `ntn_12345678901${scrambled(35)}`],
  ["a token of Airtable", `pat${scrambled(14)}.${hex(64)}`],
  ["a token of a service account", `${token({ iss: "kubernetes/serviceaccount" })}.${scrambled(80)}`],
  ["a token of a service account", `${token({ aud: ["api"], "kubernetes.io": {} })}.${scrambled(80)}`],
  ["a token of K3s", `K10${hex(64)}::server:${hex(32)}`],
];

function uuid(seed: number): string {
  return [8, 4, 4, 4, 12].map((length) => hex(length + seed).slice(0, length)).join("-");
}

const TEXTS = SECRETS.map(([what, text], index) => [`${index} ${what}`, what, text] as const);

describe("a secret in a text", () => {
  test.each(TEXTS)("is found: %s", (_name, what, text) => {
    for (const around of [text, `before ${text} behind`, `first: line\n${text}\nlast: line`, `a="${text}"`]) {
      // A key of WireGuard fills its line.
      if (what.endsWith("WireGuard") && !around.includes(`\n${text}`) && around !== text) continue;
      expect([...new Set(findExposed(around).map((found) => found.what))]).toEqual([what]);
      expect(mayHoldSecret(around)).toBe(true);
    }
  });

  test("is found where it stands", () => {
    const text = `curl -H "Authorization: Bearer ${GITHUB_TOKEN}" https://api.github.com`;
    expect(findExposed(text).map(({ start, end }) => text.slice(start, end))).toEqual([GITHUB_TOKEN]);
  });
});

describe("no secret", () => {
  const wrongSum = `${GITHUB_TOKEN.slice(0, -1)}${GITHUB_TOKEN.endsWith("0") ? "1" : "0"}`;
  const dashes = "-".repeat(5);
  test.each([
    ["a token with another checksum", wrongSum],
    ["what a token looks like", `ghp_${"x".repeat(36)}`],
    ["what a token looks like, of GitLab", "glpat-xxxxxxxxxxxxxxxxxxxx"],
    ["a name that starts like a token", "glrt-runner-for-the-staging-environment-2"],
    ["a public key", privateKey("PUBLIC KEY")],
    ["a certificate", privateKey("CERTIFICATE")],
    ["a certificate in base64", btoa(privateKey("CERTIFICATE"))],
    ["an encrypted file of age", privateKey("AGE ENCRYPTED FILE")],
    ["a message of PGP", privateKey("PGP MESSAGE")],
    ["a public key of PGP", privateKey("PGP PUBLIC KEY BLOCK")],
    ["the frame of a private key", `${dashes}BEGIN PRIVATE KEY${dashes}\n…\n${dashes}END PRIVATE KEY${dashes}`],
    ["the shape of a private key", `${dashes}BEGIN PRIVATE KEY${dashes}\nMIIEvQ...\n${dashes}END PRIVATE KEY${dashes}`],
    [
      "a template of a private key",
      `${dashes}BEGIN PRIVATE KEY${dashes}\n{{ .key }}\n${dashes}END PRIVATE KEY${dashes}`,
    ],
    ["a public key of age", `age1${scrambled(58, "qpzry9x8gf2tvdw0s3jn54khce6mua7l")}`],
    ["the name of a key of AWS", `AKIA${capitals}`],
    ["a digest beside the name of a key", `aws_access_key_id=AKIA${capitals} secret=${scrambled(40, HEXADECIMAL)}`],
    ["a digest", `sha256:${scrambled(64, HEXADECIMAL)}`],
    ["what a webhook looks like", "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"],
    ["a token that anybody may have", `${token({ iss: "supabase", role: "anon" })}.${scrambled(43)}`],
    ["an encrypted value of SOPS", `ENC[AES256_GCM,data:${btoa(scrambled(60))},iv:${scrambled(43)}=,type:str]`],

    ["base64 of a picture", `data:image/png;base64,iVBORw0KGgo${scrambled(400)}`],
  ])("is found in %s", (_name, text) => {
    expect(findExposed(text)).toEqual([]);
  });

  test("is found in any text of words and numbers", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60, mode: "words" }), fc.integer(), fc.domain(), (words, number, domain) => {
        expect(findExposed(`${words} ${number} https://${domain}/${words.replaceAll(" ", "-")}-${number}`)).toEqual([]);
      }),
    );
  });
});

test("whatever is found, the quick look does not pass over", () => {
  const formats = SECRETS.map(([, text]) => text);
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.string(), fc.string(), (text, before, behind) => {
      const whole = `${before}${text}${behind}`;
      expect(findExposed(whole).length > 0 && !mayHoldSecret(whole)).toBe(false);
    }),
  );
});

test("a checksum is that of ZIP", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
});

test.each([
  ["letters", "M".repeat(300_000)],
  ["many starts of a word", "Ma".repeat(150_000)],
  ["many starts of a token", "ghp_".repeat(75_000)],
  ["many starts of a key", "-----BEGIN RSA ".repeat(20_000)],
  ["many starts of a URL", "https://a:".repeat(30_000)],
  ["many starts of base64", " LS0tLS1CRUdJTi".repeat(20_000)],
  ["many starts of PuTTY's", "PuTTY-User-Key-File-3:".repeat(14_000)],
])("a hostile text is read to its end: %s", (_name, text) => {
  expect(findExposed(text)).toEqual([]);
  expect(findUrlSecrets(text)).toEqual([]);
  expect(typeof mayHoldSecret(text)).toBe("boolean");
});
