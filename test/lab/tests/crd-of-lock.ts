import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/repository.ts";
import type { KubeObject } from "../cluster/objects.ts";

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

/** Makes the CRD that the newest schema lock is about, for a kind whose controller the lab does not run. */
export function crdOfLock(crd: string): KubeObject {
  const [plural = "", ...group] = crd.split(".");
  const release = group.join(".") === "fluxcd.controlplane.io" ? "flux-operator-0.58" : "flux-2.9";
  const file = join(ROOT, "generators/crds", release, `${group.join(".")}_${plural}.json`);
  const lock: Lock = JSON.parse(readFileSync(file, "utf8"));
  const versions = lock.versions.map(({ name, served, storage, subresources, schema }) => {
    return { name, served, storage, subresources, schema: { openAPIV3Schema: nested(schema) } };
  });
  const { group: ofLock, names, scope } = lock;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: lock.crd },
    spec: { group: ofLock, names, scope, versions },
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
