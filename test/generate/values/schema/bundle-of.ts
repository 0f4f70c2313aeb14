import { Ajv2020 } from "ajv/dist/2020.js";
import { bundleSchema } from "../../../../generators/values/schema/bundle-schema.ts";
import type { Json } from "../../../../sdk/charts/chart-facts.ts";

/** Bundles a schema, where only some documents can be fetched. */
export async function bundleOf(text: string, documents: Readonly<Record<string, unknown>> = {}): Promise<Json> {
  const fetchText = async (url: string) =>
    Object.hasOwn(documents, url) ? { text: JSON.stringify(documents[url]) } : { problem: "nothing is there" };
  const { schema, diagnostics } = await bundleSchema(text, { chart: "toy", fetchText });
  if (schema === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return schema;
}

/** A validator of draft 2020-12, which also refuses a schema that is none. */
export function validatorOf(bundle: Json): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, ownProperties: true });
  const schema = typeof bundle === "boolean" ? bundle : (bundle as object); // a schema is an object or a boolean
  return ajv.compile(schema);
}
