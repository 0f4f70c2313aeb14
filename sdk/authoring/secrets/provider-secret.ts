import { isFields } from "../../model/copy.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { ArgumentPaths } from "../../model/source-location.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import type { ProviderKeysByType } from "./provider-keys.ts";
import { secretJson } from "./secret-json.ts";

const ARGUMENTS: ArgumentPaths = [["metadata", "name"], undefined, ["stringData"], ["metadata"]];

/**
 * A Secret with what a notification Provider needs: its `secretRef`. Which keys are read, its type says, so the type is said here too. The
 * types of GitHub also take a `githubAppSecret()`.
 *
 * @example providerSecret("slack", "slack", { token: fromEnv("SLACK_TOKEN") })
 *
 * Headers that are no map of texts, and an address that is no URL, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/notification/providers/#secret-reference
 *
 * @param name The Secret's name.
 * @param _type The type of the Provider that reads it.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function providerSecret<Type extends keyof ProviderKeysByType>(
  name: string,
  _type: Type,
  keys: ProviderKeysByType[Type],
  options?: ResourceOptions,
): Secret {
  // Each type has its own keys; what they have in common is what this asks for.
  const given: object & { readonly headers?: unknown } = keys ?? {};
  const { headers } = given;
  const isMap = typeof headers === "object" && headers !== null && isFields(headers);
  const stringData = isMap ? { ...keys, headers: secretJson(headers) } : keys;
  const parts = { use: "notification-provider", name, options, holds: ARGUMENTS } as const;
  // All that is left are values of a Secret.
  return buildSecret(
    { ...parts, stringData: { ...stringData } as Readonly<Record<string, SecretInput>> },
    providerSecret,
  );
}
