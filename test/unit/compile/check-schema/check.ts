import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import type { CheckOptions } from "../../../../sdk/compile/check-schema/check-options.ts";
import type { SchemaFinding } from "../../../../sdk/compile/check-schema/finding.ts";
import { formatFieldPath } from "../../../../sdk/model/field-path.ts";
import type { KindDefinition } from "../../../../sdk/model/kind-definition.ts";
import type { Schema } from "../../../../sdk/model/schema.ts";

/** A kind whose spec is of a schema. */
export function kindOf(spec: Schema, facts: Partial<KindDefinition> = {}): KindDefinition {
  const body = { type: "object", properties: { spec } } as const;
  return {
    group: "example.com",
    kind: "Thing",
    scope: "Namespaced",
    versions: [{ name: "v1" }],
    body: () => body,
    ...facts,
  };
}

/** An object of that kind. */
export function thing(spec: unknown, metadata: unknown = { name: "x", namespace: "default" }): object {
  return { apiVersion: "example.com/v1", kind: "Thing", metadata, spec };
}

/** What is wrong with a spec: `schema/type spec.a`. */
export function problems(schema: Schema, spec: unknown, options?: CheckOptions): readonly string[] {
  return shown(findingsIn(schema, spec, options));
}

export function findingsIn(schema: Schema, spec: unknown, options?: CheckOptions): readonly SchemaFinding[] {
  return checkObject(thing(spec), kindOf(schema), options);
}

/** The only thing that is wrong with a spec. */
export function onlyProblem(schema: Schema, spec: unknown, options?: CheckOptions): SchemaFinding {
  const found = findingsIn(schema, spec, options);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`found ${shown(found).join(", ") || "nothing"}`);
  return only;
}

export function shown(findings: readonly SchemaFinding[]): readonly string[] {
  return findings.map(({ code, path }) => `${code} ${formatFieldPath(path)}`);
}

/** An object with these fields. */
export function fields(properties: Readonly<Record<string, Schema>>, required?: readonly string[]): Schema {
  return { type: "object", properties, ...(required ? { required } : {}) };
}
