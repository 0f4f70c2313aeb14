import { expect, test } from "vitest";
import type { GeneratorDiagnostic } from "../../generators/diagnostic.ts";
import type { Lock } from "../../generators/locks/lock.ts";
import { lockCrd } from "../../generators/locks/lock-crd.ts";
import { lockFileName, printLock } from "../../generators/locks/print-lock.ts";
import { readLock } from "../../generators/locks/read-lock.ts";
import { TOY_RELEASES } from "./gadget/gadget.ts";

/** A CRD whose version has this schema of `spec`, written as YAML flows. */
function crdWith(spec: string): string {
  return `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec:
  group: toys.example.com
  scope: Namespaced
  names: { plural: blocks, kind: Block, categories: [toys] }
  versions:
    - name: v1
      served: true
      storage: true
      additionalPrinterColumns: [{ type: string, name: Size, jsonPath: .spec.size, description: Words. }]
      schema: { openAPIV3Schema: { type: object, properties: { status: { type: object }, spec: ${spec} } } }
`;
}

function lockOf(text: string, release = "toys-2.9"): { lock: Lock | undefined; problems: GeneratorDiagnostic[] } {
  const problems: GeneratorDiagnostic[] = [];
  const source = { file: "blocks.yaml", text, digest: "sha256:abc" };
  const lock = lockCrd(source, release, TOY_RELEASES, (found) => problems.push(found));
  return { lock, problems };
}

test("a lock says where it comes from, and is printed one line a place", () => {
  const { lock, problems } = lockOf(
    crdWith("{ type: object, required: [size], properties: { size: { type: string } } }"),
  );
  expect(problems).toEqual([]);
  expect(lock && lockFileName(lock)).toBe("toys-2.9/toys.example.com_blocks.json");
  expect(lock && printLock(lock)).toBe(`{
  "crd": "blocks.toys.example.com",
  "release": "toys-2.9",
  "version": "Toys 2.9.0",
  "controller": "toy-controller 0.9.0",
  "digest": "sha256:abc",
  "group": "toys.example.com",
  "names": {"categories":["toys"],"kind":"Block","plural":"blocks"},
  "scope": "Namespaced",
  "versions": [
    {
      "name": "v1",
      "served": true,
      "storage": true,
      "columns": [
        {"jsonPath":".spec.size","name":"Size","type":"string"}
      ],
      "schema": {
        "": {"type":"object"},
        "spec": {"type":"object","required":["size"]},
        "spec.size": {"type":"string"}
      }
    }
  ]
}
`);
});

const facts: readonly { readonly given: string; readonly want: object }[] = [
  { given: "{ type: string, description: Words., title: Words. }", want: { spec: { type: "string" } } },
  {
    given: "{ type: string, minLength: 1, pattern: '^a', format: date, default: a, enum: [a] }",
    want: { spec: { type: "string", format: "date", enum: ["a"], pattern: "^a", minLength: 1, default: "a" } },
  },
  {
    given: "{ type: array, x-kubernetes-list-type: set, items: { type: integer, maximum: 3 } }",
    want: { spec: { type: "array", "x-kubernetes-list-type": "set" }, "spec[]": { type: "integer", maximum: 3 } },
  },
  {
    given: "{ type: object, additionalProperties: { type: string } }",
    want: { spec: { type: "object" }, "spec{}": { type: "string" } },
  },
  {
    given: "{ type: object, additionalProperties: true }",
    want: { spec: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
  },
  {
    given: "{ type: object, properties: { description: { type: string }, 'a.b': { type: boolean } } }",
    want: { spec: { type: "object" }, 'spec["a.b"]': { type: "boolean" }, "spec.description": { type: "string" } },
  },
  {
    given:
      "{ type: object, x-kubernetes-validations: [{ rule: 'true', message: Words., messageExpression: \"'Words'\" }] }",
    want: { spec: { type: "object", "x-kubernetes-validations": [{ rule: "true" }] } },
  },
  {
    given: "{ type: object, x-kubernetes-validations: [{ rule: 'true', reason: FieldValueInvalid, fieldPath: .a }] }",
    want: {
      spec: {
        type: "object",
        "x-kubernetes-validations": [{ rule: "true", fieldPath: ".a", reason: "FieldValueInvalid" }],
      },
    },
  },
  {
    given: "{ anyOf: [{ type: integer, description: Words. }], x-kubernetes-int-or-string: true }",
    want: { spec: { anyOf: [{ type: "integer" }], "x-kubernetes-int-or-string": true } },
  },
];

test.each(facts)("$given", ({ given, want }) => {
  const { lock, problems } = lockOf(crdWith(given));
  expect(problems).toEqual([]);
  expect(lock?.versions[0]?.schema).toEqual({ "": { type: "object" }, ...want });
});

test("the order of a CRD's fields makes no difference", () => {
  const one = lockOf(
    crdWith("{ type: object, required: [a], properties: { b: { type: string }, a: { pattern: x, type: string } } }"),
  );
  const other = lockOf(
    crdWith("{ properties: { a: { type: string, pattern: x }, b: { type: string } }, required: [a], type: object }"),
  );
  expect(one.lock).toBeDefined();
  expect(other.lock && printLock(other.lock)).toBe(one.lock && printLock(one.lock));
});

test("a printed lock reads back as it was", () => {
  const { lock } = lockOf(
    crdWith("{ type: object, properties: { '\"]': { type: string }, __proto__: { type: string } } }"),
  );
  const report = (found: GeneratorDiagnostic): never => expect.unreachable(found.message);
  expect(lock && readLock("blocks.json", printLock(lock), report)).toEqual(lock);
});

const broken: readonly {
  readonly what: string;
  readonly text: string;
  readonly code: string;
  readonly release?: string;
}[] = [
  { what: "no YAML", text: "a: [", code: "generate/unreadable" },
  { what: "another object", text: "kind: Deployment", code: "generate/unreadable" },
  { what: "an unknown fact", text: crdWith("{ type: object, x-new: 1 }"), code: "generate/unsupported-schema" },
  { what: "a schema that is none", text: crdWith("[]"), code: "generate/unsupported-schema" },
  { what: "an unknown release", text: crdWith("{}"), code: "generate/unknown-release", release: "toys-3.0" },
  {
    what: "a group without a controller",
    text: crdWith("{}").replace("group: toys", "group: games"),
    code: "generate/unknown-release",
  },
];

test.each(broken)("$what is a problem of its file", ({ text, code, release }) => {
  const { problems } = lockOf(text, release);
  expect(problems.map((found) => [found.code, found.file])).toEqual([[code, "blocks.yaml"]]);
});
