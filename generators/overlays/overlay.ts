import type { Applier } from "../../sdk/model/kind-definition.ts";
import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { LockPath } from "../locks/lock-path.ts";

/** Alternatives that a CRD states as rules. They are made types as long as the CRD has the rules. */
export type ArmsOverlay = {
  /** The text of every CEL rule at this place that backs the alternatives. */
  readonly rules: readonly string[];
} & (
  | { readonly exactlyOne: readonly string[] }
  | { readonly field: string; readonly onlyWith: { readonly discriminant: string; readonly values: readonly string[] } }
);

/** What is true of a kind and not said by its CRD. An entry that matches nothing is an error. */
export interface Overlay {
  readonly group: string;
  readonly kind: string;
  /** The page of Flux's documentation. */
  readonly page: string;
  readonly defaultNamespace?: string | undefined;
  readonly guarded?: boolean | undefined;
  readonly opaqueContent?: boolean | undefined;
  readonly applier?: Applier | undefined;
  /**
   * The references that no enum of kinds gives away: `{ name }` slots, names in strings, slots for any kind. The slots that
   * have such an enum are found, and need no entry.
   */
  readonly references?: Readonly<Record<LockPath, ReferenceFacts>> | undefined;
  /** Leaves where a directory may stand. */
  readonly directories?: readonly LockPath[] | undefined;
  /** Free-form fields whose type the caller chooses, with the name of the type parameter. */
  readonly parameters?: Readonly<Record<LockPath, string>> | undefined;
  readonly arms?: Readonly<Record<LockPath, ArmsOverlay>> | undefined;
  /**
   * Names of types, instead of the kind and the fields that lead to them. One name for several places says that they have one
   * shape, and it is checked that they have.
   */
  readonly names?: Readonly<Record<LockPath, string>> | undefined;
  /** The order in which a person writes fields. Those that are not listed follow by name. */
  readonly order?: Readonly<Record<LockPath, readonly string[]>> | undefined;
}
