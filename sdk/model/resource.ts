import type { Input } from "./input.ts";
import type { KindDefinition } from "./kind-definition.ts";
import type { FileMark } from "./resource-options.ts";
import type { SecretUse } from "./secret-use.ts";

/** The brand of a resource with its protocol version. A string, so that it survives a spread and a second copy of Sluice. */
export const RESOURCE_BRAND = "resource/1";

/** `metadata` of a Kubernetes object, as far as an author writes it. */
export interface ObjectMeta {
  /** The object's name. A `substitution()` in a template string may be part of it. */
  readonly name: string;
  /** The object's namespace. Without it, the compiler chooses one or says that it cannot. */
  readonly namespace?: string | undefined;
  readonly labels?: Readonly<Record<string, Input<string>>> | undefined;
  readonly annotations?: Readonly<Record<string, Input<string>>> | undefined;
}

/**
 * One Kubernetes object: frozen plain data, the manifest itself with a brand. Builders make it, the compiler reads it, and
 * nothing changes it.
 *
 * @typeParam Kind The object's kind, which decides in which reference slots it fits.
 * @typeParam Spec The type of its `spec`.
 */
export interface Resource<out Kind extends string = string, out Spec = unknown> {
  readonly sluice: typeof RESOURCE_BRAND;
  readonly apiVersion: string;
  readonly kind: Kind;
  readonly metadata: ObjectMeta;
  readonly spec: Spec;
}

/** Says whether a value is a {@link Resource}, made by this or another copy of Sluice. */
export function isResource(value: unknown): value is Resource {
  if (typeof value !== "object" || value === null || !("sluice" in value)) return false;
  return (
    value.sluice === RESOURCE_BRAND &&
    "metadata" in value &&
    typeof value.metadata === "object" &&
    value.metadata !== null
  );
}

/** Where a resource keeps what is about it and not part of the manifest. Survives a spread. */
export const OPTIONS: unique symbol = Symbol.for("sluice.options");

/** What {@link OPTIONS} holds. */
export interface ResourceMarks {
  /** Codes of warnings that are not reported for this resource. */
  readonly silence?: readonly string[] | undefined;
  /** The file to write it to, relative to its container. */
  readonly file?: string | undefined;
  /** Lines above the object in its file. */
  readonly comments?: readonly string[] | undefined;
  /** The author said that the namespace exists. */
  readonly namespaceExists?: boolean | undefined;
  /** The facts of its kind, when it is none that Sluice ships. */
  readonly definition?: KindDefinition | undefined;
  /** The encrypted file that stands for this resource. */
  readonly encryptedFile?: FileMark | undefined;
  /** What a Secret was built for. */
  readonly secretUse?: SecretUse | undefined;
}

/** Gives what a resource's author said about it beside its content. */
export function marksOf(resource: Resource): ResourceMarks {
  return isMarked(resource) ? resource[OPTIONS] : NO_MARKS;
}

function isMarked(resource: object): resource is { readonly [OPTIONS]: ResourceMarks } {
  return OPTIONS in resource;
}

const NO_MARKS: ResourceMarks = Object.freeze({});
