import { checkObject } from "../../../compile/check-schema/check-object.ts";
import type { SchemaFinding } from "../../../compile/check-schema/finding.ts";
import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { FieldPath } from "../../../model/field-path.ts";
import { formatIdentity, groupOf, type ResourceId } from "../../../model/identity.ts";
import type { KindDefinition } from "../../../model/kind-definition.ts";
import { readYamlOnDemand } from "../../program/yaml-on-demand.ts";
import type { AuthoredObject } from "./authored-object.ts";
import type { YamlCheckOptions } from "./check-text.ts";
import { isPlaceholder } from "./placeholders.ts";
import { plainSecret } from "./plain-secret.ts";

/** Something in an object that somebody wrote. */
export type AuthoredFinding = Pick<Diagnostic, "code" | "severity" | "message" | "hint" | "resource"> & {
  readonly path: FieldPath;
};

/** Says what the API server would not take of an object. What may be filled in elsewhere is said without blame. */
export function checkAuthored(
  { data, apiVersion, kind, isSealed }: AuthoredObject,
  { kinds, flux, isComplete }: YamlCheckOptions,
): readonly AuthoredFinding[] {
  const group = groupOf(apiVersion);
  const definition = kinds.find(group, kind);
  const findings = checkObject(data, definition, { flux, isUnknown: isPlaceholder, readYaml: readYamlOnDemand });
  const isLost = isComplete && definition?.scope === "Namespaced" && !hasNamespace(data);
  const isPlain = definition?.secretFields !== undefined && !isSealed;
  if (findings.length === 0 && !isLost && !isPlain) return [];
  // An object of a kind that nobody here knows, with metadata of its own, is a tool's and no cluster's.
  if (definition === undefined && findings.some(({ code }) => code === "metadata/field")) return [];
  const isMadeElsewhere = (finding: SchemaFinding): boolean =>
    !isComplete && (finding.isFillable === true || isReplaced(finding, definition));
  const resource = identityOf(data, group, kind);
  const found = findings.map((finding): AuthoredFinding => {
    const { code, message, hint, path } = finding;
    if (isMadeElsewhere(finding))
      return { code, severity: "info", message, hint: `${hint}, unless something else gives it`, path, resource };
    return { code, severity: finding.severity ?? CATALOG[code].severity, message, hint, path, resource };
  });
  const name = resource === undefined ? kind : formatIdentity(resource);
  if (isPlain) found.push(...plainSecret(data, definition, name).map((finding) => ({ ...finding, resource })));
  return isLost ? [...found, withoutNamespace(name, resource)] : found;
}

function hasNamespace({ metadata }: Readonly<Record<string, unknown>>): boolean {
  return typeof metadata === "object" && metadata !== null && Boolean(Reflect.get(metadata, "namespace"));
}

/** Flux cannot apply it; `kubectl` would take the namespace that it is set to. */
function withoutNamespace(name: string, resource: ResourceId | undefined): AuthoredFinding {
  return {
    code: "namespace/missing",
    severity: "warning",
    message: `${name} has no namespace`,
    hint: "write metadata.namespace, or leave --complete out if something else gives it one",
    path: ["metadata", "namespace"],
    resource,
  };
}

/** kustomize's `namespace` replaces namespaces, and the names of Namespaces. */
function isReplaced({ code }: SchemaFinding, definition: KindDefinition | undefined): boolean {
  return code === "metadata/namespace" || (code === "metadata/name" && definition?.createsNamespace === true);
}

/** Who an object is, as far as it says so. */
export function identityOf(
  { metadata }: Readonly<Record<string, unknown>>,
  group: string,
  kind: string,
): ResourceId | undefined {
  if (typeof metadata !== "object" || metadata === null) return undefined;
  const name: unknown = Reflect.get(metadata, "name");
  const namespace: unknown = Reflect.get(metadata, "namespace");
  if (typeof name !== "string") return undefined;
  return { group, kind, name, namespace: typeof namespace === "string" ? namespace : undefined };
}
