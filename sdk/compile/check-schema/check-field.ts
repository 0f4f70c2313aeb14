import type { ObjectSchema } from "../../model/schema.ts";
import { isOlder } from "./flux-range.ts";
import type { Settings } from "./settings.ts";
import type { Check } from "./walk.ts";

/** Makes the check of a field. */
export function fieldCheck(name: string, { properties }: ObjectSchema, settings: Settings): Check {
  const schema = properties[name];
  // It stands for a name out of the same properties.
  if (schema === undefined) return () => undefined;
  const { flux } = settings;
  const { since } = schema;
  if (since !== undefined && flux !== undefined && isOlder(flux, since)) {
    const says = `is a field that Flux knows from ${since} on, and this cluster runs ${flux}`;
    const hint = `leave it out, or upgrade the cluster to Flux ${since} and say so (flux: ${JSON.stringify(since)}, or --flux ${since})`;
    return (value, walk) => walk.fail(value, { code: "version/field", says, hint, blocking: true });
  }
  return settings.check(schema, settings);
}
