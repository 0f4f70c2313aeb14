import { checkDockerConfig } from "../../secret-content/docker-config.ts";
import type { Consumer, SecretSlot } from "../consumer.ts";
import { registryOf } from "../hosts.ts";
import { missingKeys } from "../secret-finding.ts";

export const DOCKER_CONFIG_KEY = ".dockerconfigjson";
export const DOCKER_CONFIG_TYPE = "kubernetes.io/dockerconfigjson";
/** An older form, which is still read. */
const OLD_TYPE = "kubernetes.io/dockercfg";

/**
 * What pulls images and artifacts as Kubernetes does: it goes by the type of a Secret, and on without credentials where there are none.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#secret-reference
 */
export const registry: Consumer = {
  uses: () => ["registry"],
  check(secret) {
    const { type } = secret;
    if (type === undefined || type === OLD_TYPE) return [];
    if (type !== DOCKER_CONFIG_TYPE) {
      // An image that everybody may pull is pulled without credentials, so that this is a warning.
      return [
        {
          code: "secret/wrong-type",
          message: `whose type is ${JSON.stringify(type)}, so no credentials are read from it`,
          hint: `give it type: ${JSON.stringify(DOCKER_CONFIG_TYPE)} and the key ${JSON.stringify(DOCKER_CONFIG_KEY)}`,
        },
      ];
    }
    return missingKeys(secret, [DOCKER_CONFIG_KEY], `a Secret of type ${JSON.stringify(type)}`);
  },
  read(secret, slot) {
    const text = secret.type === DOCKER_CONFIG_TYPE ? secret.text(DOCKER_CONFIG_KEY) : undefined;
    const host = hostFor(slot);
    return [
      text === undefined ? undefined : checkDockerConfig(text, { key: DOCKER_CONFIG_KEY, host, reader: "image" }),
    ];
  },
};

/** The registry that is pulled from. */
function hostFor({ field, spec, holder }: SecretSlot): string | undefined {
  const source = { imagePullSecret: "registry", artifactPullSecret: "artifact" }[field];
  const found = source ? named(holder, source) : (named(spec, "url") ?? named(spec, "image"));
  // Where images come from is a registry with a path, and the registry alone is one too.
  return found && registryOf(field === "imagePullSecret" ? `oci://${found}` : found);
}

function named(fields: SecretSlot["spec"], field: string): string | undefined {
  return fields.knows(field) ? fields.text(field) : undefined;
}
