import { makeResource } from "../../model/make-resource.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretUse } from "../../model/secret-use.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { ArgumentPaths } from "../../model/source-location.ts";
import type { Secret } from "../kubernetes/secret.ts";

/** What the builder of a use knows when it is called. */
export interface SecretParts {
  readonly use: SecretUse;
  readonly name: string;
  /** Default: `Opaque`, which is not written. */
  readonly type?: string | undefined;
  readonly stringData: Readonly<Record<string, SecretInput | undefined>>;
  readonly options: ResourceOptions | undefined;
  /** What the arguments of the builder are, where they are not a name, the keys and options. */
  readonly holds?: ArgumentPaths | undefined;
}

const ARGUMENTS: ArgumentPaths = [["metadata", "name"], ["stringData"], ["metadata"]];

/** Makes a Secret that was built for a use, and remembers who called `builder`. */
export function buildSecret(
  { use, name, type, stringData, options, holds = ARGUMENTS }: SecretParts,
  builder: (...args: never[]) => unknown,
): Secret {
  const body = type === undefined ? { stringData } : { type, stringData };
  const made = makeResource(
    { apiVersion: "v1", kind: "Secret", name, body, options, holds, marks: { secretUse: use } },
    builder,
  );
  // It was just made of this kind and these fields.
  return made as Secret;
}
