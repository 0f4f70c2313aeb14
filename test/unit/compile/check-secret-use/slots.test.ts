// Every place that names a Secret says what reads it there.
import { expect, test } from "vitest";
import { knownKinds } from "../../../../sdk/authoring/known-kinds.ts";
import { CONSUMERS } from "../../../../sdk/compile/check-secret-use/consumers.ts";
import { fluxKinds } from "../../../../sdk/kinds/flux-kinds.gen.ts";
import type { Schema } from "../../../../sdk/model/schema.ts";

interface Slot {
  readonly path: string;
  readonly consumer: string | undefined;
}

function* slotsIn(schema: Schema, path: string): Generator<Slot> {
  const reference = "reference" in schema ? schema.reference : undefined;
  if (reference && reference.kinds !== "any" && reference.kinds.includes("Secret")) {
    yield { path, consumer: reference.secret };
  }
  if (schema.type === "object") {
    for (const [name, field] of Object.entries(schema.properties)) yield* slotsIn(field, `${path}.${name}`);
  }
  if (schema.type === "array") yield* slotsIn(schema.items, `${path}[]`);
  if (schema.type === "map") yield* slotsIn(schema.values, `${path}.*`);
}

const serviceAccount = knownKinds().find("", "ServiceAccount");
const slots = [...fluxKinds, ...(serviceAccount ? [serviceAccount] : [])].flatMap((definition) => {
  const body = definition.body?.();
  return body ? [...slotsIn(body, definition.kind)] : [];
});

test("there are as many slots as Flux has", () => {
  expect(slots.length).toBeGreaterThanOrEqual(36);
  expect(slots.map(({ path }) => path)).toContain("ServiceAccount.imagePullSecrets[]");
});

test.each(slots.map((slot) => [slot.path, slot] as const))("%s says what reads it", (_path, { consumer }) => {
  expect(Object.keys(CONSUMERS)).toContain(consumer);
});

test("every reader is that of a slot", () => {
  expect(new Set(slots.map(({ consumer }) => consumer))).toEqual(new Set(Object.keys(CONSUMERS)));
});
