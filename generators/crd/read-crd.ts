import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import { crdProblem, type ReportCrd } from "./crd-problem.ts";
import type { CrdDocument } from "./read-documents.ts";

/** A version of a user's kind. */
export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly deprecated: boolean;
  /** Its OpenAPI schema, when it has one. */
  readonly schema?: JsonObject | undefined;
}

/** A custom resource definition that a user gave. */
export interface Crd {
  /** What messages call the document. */
  readonly place: string;
  /** Its name: `certificates.cert-manager.io`. */
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly scope: "Namespaced" | "Cluster";
  readonly versions: readonly CrdVersion[];
  /** Fields that are not described are kept: so it was before CRDs had to be structural. */
  readonly isOpen: boolean;
}

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, Json>>;

/** Reads a custom resource definition. What is none is reported and passed over. */
export function readCrd({ place, data }: CrdDocument, report: ReportCrd): Crd | undefined {
  if (!isRecord(data) || data["kind"] !== "CustomResourceDefinition") {
    const kind =
      isRecord(data) && typeof data["kind"] === "string" ? withArticle(data["kind"]) : "no Kubernetes object";
    report(
      crdProblem(
        "crd/not-a-crd",
        place,
        `the document is ${kind}`,
        "leave it out: kinds are made of CustomResourceDefinitions",
      ),
    );
    return undefined;
  }
  const { spec } = data;
  const names = isRecord(spec) ? spec["names"] : undefined;
  if (isRecord(spec) && isRecord(names)) {
    const { group, scope } = spec;
    const { kind, plural } = names;
    const versions = versionsOf(spec);
    if (typeof group === "string" && typeof kind === "string" && isTypeName(kind) && versions.length > 0) {
      const isOld = data["apiVersion"] === "apiextensions.k8s.io/v1beta1";
      return {
        place,
        name: `${typeof plural === "string" ? plural : kind.toLowerCase()}.${group}`,
        group,
        kind,
        scope: scope === "Cluster" ? "Cluster" : "Namespaced",
        versions,
        isOpen: isOld ? spec["preserveUnknownFields"] !== false : spec["preserveUnknownFields"] === true,
      };
    }
  }
  report(
    crdProblem(
      "crd/not-a-crd",
      place,
      "the CustomResourceDefinition has no group, kind or versions that can be read",
      "give it as the API server takes it: spec.group, spec.names.kind and spec.versions are required",
    ),
  );
  return undefined;
}

/** Kinds are DNS labels, apart from case. */
function isTypeName(kind: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(kind);
}

/** The versions of a CRD: in `v1beta1` one schema may stand for all, and one version alone may be named. */
function versionsOf(spec: JsonObject): readonly CrdVersion[] {
  const common = schemaOf(spec["validation"]);
  const { versions, version } = spec;
  const listed = Array.isArray(versions) ? versions.filter(isRecord) : [];
  if (listed.length === 0 && typeof version === "string")
    return [{ name: version, served: true, deprecated: false, schema: common }];
  return listed.flatMap(({ name, served, deprecated, schema }) =>
    typeof name !== "string"
      ? []
      : [{ name, served: served !== false, deprecated: deprecated === true, schema: schemaOf(schema) ?? common }],
  );
}

function schemaOf(holder: Json | undefined): JsonObject | undefined {
  const schema = isRecord(holder) ? holder["openAPIV3Schema"] : undefined;
  return isRecord(schema) ? schema : undefined;
}

function withArticle(kind: string): string {
  return `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}`;
}
