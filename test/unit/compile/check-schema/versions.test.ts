// What a cluster's Flux does not know yet, or no longer.
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import { fluxKinds } from "../../../../sdk/kinds/flux-kinds.gen.ts";
import type { FluxVersion } from "../../../../sdk/model/flux-version.ts";
import type { KindDefinition } from "../../../../sdk/model/kind-definition.ts";
import type { Schema } from "../../../../sdk/model/schema.ts";
import { fields, findingsIn, kindOf, onlyProblem, problems, shown, thing } from "./check.ts";

const text: Schema = { type: "string" };

describe("a cluster's Flux", () => {
  const spec = fields(
    {
      provider: { type: "string", enum: ["generic", "aws"], newValues: [{ value: "aws", since: "2.9" }] },
      late: { type: "string", since: "2.8" },
      lateAndNeeded: { type: "string", since: "2.9" },
      once: { type: "string", requiredUntil: "2.7" },
      short: {
        type: "string",
        maxLength: 5,
        before: [
          { until: "2.7", facts: { maxLength: 2 } },
          { until: "2.8", facts: { minLength: 2 } },
        ],
      },
    },
    ["lateAndNeeded"],
  );
  const of = (given: object, flux?: FluxVersion): readonly string[] => problems(spec, given, { flux });

  test("does not know fields that came later", () => {
    expect(of({ once: "x", late: "x" }, "2.7")).toEqual(["version/field spec.late"]);
    expect(of({ late: "x" }, "2.8")).toEqual([]);
    expect(of({ late: "x", lateAndNeeded: "x" }, "2.9")).toEqual([]);
    expect(onlyProblem(spec, { once: "x", late: "x" }, { flux: "2.7" })).toMatchObject({
      message: "spec.late of Thing default/x is a field that Flux knows from 2.8 on, and this cluster runs 2.7",
      hint: 'leave it out, or upgrade the cluster to Flux 2.8 and say so (flux: "2.8", or --flux 2.8)',
      blocking: true,
    });
  });

  test("does not know values that came later", () => {
    expect(of({ provider: "aws" }, "2.8")).toEqual(["version/value spec.provider"]);
    expect(of({ provider: "aws", lateAndNeeded: "x" }, "2.9")).toEqual([]);
    expect(onlyProblem(spec, { provider: "aws" }, { flux: "2.8" })).toMatchObject({
      message: 'spec.provider of Thing default/x is "aws", which Flux knows from 2.9 on, and this cluster runs 2.8',
      hint: 'write another value, or upgrade the cluster to Flux 2.9 and say so (flux: "2.9", or --flux 2.9)',
    });
    expect(onlyProblem(spec, { provider: "x" }, { flux: "2.8" }).hint).toBe('write "generic"');
  });

  test("does not offer them either", () => {
    const [typo] = findingsIn(fields({ late: { type: "string", since: "2.9" } }), { lat: "x" }, { flux: "2.8" });
    expect(typo?.hint).toBe("leave it out");
  });

  test("may require fields that a later one does not", () => {
    expect(of({}, "2.7")).toEqual(["schema/required spec.once"]);
    expect(of({}, "2.8")).toEqual([]);
  });

  test("requires none that came later", () => {
    expect(of({}, "2.9")).toEqual(["schema/required spec.lateAndNeeded"]);
    expect(of({})).toEqual(["schema/required spec.lateAndNeeded"]);
  });

  test.each<readonly [FluxVersion, readonly string[], readonly string[]]>([
    ["2.7", ["a", "ab"], ["abc"]],
    ["2.8", ["ab", "abcdefg"], ["a"]],
    ["2.9", ["a", "abcde"], ["abcdef"]],
  ])("%s has bounds of its own", (flux, takes, refuses) => {
    const rest = { once: "x", ...(flux === "2.9" ? { lateAndNeeded: "x" } : {}) };
    for (const short of takes) expect(of({ ...rest, short }, flux)).toEqual([]);
    for (const short of refuses) expect(of({ ...rest, short }, flux)).toEqual(["schema/length spec.short"]);
  });
});

describe("the version of an object", () => {
  const versions = [
    { name: "v1beta1", flux: ["2.7"] },
    { name: "v1", flux: ["2.8", "2.9"] },
  ] as const;
  const kind: KindDefinition = kindOf(fields({ a: text }), { versions });
  const of = (version: string, flux?: FluxVersion): readonly string[] => {
    const object = { ...thing({ a: "x" }), apiVersion: `example.com/${version}` };
    return checkObject(object, kind, { flux }).map(({ message, hint }) => `${message}: ${hint}`);
  };

  test("is one that the cluster's Flux serves", () => {
    expect(of("v1", "2.9")).toEqual([]);
    expect(of("v1beta1", "2.7")).toEqual([]);
    expect(of("v1beta1", "2.8")).toEqual([
      'apiVersion of Thing default/x is "example.com/v1beta1", which Flux 2.8 does not serve: write apiVersion: "example.com/v1"',
    ]);
    expect(of("v1", "2.7")).toEqual([
      'apiVersion of Thing default/x is "example.com/v1", which Flux 2.7 does not serve: write apiVersion: "example.com/v1beta1"',
    ]);
  });

  test("is one that some Flux serves, where nobody says which", () => {
    expect(of("v1beta1")).toEqual([]);
    expect(of("v1alpha1")).toEqual([
      'apiVersion of Thing default/x is "example.com/v1alpha1", which no Flux from 2.7 on serves: write apiVersion: "example.com/v1"',
    ]);
  });

  test("is nobody's business where it does not come with Flux", () => {
    const other = kindOf(fields({}), { versions: [{ name: "v1" }] });
    expect(shown(checkObject({ ...thing({}), apiVersion: "example.com/v2" }, other, { flux: "2.9" }))).toEqual([]);
  });

  test("that is not the newest has fields of its own", () => {
    const old = { ...thing({ b: 1 }), apiVersion: "example.com/v1beta1" };
    expect(shown(checkObject(old, kind, { flux: "2.7" }))).toEqual([]);
    expect(shown(checkObject({ ...old, apiVersion: "example.com/v1" }, kind, { flux: "2.8" }))).toEqual([
      "schema/unknown-field spec.b",
    ]);
  });

  test("that Flux no longer serves is told for every kind of Flux", () => {
    const gone = ["v1alpha1", "v1alpha2", "v1beta1", "v2beta1", "v2beta2"];
    const told = fluxKinds
      .filter(({ versions: served }) => served.every(({ flux }) => flux))
      .map((definition) =>
        gone.map((version) => {
          if (definition.versions.some(({ name, flux }) => name === version && flux?.includes("2.9"))) return true;
          const { group, kind: name } = definition;
          const object = { apiVersion: `${group}/${version}`, kind: name, metadata: { name: "x" } };
          return checkObject(object, definition, { flux: "2.9" }).some(({ code }) => code === "resource/not-served");
        }),
      );
    expect(told.length).toBeGreaterThan(14);
    expect(told.flat()).not.toContain(false);
  });
});
