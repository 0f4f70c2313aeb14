import { parse } from "yaml";
import { problem, type Report } from "../diagnostic.ts";
import { flattenSchema, isRecord, sorted } from "./flatten-schema.ts";
import type { Json, Lock, LockVersion } from "./lock.ts";
import { controllerOf, type Releases } from "./releases.ts";

/** A file of a release. */
export interface CrdFile {
  /** Its path, for messages. */
  readonly file: string;
  readonly text: string;
  /** `sha256:` and the digest of its bytes. */
  readonly digest: string;
}

/** Makes the lock of the custom resource definition in a file. `undefined` when it cannot; the report says why. */
export function lockCrd(source: CrdFile, releaseName: string, releases: Releases, report: Report): Lock | undefined {
  const { file } = source;
  const release = releases.releases[releaseName];
  if (release === undefined) {
    report(
      problem(
        "generate/unknown-release",
        { file },
        `release "${releaseName}" is not in generators/crds/releases.json`,
        "add it there with its version and the versions of its controllers",
      ),
    );
    return undefined;
  }
  const crd = readCrd(source, report);
  if (crd === undefined) return undefined;
  const { group, scope, names, versions } = crd;
  const name = `${names.plural}.${group}`;
  const controller = controllerOf(releases, release, name, group);
  if (controller === undefined) {
    report(
      problem(
        "generate/unknown-release",
        { file },
        `no controller of release "${releaseName}" is known for ${name}`,
        `name its group under "owners" in generators/crds/releases.json, and its version under the release`,
      ),
    );
    return undefined;
  }
  return {
    crd: name,
    release: releaseName,
    version: `${release.product} ${release.version}`,
    controller,
    digest: source.digest,
    group,
    names,
    scope,
    versions: versions.map((version) => lockVersion(version, file, report)),
  };
}

type JsonObject = Readonly<Record<string, Json>>;

interface Crd {
  readonly group: string;
  readonly scope: string;
  readonly names: Lock["names"];
  readonly versions: readonly JsonObject[];
}

function readCrd({ file, text }: CrdFile, report: Report): Crd | undefined {
  const document: Json = parseYaml(text);
  const spec = isRecord(document) && document["kind"] === "CustomResourceDefinition" ? document["spec"] : undefined;
  if (isRecord(spec) && isRecord(spec["names"]) && Array.isArray(spec["versions"])) {
    const { kind, plural } = spec["names"];
    const { group, scope } = spec;
    if (
      typeof kind === "string" &&
      typeof plural === "string" &&
      typeof group === "string" &&
      typeof scope === "string"
    ) {
      return {
        group,
        scope,
        names: { ...sorted(spec["names"]), kind, plural },
        versions: spec["versions"].filter(isRecord),
      };
    }
  }
  report(
    problem(
      "generate/unreadable",
      { file },
      "the file holds no CustomResourceDefinition of apiextensions.k8s.io/v1",
      "give a folder that holds one CRD a file and nothing else",
    ),
  );
  return undefined;
}

function parseYaml(text: string): Json {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function lockVersion(version: JsonObject, file: string, report: Report): LockVersion {
  const { name, served, storage, deprecated, subresources, selectableFields, additionalPrinterColumns, schema } =
    version;
  const columns = Array.isArray(additionalPrinterColumns) ? additionalPrinterColumns.filter(isRecord) : [];
  return {
    name: String(name),
    served: served === true,
    storage: storage === true,
    ...(deprecated === true ? { deprecated } : {}),
    ...(subresources === undefined ? {} : { subresources: sorted(subresources) }),
    ...(selectableFields === undefined ? {} : { selectableFields: sorted(selectableFields) }),
    columns: columns.map(({ description: _, ...column }) => sorted(column)),
    schema: flattenSchema((isRecord(schema) ? schema["openAPIV3Schema"] : undefined) ?? {}, file, report),
  };
}
