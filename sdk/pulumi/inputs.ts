import { all, type Inputs, type Output, output, secret } from "@pulumi/pulumi";
import type { CompiledResource, Manifest } from "../compile/compiled.ts";
import type { Reporter } from "../compile/reporter.ts";
import { isData, isMap } from "../compile/values.ts";
import { setField } from "../model/copy.ts";
import { isDeferred } from "../model/deferred.ts";
import type { FieldPath } from "../model/field-path.ts";
import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { isSecretValue, revealSecret, type SecretInput, sourceOfSecret } from "../model/secret-value.ts";
import { isSubstitution, substitutionText } from "../model/substitution.ts";
import { readSecret } from "./read-secret.ts";

/** What an object is given to Pulumi as. */
export type ObjectInputs = Inputs & Manifest;

/** Makes the inputs of an object: its manifest, in which secrets are revealed and marked as what they are. */
export function inputsOf(resource: CompiledResource, reporter: Reporter): ObjectInputs {
  const { manifest, definition } = resource;
  const fields: ObjectInputs = { apiVersion: manifest.apiVersion, kind: manifest.kind, metadata: manifest.metadata };
  for (const key of Object.keys(manifest)) {
    const value = manifest[key];
    const isSecret = definition?.secretFields?.includes(key) === true;
    const known = isData(value) ? value : plain(value, [key], { resource, reporter });
    setField(fields, key, isSecret ? secret(known) : known);
  }
  return fields;
}

interface Subject {
  readonly resource: CompiledResource;
  readonly reporter: Reporter;
}

/** A value without what only Sluice knows of. Deferred values stay: Pulumi waits for them. */
function plain(value: unknown, path: FieldPath, subject: Subject): unknown {
  if (typeof value !== "object" || value === null || isDeferred(value)) return value;
  if (isSecretValue(value)) return reveal(value, path, subject);
  if (isSubstitution(value)) return substitutionText(value);
  if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, index], subject));
  if (!isMap(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setField(fields, key, plain(value[key], [...path, key], subject));
  return fields;
}

/** The text of a secret, or the Output that it will be. Only what is marked as a secret may hold it. */
function reveal(value: SecretInput, path: FieldPath, subject: Subject): string | Output<string> {
  if (isDeferred(value)) return output(value as Output<string>);
  if (typeof value === "string") return value;
  if (!isSecretValue(value)) return String(value);
  const reading = revealSecret(value, readSecret);
  if (reading.type === "text") return reading.text;
  const source = sourceOfSecret(value);
  if (reading.type === "absent" || source.type !== "derived") {
    reportAbsent(reading.type === "absent" ? reading.reason : "it is not known", path, subject);
    return "";
  }
  const { parts, derive } = source;
  return all(parts.map((part) => reveal(part, path, subject))).apply(derive);
}

function reportAbsent(reason: string, path: FieldPath, { resource, reporter }: Subject): void {
  const { id } = resource;
  reporter.report("pulumi/secret-absent", {
    message: `${formatFieldPath(path)} of ${formatIdentity(id)} has no value: ${reason}`,
    hint: "give it, for preview too: Pulumi compares what it would apply with what is there",
    resource: resource.resource,
    id,
    path,
  });
}
