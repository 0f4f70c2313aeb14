import type { SecretUse } from "../../model/secret-use.ts";
import { checkAddress } from "./address.ts";
import { checkAgeIdentities } from "./age-identities.ts";
import { checkAuthorizedKeys } from "./authorized-keys.ts";
import { checkBucketKeys } from "./bucket-keys.ts";
import { checkCertificateKeys } from "./certificate-keys.ts";
import { checkCertificateFile } from "./certificates.ts";
import { checkCosignKey } from "./cosign-key.ts";
import { checkDockerConfig } from "./docker-config.ts";
import { checkGoogleCredentials, checkJsonObject } from "./json-content.ts";
import { checkKnownHosts } from "./known-hosts.ts";
import { checkKubeConfig } from "./kubeconfig.ts";
import { checkPgpArmor, type PgpArmorAbout } from "./pgp-armor.ts";
import { checkRsaKey } from "./private-key-pem.ts";
import type { SecretCheck } from "./secret-problem.ts";
import { checkLineEnd, checkNumber, checkSingleLine, checkVariableName } from "./single-line.ts";
import { checkSshIdentity } from "./ssh-identity.ts";
import type { UseProblems } from "./use-problems.ts";
import { checkAwsKms, checkAzureKeyVault, checkHeaders, checkYamlMap } from "./yaml-content.ts";

/** What is asked of a Secret of each use, whoever refers to it. */
export const USE_CHECKS: Readonly<Record<SecretUse, (secret: UseProblems) => void>> = {
  "git-ssh"(secret) {
    secret.need("identity", "known_hosts");
    checkIdentity(secret);
    secret.check("known_hosts", checkKnownHosts);
  },
  "basic-auth"(secret) {
    secret.need("username", "password");
    secret.check("username", checkSingleLine);
    secret.check("password", checkLineEnd);
    checkCertificateKeys(secret);
  },
  "bearer-token"(secret) {
    secret.need("bearerToken");
    secret.check("bearerToken", checkSingleLine);
    checkCertificateKeys(secret);
  },
  "github-app"(secret) {
    secret.need("githubAppID", "githubAppPrivateKey");
    const [id, owner] = ["githubAppInstallationID", "githubAppInstallationOwner"];
    if (!secret.has(id) && !secret.has(owner)) {
      secret.missing(owner, "is missing", `give ${owner}, or ${id} in its place`);
    } else if (secret.has(id) && secret.has(owner)) {
      secret.say({ key: owner, message: `stands beside ${id}, and only one of them may`, hint: `leave out ${id}` });
    }
    for (const key of ["githubAppID", id]) secret.check(key, checkNumber);
    secret.check(owner, checkSingleLine);
    secret.check("githubAppPrivateKey", checkRsaKey);
    secret.check("githubAppBaseURL", urlOf("https", "http"));
    checkCertificateKeys(secret);
  },
  tls(secret) {
    if (!["ca.crt", "tls.crt", "tls.key"].some((key) => secret.has(key))) secret.need("ca.crt");
    checkCertificateKeys(secret);
  },
  proxy(secret) {
    secret.need("address");
    secret.check("address", urlOf("http", "https", "socks5"));
    if (secret.has("password") && !secret.has("username")) secret.need("username");
    secret.check("username", checkSingleLine);
    secret.check("password", checkLineEnd);
  },
  registry(secret) {
    secret.need(".dockerconfigjson");
    secret.check(".dockerconfigjson", checkDockerConfig);
  },
  bucket: checkBucketKeys,
  "git-verification-keys"(secret) {
    const { keys } = secret.contents;
    if (keys.length === 0) secret.needOneOf([".asc", ".sshpub"], "a public key");
    for (const key of keys) {
      // Whatever else it is called, it is read as a PGP key.
      if (key.endsWith(".sshpub")) secret.check(key, checkAuthorizedKeys);
      else secret.check(key, pgpKey({ half: "public", otherHalf: "warning" }));
    }
  },
  "git-signing-key"(secret) {
    if (!secret.has("identity")) secret.need("git.asc");
    secret.check("git.asc", pgpKey({ half: "private", hasPassphrase: secret.has("passphrase") }));
    checkIdentity(secret);
  },
  "cosign-keys"(secret) {
    secret.needOneOf([".pub"], "a public key");
    secret.checkEach(".pub", checkCosignKey);
  },
  "notation-trust"(secret) {
    secret.need("trustpolicy.json");
    secret.needOneOf([".crt", ".pem"], "a certificate");
    secret.check("trustpolicy.json", checkJsonObject);
    for (const end of [".crt", ".pem"]) secret.checkEach(end, checkCertificateFile);
  },
  "sigstore-trusted-root"(secret) {
    secret.need("trusted_root.json");
    secret.check("trusted_root.json", checkJsonObject);
  },
  "sops-keys"(secret) {
    const fixed = ["sops.vault-token", "sops.aws-kms", "sops.azure-kv", "sops.gcp-kms"];
    if (!fixed.some((key) => secret.has(key))) secret.needOneOf([".agekey", ".asc"], "a key");
    secret.checkEach(".agekey", checkAgeIdentities);
    // Nobody can give a passphrase there.
    secret.checkEach(".asc", pgpKey({ half: "private", otherHalf: "warning", hasPassphrase: false }));
    secret.check("sops.gcp-kms", checkGoogleCredentials);
    secret.checkYaml("sops.aws-kms", checkAwsKms);
    secret.checkYaml("sops.azure-kv", checkAzureKeyVault);
  },
  "webhook-token"(secret) {
    secret.need("token");
    secret.pair("email", "audience");
    for (const key of ["token", "email", "audience"]) secret.check(key, checkSingleLine);
  },
  "notification-provider"(secret) {
    secret.check("address", (text, about) => checkAddress(text.trim(), about));
    for (const key of ["token", "username"]) secret.check(key, checkSingleLine);
    secret.check("password", checkLineEnd);
    secret.checkYaml("headers", checkHeaders);
    checkCertificateKeys(secret);
  },
  kubeconfig(secret) {
    if (secret.contents.keys.length === 0) secret.need("value");
    for (const key of secret.contents.keys) secret.checkYaml(key, checkKubeConfig);
  },
  variables(secret) {
    for (const key of secret.contents.keys) secret.say(checkVariableName(key));
  },
  values(secret) {
    secret.checkYaml("values.yaml", checkYamlMap);
  },
};

function checkIdentity(secret: UseProblems): void {
  const hasPassword = secret.has("password");
  secret.check("identity", (text, about) => checkSshIdentity(text, { ...about, hasPassword }));
}

function urlOf(...schemes: readonly string[]): SecretCheck {
  return (text, about) => checkAddress(text, { ...about, schemes });
}

function pgpKey(wanted: Omit<PgpArmorAbout, "key">): SecretCheck {
  return (text, about) => checkPgpArmor(text, { ...about, ...wanted });
}
