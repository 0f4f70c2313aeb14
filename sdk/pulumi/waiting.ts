import type { PlacedResource } from "../compile/compiled.ts";
import { isDeferred } from "../model/deferred.ts";
import type { FieldPath } from "../model/field-path.ts";
import type { KindDefinition } from "../model/kind-definition.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";

/** What the provider waits for by itself where nothing else is said, in seconds. */
const USUAL_SECONDS = 600;

/** The annotations that have Pulumi's provider wait for an object: none where nobody waits for it. */
export function waitingAnnotations(
  resource: Pick<PlacedResource, "id" | "manifest" | "definition">,
  wait: DeployOptions["wait"],
): Readonly<Record<string, string>> {
  const { manifest, definition } = resource;
  const { readiness } = definition ?? {};
  if (readiness === undefined || saysNothing(manifest, readiness) || isSettled(manifest.metadata["annotations"]))
    return {};
  const asked = typeof wait === "function" ? wait(deployedObject(resource)) : wait;
  if (!(asked ?? readiness.usual === true)) return {};
  const seconds = Math.max(0, ...(readiness.timeouts ?? []).map((path) => secondsOf(fieldAt(manifest, path))));
  return {
    "pulumi.com/waitFor": "condition=Ready",
    ...(seconds > USUAL_SECONDS ? { "pulumi.com/timeoutSeconds": String(Math.ceil(seconds)) } : {}),
  };
}

/** Says whether an object never reports that it is ready, whatever becomes of it, or may turn out to be such. */
function saysNothing(manifest: object, { except }: NonNullable<KindDefinition["readiness"]>): boolean {
  const found = except?.map(({ path, value }) => ({ field: fieldAt(manifest, path), value })) ?? [];
  return found.some(({ field, value }) => field === value || isDeferred(field));
}

/** The author may have said it in the provider's own words. */
function isSettled(annotations: unknown): boolean {
  return ["pulumi.com/waitFor", "pulumi.com/skipAwait"].some((key) => Object.hasOwn(Object(annotations), key));
}

function fieldAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (found, key) => (!isDeferred(found) && Object.hasOwn(Object(found), key) ? Object(found)[key] : undefined),
    value,
  );
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** The seconds of a duration as Go writes it; none for what is not known. */
function secondsOf(duration: unknown): number {
  if (typeof duration !== "string") return 0;
  let sum = 0;
  for (const [, count, unit = ""] of duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sum += Number(count) * (SECONDS[unit] ?? 0);
  }
  return sum;
}
