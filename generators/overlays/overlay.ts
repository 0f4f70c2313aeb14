import type { ChartInstaller, ChartSource } from "../../sdk/model/chart-kinds.ts";
import type { Applier, Readiness } from "../../sdk/model/kind-definition.ts";
import type { ReferenceFacts, Syntax } from "../../sdk/model/schema.ts";
import type { LockPath } from "../locks/lock-path.ts";
import type { ArmsOverlay } from "./arms-overlay.ts";

/** What a CRD does not say of a reference. The kinds may be left out where the slot has an enum of them. */
export type ReferenceOverlay = Omit<ReferenceFacts, "kinds"> & { readonly kinds?: ReferenceFacts["kinds"] };

/** What is true of a kind and not said by its CRD. An entry that matches nothing is an error. */
export interface Overlay {
  readonly group: string;
  readonly kind: string;
  /** The page of Flux's documentation. */
  readonly page: string;
  readonly defaultNamespace?: string | undefined;
  readonly guarded?: boolean | undefined;
  readonly opaqueContent?: boolean | undefined;
  readonly syncsRoot?: boolean | undefined;
  /** Only controllers write objects of this kind: it has types, and no builder. */
  readonly byController?: boolean | undefined;
  readonly applier?: Applier | undefined;
  /** Set where objects have a condition `Ready`. */
  readonly readiness?: Readiness | undefined;
  /** Set where objects install Helm charts. */
  readonly charts?: ChartInstaller | undefined;
  /** Set where Helm charts come from objects. */
  readonly chartSource?: ChartSource | undefined;
  /**
   * The references that no enum of kinds gives away: `{ name }` slots, names in strings, slots for any kind. The slots that
   * have such an enum are found, and need an entry only where they are no usual ones.
   */
  readonly references?: Readonly<Record<LockPath, ReferenceOverlay>> | undefined;
  /** Leaves where a directory may stand. */
  readonly directories?: readonly LockPath[] | undefined;
  /** Free-form fields whose type the caller chooses, with the name of the type parameter. */
  readonly parameters?: Readonly<Record<LockPath, string>> | undefined;
  readonly arms?: Readonly<Record<LockPath, ArmsOverlay>> | undefined;
  /** Enums that are extended where Flux is installed, with the values that are known to be added. Others are possible. */
  readonly open?: Readonly<Record<LockPath, readonly string[]>> | undefined;
  /** What is wrong when a CEL rule does not hold, in our words, by the rule's text: every rule has an entry. */
  readonly messages?: Readonly<Record<string, string>> | undefined;
  /** Texts that a controller reads later than the API server, and in which language. At a map, it is that of the keys. */
  readonly syntax?: Readonly<Record<LockPath, Syntax>> | undefined;
  /**
   * Names of types, instead of the kind and the fields that lead to them. One name for several places says that they have one
   * shape, and it is checked that they have.
   */
  readonly names?: Readonly<Record<LockPath, string>> | undefined;
  /** The order in which a person writes fields. Those that are not listed follow by name. */
  readonly order?: Readonly<Record<LockPath, readonly string[]>> | undefined;
}
