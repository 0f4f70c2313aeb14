import { isFields } from "../../model/copy.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import { secretJson } from "./secret-json.ts";

/**
 * Values by key. Under `values.yaml`, or the `valuesKey` of the entry that refers to it, stands an object as under `values` of a HelmRelease,
 * with secrets as its leaves, or its YAML; under a key that an entry with `targetPath` names, a single value.
 */
export type HelmValuesKeys = Readonly<Record<string, SecretInput | object>>;

/**
 * A Secret with values of a chart: an entry of `valuesFrom` of a HelmRelease.
 *
 * @example valuesSecret("db", { "values.yaml": { auth: { password: fromEnv("DB_PASSWORD") } } })
 *
 * A text under `values.yaml` that is no YAML is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/helm/helmreleases/#values-references
 *
 * @param name The Secret's name.
 * @param keys Values by key.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function valuesSecret(name: string, keys: HelmValuesKeys, options?: ResourceOptions): Secret {
  const entries = Object.entries(keys ?? {}).map(([key, value]) => [key, textOf(value)] as const);
  return buildSecret({ use: "values", name, stringData: Object.fromEntries(entries), options }, valuesSecret);
}

function textOf(value: SecretInput | object): SecretInput {
  if (typeof value === "object" && value !== null && isFields(value)) return secretJson(value);
  // What is no map of fields is a value of a Secret, or is reported as none.
  return value as SecretInput;
}
