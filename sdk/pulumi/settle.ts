import { output } from "@pulumi/pulumi";
import { isMap } from "../compile/values.ts";
import { setField } from "../model/copy.ts";
import { isDeferred, isStringified } from "../model/deferred.ts";

/** The parts of an Output that its types keep to Pulumi itself. */
interface Settling {
  promise(withUnknowns: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}

/**
 * A copy of a value with what its deferred parts come to, once that is decided. What stays unknown, as in a preview, stays deferred; so
 * do secrets, of which no message may say anything, but for a text that shows a mistake and no secret.
 */
export async function settle(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  if (isDeferred(value)) return settleOutput(value);
  if (Array.isArray(value)) return Promise.all(value.map(settle));
  if (!isMap(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = await settle(value[key]);
    // Pulumi leaves out what comes to nothing, as builders do.
    if (field !== undefined) setField(fields, key, field);
  }
  return fields;
}

async function settleOutput(value: object): Promise<unknown> {
  const known = await knownValue(value);
  if (known === value || (typeof known === "string" && isStringified(known))) return known;
  return (await isSecret(value)) ? value : known;
}

/** What an Output comes to, secret or not: the Output itself while that is not known. */
export async function knownValue(value: object): Promise<unknown> {
  const made = output(value) as unknown as Settling;
  try {
    return (await made.isKnown) ? await made.promise(true) : value;
  } catch {
    // Whatever went wrong there is reported there.
    return value;
  }
}

/** Says whether Pulumi keeps an Output secret, which it knows before the value. */
export async function isSecret(value: object): Promise<boolean> {
  const made = output(value) as unknown as Settling;
  try {
    return await made.isSecret;
  } catch {
    // Whatever went wrong there is reported there.
    return false;
  }
}
