import type { Arm, ArmField, Field, ObjectNode } from "../../schema/schema-model.ts";
import { zodChoice } from "./zod-leaf.ts";
import { optional, strictObjectInLines, type ZodSource, zodField } from "./zod-source.ts";

/** The schemas of an object's alternatives by their names, and their union by the object's. */
export function zodArms(
  node: ObjectNode,
  arms: readonly Arm[],
): readonly (readonly [name: string, source: ZodSource])[] {
  const declared = arms.map((arm) => [`${node.name}${arm.suffix}`, zodArm(node, arm)] as const);
  const names = declared.map(([name]) => name);
  const union = {
    value: `z.union([${names.join(", ")}])`,
    type: `z.ZodUnion<readonly [${names.map((name) => `typeof ${name}`).join(", ")}]>`,
  };
  return [...declared, [node.name, union]];
}

function zodArm(node: ObjectNode, arm: Arm): ZodSource {
  return strictObjectInLines(
    node.fields.flatMap((field) => {
      const changed = arm.fields.find((candidate) => candidate.field === field);
      const source = changed === undefined ? zodField(field) : zodArmField(changed);
      return source === undefined ? [] : [[field.name, source] as const];
    }),
  );
}

function zodArmField({ field, use, values }: ArmField): ZodSource | undefined {
  if (use === "forbidden") return undefined;
  const given: Field = { ...field, required: use === "required" };
  if (values === undefined) return zodField(given);
  return use === "required" ? zodChoice(values) : optional(zodChoice(values));
}
