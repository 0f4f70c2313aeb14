import type { KindDefinition } from "../../model/kind-definition.ts";
import { notServed } from "../not-served.ts";
import { ownField } from "./data.ts";
import { showValue, typeOf } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** Checks what says of an object what it is. The walk stands at the object itself. */
export function checkApiVersion(
  object: Readonly<Record<string, unknown>>,
  definition: KindDefinition | undefined,
  walk: Walk,
): void {
  checkWord("apiVersion", object, walk);
  checkWord("kind", object, walk);
  const { apiVersion } = object;
  if (typeof apiVersion !== "string" || definition === undefined) return;
  const problem = notServed(apiVersion, definition, walk.options.flux);
  if (problem === undefined) return;
  const { by, hint, suggestion } = problem;
  const says = `is ${showValue(apiVersion)}, which ${by} ${by.startsWith("no ") ? "serves" : "does not serve"}`;
  walk.report({ code: "resource/not-served", says, hint, suggestion, blocking: true }, ["apiVersion"]);
}

function checkWord(field: "apiVersion" | "kind", object: Readonly<Record<string, unknown>>, walk: Walk): void {
  const value = ownField(object, field);
  if (typeof value === "string" && value !== "") return;
  const says = value === undefined || value === null || value === "" ? "is missing" : `is ${typeOf(value)}`;
  const hint = "every object says its apiVersion and kind";
  walk.report({ code: "schema/required", says, hint, blocking: true }, [field]);
}
