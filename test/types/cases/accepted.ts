import type { directory, group, ObjectRef, Resource, substitution } from "sluice";
import type { Output } from "./output.ts";

/** Kinds whose resources are tried in every slot. */
export type Kind =
  | "Alert"
  | "ArtifactGenerator"
  | "Bucket"
  | "ConfigMap"
  | "Deployment"
  | "ExternalArtifact"
  | "FluxInstance"
  | "GitRepository"
  | "HelmChart"
  | "HelmRelease"
  | "HelmRepository"
  | "ImagePolicy"
  | "ImageRepository"
  | "ImageUpdateAutomation"
  | "Kustomization"
  | "Namespace"
  | "OCIRepository"
  | "Provider"
  | "Receiver"
  | "ResourceSet"
  | "ResourceSetInputProvider"
  | "Secret"
  | "ServiceAccount";

/** What somebody might put into a slot, by a name for it. */
type Candidates = { readonly [K in Kind]: Resource<K> } & {
  readonly [K in Kind as `external ${K}`]: ObjectRef<K>;
} & {
  readonly [K in Kind as `{ name: ${K} }`]: { readonly name: Resource<K> };
} & {
  readonly [K in Kind as `{ name: external ${K} }`]: { readonly name: ObjectRef<K> };
} & {
  readonly "a resource of some kind": Resource;
  readonly "a reference of some kind": ObjectRef<string>;
  readonly "one of two resources": Resource<"GitRepository"> | Resource<"Secret">;
  readonly text: string;
  readonly substitution: ReturnType<typeof substitution>;
  readonly "deferred text": Output<string>;
  readonly "deferred number": Output<number>;
  readonly number: number;
  readonly true: true;
  readonly null: null;
  readonly undefined: undefined;
  readonly directory: ReturnType<typeof directory>;
  readonly group: ReturnType<typeof group>;
  readonly "list of text": readonly string[];
  readonly "{ name }": { readonly name: string };
  readonly "{ name: deferred }": { readonly name: Output<string> };
  readonly "{ metadata: { name } }": { readonly metadata: { readonly name: string } };
};

/** The names of the candidates that a slot takes. */
export type Accepted<Slot> = {
  [Name in keyof Candidates]: Candidates[Name] extends Slot ? Name : never;
}[keyof Candidates];

/** The element of a list that may be left out. */
export type Item<List> = NonNullable<List> extends readonly (infer Element)[] ? Element : never;

/** A field of an object that may be left out. */
export type At<Spec, Field extends PropertyKey> = Spec extends unknown
  ? Field extends keyof NonNullable<Spec>
    ? NonNullable<NonNullable<Spec>[Field]>
    : never
  : never;

/** A slot that takes an object with the kind in it. */
export type Named<K extends string> = K | `external ${K}`;

/** A slot that holds a name alone. */
export type Local<K extends string> = Named<K> | "{ name }" | "{ name: deferred }" | NameInPlace<K>;

/** A resource in the place of a name. */
export type NameInPlace<K extends string> = `{ name: ${K} }` | `{ name: external ${K} }`;

/** A field that holds a name. */
export type NameText<K extends string> = Named<K> | "text" | "deferred text" | "substitution";

/**
 * Compiles when the slot takes exactly the candidates that are named. One that is named and not taken does not fit the
 * constraint; one that is taken and not named is asked for as an argument.
 */
export declare function takes<Slot, Want extends Accepted<Slot>>(
  ...also: [Exclude<Accepted<Slot>, Want>] extends [never] ? [] : [taken: Exclude<Accepted<Slot>, Want>]
): void;
