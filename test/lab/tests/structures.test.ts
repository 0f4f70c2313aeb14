// The tables of what the checker takes and refuses hold for a real API server: a CRD has a field for each schema of them.
import { beforeAll, describe, expect, test } from "vitest";
import { checkObject } from "../../../sdk/compile/check-schema/check-object.ts";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";
import { fields, kindOf } from "../../unit/compile/check-schema/check.ts";
import { FORMATS } from "../../unit/compile/check-schema/format-cases.ts";
import { NAMES } from "../../unit/compile/check-schema/name-cases.ts";
import { SCALARS } from "../../unit/compile/check-schema/scalar-cases.ts";
import { STRUCTURES } from "../../unit/compile/check-schema/structure-cases.ts";
import type { ValueCase } from "../../unit/compile/check-schema/value-case.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { type KubeObject, keyOf } from "../cluster/objects.ts";
import { condition } from "../cluster/wait.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";
import { crdOfThing } from "./crd-of-schema.ts";

const formats = Object.entries(FORMATS).map(([format, [takes, refuses]]): [string, ValueCase] => [
  format,
  [{ type: "string", format }, takes, refuses, "schema/pattern"],
]);
/** An enum that is extended where Flux is installed is no fact of a CRD. */
const isOfCrd = ([, [schema]]: readonly [string, ValueCase]): boolean =>
  schema.type === "object" || !("open" in schema);
const cases = [...Object.entries(SCALARS), ...Object.entries(STRUCTURES), ...formats].filter(isOfCrd);
const fieldOf = (index: number): string => `f${index}`;
const spec = Object.fromEntries(cases.map(([, [schema]], index) => [fieldOf(index), schema]));
const kind = kindOf(fields(spec));

let oracle: Oracle;
beforeAll(async () => {
  const [definition] = await kubernetes().apply(crdOfThing(spec));
  if (definition) await condition(keyOf(definition), "Established", "True");
  oracle = await openOracle();
});

function thing(field: string, value: unknown): KubeObject {
  return {
    apiVersion: "example.com/v1",
    kind: "Thing",
    metadata: { name: "x", namespace: "default" },
    spec: { [field]: value },
  } as KubeObject;
}

/** JSON has no other numbers. */
const isJson = (value: unknown): boolean => typeof value !== "number" || Number.isFinite(value);

describe("a real API server", () => {
  test.for(cases.map(([what, given], index) => [what, index, given] as const))(
    "and the checker say the same of %s",
    async ([, index, [, takes, refuses]]) => {
      const values = [...takes, ...refuses].filter(isJson);
      const documents = values.map((value) => thing(fieldOf(index), value));
      const verdicts = await oracle.verdicts(documents);
      const said = verdicts.map(({ accepted }, at) => [JSON.stringify(values[at]), accepted]);
      expect(said).toEqual(values.map((value) => [JSON.stringify(value), takes.includes(value)]));
      for (const [at, verdict] of verdicts.entries()) {
        if (verdict.accepted) continue;
        const ours = checkObject(documents[at], kind).map(({ path }) => formatFieldPath(path));
        const unmet = verdict.causes.filter(
          ({ path, reason }) => isPlace(path, reason) && !ours.some((own) => isAt(path, own)),
        );
        expect([JSON.stringify(values[at]), unmet]).toEqual([JSON.stringify(values[at]), []]);
      }
    },
  );

  test.for(Object.entries(NAMES.subdomain))("takes and refuses the same names: %s", async ([, names]) => {
    const documents = names.map((name) => ({ ...thing("f0", "x"), metadata: { name, namespace: "default" } }));
    const verdicts = await oracle.verdicts(documents);
    const ours = documents.map((document) => checkObject(document, kind).length === 0);
    expect(verdicts.map(({ accepted }, at) => [names[at], accepted])).toEqual(
      ours.map((taken, at) => [names[at], taken]),
    );
  });
});

/** What cannot be read as metadata at all is told in a sentence that names no whole place. */
function isPlace(path: string, reason: string): boolean {
  return path !== "" && reason !== "WrongType";
}

/**
 * The server names the unknown fields inside of what has another type, and we what has it; we name the label, and the server all
 * labels.
 */
function isAt(path: string, own: string): boolean {
  const [short = "", long = ""] = [path, own].sort((left, right) => left.length - right.length);
  return short === long || long.startsWith(`${short}.`) || long.startsWith(`${short}[`);
}
