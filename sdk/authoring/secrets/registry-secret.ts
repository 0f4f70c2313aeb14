import { base64OfText } from "../../model/keys/base64.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import { deriveSecret, type SecretInput, type SecretValue } from "../../model/secret-value.ts";
import { isSubstitution, substitutionText } from "../../model/substitution.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** A login at a registry. */
export interface RegistryLogin {
  /** The user name. For a token it is what the registry says: GitHub takes any, Google `_json_key`, Quay `org+robot`. */
  readonly username: SecretInput;
  /** The password, or the token that stands for one. */
  readonly password: SecretInput;
}

/**
 * Docker Hub has a name for images, one for its API, and the URL that Docker itself writes. Flux looks for images under
 * `index.docker.io`, and for charts under the very host of the URL.
 */
const DOCKER_HUB: readonly string[] = ["https://index.docker.io/v1/", "docker.io", "registry-1.docker.io"];
const DOCKER_HUB_NAME = /^(?:https?:\/\/)?(?:(?:index|registry-1)\.)?docker\.io(?:\/v[12])?\/?$/;

/**
 * A Secret with logins at registries: the `secretRef` of an OCIRepository, of an ImageRepository, and of a HelmRepository of type `oci`; an
 * entry of `imagePullSecrets`; the `pullSecret` of a FluxInstance. Its type is `kubernetes.io/dockerconfigjson`. Docker Hub is
 * `"docker.io"`: the Secret gets the login under all names that Hub is looked for by.
 *
 * A registry that a referring object wants and that has no login here is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#secret-reference
 *
 * @example registrySecret("ghcr", { "ghcr.io": { username: "flux", password: fromEnv("GHCR_TOKEN") } })
 *
 * @param name The Secret's name.
 * @param registries The login at each registry, by its host, with the port where it has one: `"images.example.com:5000"`.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function registrySecret(
  name: string,
  registries: Readonly<Record<string, RegistryLogin>>,
  options?: ResourceOptions,
): Secret {
  const stringData = { ".dockerconfigjson": dockerConfig(registries) };
  const holds = [["metadata", "name"], ["stringData", ".dockerconfigjson"], ["metadata"]];
  const type = "kubernetes.io/dockerconfigjson";
  return buildSecret({ use: "registry", name, type, stringData, options, holds }, registrySecret);
}

/** Docker's configuration: JSON whose `auth` says user name and password once more, which is what older readers read. */
function dockerConfig(registries: Readonly<Record<string, RegistryLogin>>): SecretValue {
  const entries = Object.entries(registries ?? {}).flatMap(([host, { username, password }]) =>
    namesOf(host).map((registry) => ({ registry, login: [username, password].map(withVariable) })),
  );
  const parts = entries.flatMap(({ login }) => login.map(({ part }) => part));
  return deriveSecret(parts, (texts) => {
    const auths = entries.map(({ registry, login }, index) => {
      const [username = "", password = ""] = texts.slice(index * 2);
      // Flux would not find a variable in base64.
      const isWhole = !login.some(({ isVariable }) => isVariable);
      const auth = isWhole ? { auth: base64OfText(`${username}:${password}`) } : {};
      return [registry, { username, password, ...auth }];
    });
    return JSON.stringify({ auths: Object.fromEntries(auths) });
  });
}

/** Flux puts the value in after it has decrypted the Secret, so what is encrypted is the variable. */
function withVariable(value: SecretInput): { readonly part: SecretInput; readonly isVariable: boolean } {
  const isVariable = typeof value === "object" && value !== null && isSubstitution(value);
  return { part: isVariable ? substitutionText(value) : value, isVariable };
}

function namesOf(host: string): readonly string[] {
  return DOCKER_HUB_NAME.test(host) ? DOCKER_HUB : [host];
}
