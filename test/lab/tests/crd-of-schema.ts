import type { Schema } from "../../../sdk/model/schema.ts";
import type { KubeObject } from "../cluster/objects.ts";

/** Makes the CRD of `example.com/v1 Thing` whose spec has these fields. */
export function crdOfThing(fields: Readonly<Record<string, Schema>>): KubeObject {
  const spec = { type: "object", properties: mapValues(fields, openApi) };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "things.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Thing", plural: "things", singular: "thing", listKind: "ThingList" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { spec } } },
        },
      ],
    },
  };
}

type Json = Readonly<Record<string, unknown>>;

/** The facts of a place as a CRD says them. */
function openApi(schema: Schema): Json {
  switch (schema.type) {
    case "object": {
      const { type, properties, open, embedded, ...facts } = schema;
      return { ...facts, type, properties: mapValues(properties, openApi), ...extensions({ open, embedded }) };
    }
    case "array": {
      const { type, items, listType, keys, ...facts } = schema;
      const lists = { "x-kubernetes-list-type": listType, "x-kubernetes-list-map-keys": keys };
      return { ...facts, type, items: openApi(items), ...lists };
    }
    case "map": {
      const { values, ...facts } = schema;
      return { ...facts, type: "object", additionalProperties: openApi(values) };
    }
    case "opaque": {
      const { object, embedded, type: _type, ...facts } = schema;
      return { ...facts, ...(object ? { type: "object" } : {}), ...extensions({ open: true, embedded }) };
    }
    case "int-or-string": {
      const { type: _type, ...facts } = schema;
      return { ...facts, "x-kubernetes-int-or-string": true };
    }
    default:
      return { ...schema };
  }
}

function extensions({
  open,
  embedded,
}: {
  readonly open?: true | undefined;
  readonly embedded?: true | undefined;
}): Json {
  return { "x-kubernetes-preserve-unknown-fields": open, "x-kubernetes-embedded-resource": embedded };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
