import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkDockerConfig } from "../../../../sdk/compile/secret-content/docker-config.ts";
import {
  fromEnv,
  gitSshSecret,
  providerSecret,
  registrySecret,
  type Secret,
  secretText,
  secretValue,
  sopsKeysSecret,
  substitution,
  valuesSecret,
} from "../../../../sdk/index.ts";
import { isSameSecret, isSecretValue, type ReadSecret, revealSecret } from "../../../../sdk/model/secret-value.ts";
import { sshPublicLine } from "../../../tools/ssh-keys.ts";
import { output } from "../../output-stand-in.ts";

const read: ReadSecret = (origin) => ({ type: "text", text: origin.type === "env" ? `value of ${origin.name}` : "" });

function reveal(made: Secret, key: string): string {
  const reading = revealSecret(made.stringData?.[key] ?? "", read);
  return reading.type === "text" ? reading.text : reading.type;
}

describe("logins at registries", () => {
  const login = { username: "flux", password: fromEnv("TOKEN") };
  const made = registrySecret("a", { "ghcr.io": login, "docker.io": { username: "hub", password: "p:w" } });

  test("are Docker's configuration", () => {
    const config = JSON.parse(reveal(made, ".dockerconfigjson"));
    const auth = Buffer.from("flux:value of TOKEN").toString("base64");
    expect(config.auths["ghcr.io"]).toEqual({ username: "flux", password: "value of TOKEN", auth });
  });

  test.each([
    ["docker.io", "image"],
    ["index.docker.io", "image"],
    ["docker.io", "helm"],
    ["registry-1.docker.io", "helm"],
    ["ghcr.io", "helm"],
  ] as const)("%s is found as an %s", (host, reader) => {
    const text = reveal(made, ".dockerconfigjson");
    expect(checkDockerConfig(text, { key: ".dockerconfigjson", host, reader })).toBeUndefined();
  });

  test("have no variable in base64, where Flux would not find it", () => {
    const later = registrySecret("a", { "ghcr.io": { username: "flux", password: substitution("TOKEN") } });
    const { auths } = JSON.parse(reveal(later, ".dockerconfigjson"));
    expect(auths["ghcr.io"]).toEqual({ username: "flux", password: `${substitution("TOKEN")}` });
  });

  test("nobody sees them", () => {
    expect(JSON.stringify(made)).not.toContain("p:w");
    expect(isSecretValue(made.stringData?.[".dockerconfigjson"])).toBe(true);
  });
});

describe("the public key of an identity", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();

  test("is derived", () => {
    const made = gitSshSecret("a", { identity: secretValue(pem), known_hosts: "" });
    expect(reveal(made, "identity.pub")).toBe(sshPublicLine(publicKey));
  });

  test("is what the author says", () => {
    const made = gitSshSecret("a", { identity: fromEnv("KEY"), known_hosts: "", "identity.pub": "ssh-rsa AAAA" });
    expect(reveal(made, "identity.pub")).toBe("ssh-rsa AAAA");
  });

  test("is left out where Flux fills in the identity", () => {
    const made = gitSshSecret("a", { identity: substitution("KEY"), known_hosts: "" });
    expect(Object.keys(made.stringData ?? {})).toEqual(["identity", "known_hosts"]);
  });

  test("is empty where it cannot be seen", () => {
    const cipher = { format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "p" } as const;
    const identity = secretValue(privateKey.export(cipher).toString());
    expect(reveal(gitSshSecret("a", { identity, known_hosts: "" }), "identity.pub")).toBe("");
  });
});

describe("data with secrets in it", () => {
  test("is YAML", () => {
    const values = {
      auth: { password: fromEnv("PASSWORD"), url: secretText`postgres://app:${fromEnv("PASSWORD")}@db` },
      replicas: 3,
      hosts: ["a", fromEnv("HOST")],
      domain: substitution("DOMAIN"),
      nothing: null,
    };
    const made = valuesSecret("a", { "values.yaml": values });
    values.replicas = 4;
    expect(parse(reveal(made, "values.yaml"))).toEqual({
      auth: { password: "value of PASSWORD", url: "postgres://app:value of PASSWORD@db" },
      replicas: 3,
      hosts: ["a", "value of HOST"],
      domain: `${substitution("DOMAIN")}`,
      nothing: null,
    });
  });

  test("is read as it was written, by two readers of YAML", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (data) => {
        const text = reveal(valuesSecret("a", { "values.yaml": { data } }), "values.yaml");
        expect(load(text)).toEqual(JSON.parse(JSON.stringify({ data })));
        expect(parse(text)).toEqual(JSON.parse(JSON.stringify({ data })));
      }),
    );
  });

  test("is known later with what is in it", () => {
    expect(reveal(valuesSecret("a", { "values.yaml": { a: output() } }), "values.yaml")).toBe("unknown");
  });

  test("is the same when it is made of the same", () => {
    const [one, other, third] = ["A", "A", "B"].map(
      (name) => valuesSecret("a", { "values.yaml": { a: fromEnv(name) } }).stringData?.["values.yaml"],
    );
    if (!isSecretValue(one) || !isSecretValue(other) || !isSecretValue(third)) throw new Error("no secrets");
    expect(isSameSecret(one, other)).toBe(true);
    expect(isSameSecret(one, third)).toBe(false);
  });

  test("headers and credentials are too", () => {
    const headers = providerSecret("a", "generic", { headers: { Authorization: secretText`Bearer ${fromEnv("T")}` } });
    expect(parse(reveal(headers, "headers"))).toEqual({ Authorization: "Bearer value of T" });
    const aws = { aws_access_key_id: "id", aws_secret_access_key: fromEnv("KEY") };
    const keys = sopsKeysSecret("a", { "sops.aws-kms": aws });
    expect(parse(reveal(keys, "sops.aws-kms"))).toEqual({
      aws_access_key_id: "id",
      aws_secret_access_key: "value of KEY",
    });
  });

  test("a text is left alone", () => {
    expect(reveal(providerSecret("a", "generic", { headers: "A: b" }), "headers")).toBe("A: b");
    expect(reveal(valuesSecret("a", { "values.yaml": "a: 1" }), "values.yaml")).toBe("a: 1");
  });
});
