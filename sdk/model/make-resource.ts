import { frozenCopy, setField } from "./copy.ts";
import { namespaceOption } from "./namespace-option.ts";
import { OPTIONS, RESOURCE_BRAND, type Resource, type ResourceMarks } from "./resource.ts";
import type { ResourceOptions } from "./resource-options.ts";
import { type ArgumentPaths, captureCallSite, type DefaultedFields } from "./source-location.ts";

/** What a builder knows when it is called. */
export interface ResourceParts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** The fields beside `apiVersion`, `kind` and `metadata`. */
  readonly body: object;
  readonly options: ResourceOptions | undefined;
  /** Fields of `metadata` that are no options of a builder. */
  readonly metadata?: object | undefined;
  readonly marks?: ResourceMarks | undefined;
  /** What the arguments of the builder are. */
  readonly holds?: ArgumentPaths | undefined;
  /** What the builder filled in. */
  readonly defaults?: DefaultedFields | undefined;
}

/** What the arguments of a builder are that takes a name, a spec and options. */
export const SPEC_ARGUMENTS: ArgumentPaths = [["metadata", "name"], ["spec"], ["metadata"]];

/** What the arguments of a builder are that takes a name, the fields beside `metadata`, and options. */
export const BODY_ARGUMENTS: ArgumentPaths = [["metadata", "name"], [], ["metadata"]];

/**
 * Makes the frozen value of a resource and remembers who called `builder`.
 *
 * @internal
 */
export function makeResource(parts: ResourceParts, builder: (...args: never[]) => unknown): Resource {
  // A program without types may say null.
  const options = parts.options ?? {};
  const namespace = namespaceOption(options.namespace);
  const resource: Record<string, unknown> = {
    sluice: RESOURCE_BRAND,
    apiVersion: parts.apiVersion,
    kind: parts.kind,
    metadata: frozenCopy({
      name: parts.name,
      namespace: namespace?.name,
      labels: options.labels ?? undefined,
      annotations: options.annotations ?? undefined,
      ...parts.metadata,
    }),
  };
  // What is no object has no fields; it is kept where the compiler refuses it.
  const body = typeof parts.body === "object" && parts.body !== null ? parts.body : { spec: parts.body };
  for (const [key, field] of Object.entries(body)) {
    // A body may be another resource, whose name and brand are not for this one.
    if (field !== undefined && !Object.hasOwn(resource, key)) setField(resource, key, frozenCopy(field));
  }
  const marks = {
    ...marksOfOptions(options),
    ...(namespace?.exists === true ? { namespaceExists: true } : {}),
    ...parts.marks,
  };
  if (Object.keys(marks).length > 0)
    Object.defineProperty(resource, OPTIONS, { value: Object.freeze(marks), enumerable: true });
  const { holds, defaults } = parts;
  captureCallSite(resource, builder, defaults === undefined ? { holds } : { holds, defaults });
  // It has the fields of one; a kind without a spec reads as `undefined` there, which is what the type says of it.
  return Object.freeze(resource) as unknown as Resource;
}

function marksOfOptions({ silence, file, comments }: ResourceOptions): ResourceMarks {
  return {
    ...((silence ?? undefined) === undefined ? {} : { silence: Object.freeze([silence ?? []].flat()) }),
    ...((comments ?? undefined) === undefined ? {} : { comments: Object.freeze([comments ?? []].flat()) }),
    ...((file ?? undefined) === undefined ? {} : { file }),
  };
}
