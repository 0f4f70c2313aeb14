import type { FluxVersion } from "../../model/flux-version.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import type { SecretUse } from "../../model/secret-use.ts";
import type { SecretProblem } from "../secret-content/secret-problem.ts";
import type { Fields } from "./fields.ts";
import type { KnownSecret } from "./known-secret.ts";
import type { SecretFinding } from "./secret-finding.ts";

/** The place that names a Secret. */
export interface SecretSlot {
  /** The name of the field. */
  readonly field: string;
  /** The spec of the object that refers. */
  readonly spec: Fields;
  /** What stands around the field: the spec, or a part of it. */
  readonly holder: Fields;
  /** What stands beside the name. */
  readonly reference: Fields;
  readonly flux: FluxVersion;
  readonly kinds: KindTable;
}

/** What reads a Secret: the contract that it has to meet. */
export interface Consumer {
  /** The uses that fit, what is meant first; `undefined` where every use may fit. */
  uses(slot: SecretSlot): readonly SecretUse[] | undefined;
  /** What the controller would refuse of a Secret, or not read. */
  check(secret: KnownSecret, slot: SecretSlot): readonly SecretFinding[];
  /** What is wrong with a value for this slot: one that is right in itself, and not for the URL beside it. */
  read?(secret: KnownSecret, slot: SecretSlot): readonly (SecretProblem | undefined)[];
  /** Says whether a key is read here, where not every key of the use is. */
  reads?(key: string, secret: KnownSecret, slot: SecretSlot): boolean;
  /** Why a Secret has to be named, where none is. Goes on from the name of the object that refers. */
  without?(slot: SecretSlot): MissingSecret | undefined;
}

/** Why an object has to name a Secret. */
export interface MissingSecret {
  /** Goes on from the name of the object: `is cloned over SSH, and names no Secret`. */
  readonly message: string;
  readonly hint: string;
}
