import type { Chart } from "../cluster/artifacts.ts";

const SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["replicas"],
  properties: {
    replicas: { type: "integer", minimum: 1 },
    level: { enum: ["info", "debug"] },
    port: { type: "object", properties: { name: { type: "string", pattern: "^[a-z]+$" } } },
  },
};

/** A version of a chart with a schema and an aliased dependency. It renders its values as it is given them. */
export const webChart = (version: string): Chart => ({
  name: "web",
  version,
  files: {
    "Chart.yaml": `apiVersion: v2
name: web
version: ${version}
dependencies:
  - { name: cache, version: 1.0.0, alias: store, condition: store.enabled }
`,
    "values.yaml": `replicas: 1
level: info
port: { name: http }
list: [1, 2]
gone: default
nested: { kept: 1, replaced: 1, settings: {} }
store: { enabled: false }
`,
    "values.schema.json": JSON.stringify(SCHEMA),
    "templates/values.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-values
data:
  values: {{ toJson .Values | quote }}
`,
    "charts/cache/Chart.yaml": "apiVersion: v2\nname: cache\nversion: 1.0.0\n",
    "charts/cache/values.yaml": "size: 1\nenabled: true\n",
    "charts/cache/values.schema.json": JSON.stringify({ properties: { size: { type: "integer" } } }),
    "charts/cache/templates/values.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-store
data:
  size: {{ .Values.size | quote }}
`,
  },
});
