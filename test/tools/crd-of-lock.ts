import { readFileSync } from "node:fs";

/** A schema lock: what the generator knows of a CRD. */
interface Lock {
  readonly crd: string;
  readonly group: string;
  readonly names: object;
  readonly scope: string;
  readonly versions: readonly LockedVersion[];
}

interface LockedVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly subresources?: object;
  /** By path: `spec.sources[].kind`. */
  readonly schema: Readonly<Record<string, object>>;
}

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
}

/** A custom resource definition, as far as a lock tells it. */
export interface LockedCrd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** Makes the CRD that a lock was made of, without what it says to people. */
export function crdOfLockFile(file: string): LockedCrd {
  // The generator wrote it.
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  const versions = lock.versions.map(({ name, served, storage, subresources, schema }) => {
    return { name, served, storage, subresources, schema: { openAPIV3Schema: nested(schema) } };
  });
  const { group, names, scope } = lock;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: lock.crd },
    spec: { group, names, scope, versions },
  };
}

/** Puts the schemas by their paths into each other. */
function nested(schemas: Readonly<Record<string, object>>): Schema {
  const root: Schema = {};
  for (const [path, schema] of Object.entries(schemas)) {
    const steps = path === "" ? [] : path.replaceAll("[]", ".[]").replaceAll("{}", ".{}").split(".");
    const place = steps.reduce(below, root);
    Object.assign(place, schema);
  }
  return root;
}

/** Takes a step into a schema, and makes what is not there yet. */
function below(schema: Schema, step: string): Schema {
  const found = step === "[]" ? schema.items : step === "{}" ? schema.additionalProperties : schema.properties?.[step];
  if (found) return found;
  const made: Schema = {};
  if (step === "[]") schema.items = made;
  else if (step === "{}") schema.additionalProperties = made;
  else schema.properties = { ...schema.properties, [step]: made };
  return made;
}
