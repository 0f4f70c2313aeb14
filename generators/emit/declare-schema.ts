import type { SchemaModel } from "../schema/schema-model.ts";
import { bodyLiteral } from "./facts.ts";
import { broken } from "./literal.ts";

/** The function that gives a kind's schema, as text. A function, so that a kind that nobody asks about costs nothing. */
export function declareSchema(model: SchemaModel): string {
  return `\n\nfunction schema(): ObjectSchema {\n  return ${broken(bodyLiteral(model), 2)};\n}`;
}
