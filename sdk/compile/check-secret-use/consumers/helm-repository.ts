import { checkDockerConfig } from "../../secret-content/docker-config.ts";
import type { Consumer } from "../consumer.ts";
import { registryOf } from "../hosts.ts";
import type { KnownSecret } from "../known-secret.ts";
import { missingKeys, type SecretFinding } from "../secret-finding.ts";
import { DOCKER_CONFIG_KEY, DOCKER_CONFIG_TYPE } from "./registry.ts";

/**
 * What reads charts: user name and password, and from registries also what Docker writes, by the type of the Secret.
 *
 * Source: https://fluxcd.io/flux/components/source/helmrepositories/#secret-reference
 */
export const helmRepository: Consumer = {
  uses({ spec }) {
    if (!spec.knows("type")) return ["basic-auth", "registry", "tls"];
    return spec.text("type") === "oci" ? ["registry", "basic-auth"] : ["basic-auth", "tls"];
  },
  check(secret, { spec }) {
    if (!spec.knows("type", "url")) return [];
    const isOci = spec.text("type") === "oci";
    const half = checkLogin(secret);
    if (half.length > 0) return half;
    if (isOci && secret.type === DOCKER_CONFIG_TYPE) {
      return missingKeys(secret, [DOCKER_CONFIG_KEY], `a Secret of type ${JSON.stringify(secret.type)}`);
    }
    if (isOci && secret.type !== undefined && secret.has(DOCKER_CONFIG_KEY) && secret.lacks("username", "password")) {
      return [
        {
          code: "secret/wrong-type",
          message: `whose type is ${JSON.stringify(secret.type)}, so its ${JSON.stringify(DOCKER_CONFIG_KEY)} is not read`,
          hint: `give it type: ${JSON.stringify(DOCKER_CONFIG_TYPE)}, or "username" and "password"`,
        },
      ];
    }
    if (!secret.lacks("username", "password", ...(isOci ? [] : TLS_KEYS))) return [];
    const [finding] = missingKeys(secret, ["username", "password"], "a HelmRepository");
    return finding ? [{ ...finding, severity: "warning" }] : [];
  },
  read(secret, { spec }) {
    const isRead = spec.knows("type", "url") && spec.text("type") === "oci" && secret.type === DOCKER_CONFIG_TYPE;
    const text = isRead ? secret.text(DOCKER_CONFIG_KEY) : undefined;
    const host = registryOf(spec.text("url") ?? "");
    return [text === undefined ? undefined : checkDockerConfig(text, { key: DOCKER_CONFIG_KEY, host, reader: "helm" })];
  },
};

/** Where a repository's certificates stood before there was a Secret for them. */
const TLS_KEYS = ["ca.crt", "caFile", "tls.crt", "certFile"];

/** Checks that a user name and a password come together, where one of them is there. */
function checkLogin(secret: KnownSecret): readonly SecretFinding[] {
  if (!secret.has("username") && !secret.has("password")) return [];
  return missingKeys(secret, ["username", "password"], "a login");
}
