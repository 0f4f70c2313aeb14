/** An object as the API server gives and takes it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: ObjectStatus;
  readonly data?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The part of an object's metadata that tests look at. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly generation?: number;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly finalizers?: readonly string[];
  readonly deletionTimestamp?: string;
  readonly [field: string]: unknown;
}

/** The part of an object's status that most kinds share. */
export interface ObjectStatus {
  readonly conditions?: readonly Condition[];
  readonly observedGeneration?: number;
  readonly lastHandledReconcileAt?: string;
  readonly [field: string]: unknown;
}

/** What a controller says about an object. */
export interface Condition {
  readonly type: string;
  readonly status: "True" | "False" | "Unknown";
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration?: number;
  readonly lastTransitionTime?: string;
}

/** Names an object. */
export interface ObjectKey {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** Gives what names an object. */
export function keyOf({ apiVersion, kind, metadata: { name, namespace } }: KubeObject): ObjectKey {
  return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, name, namespace };
}

/** Names an object in a sentence. */
export function nameOf({ kind, name, namespace }: ObjectKey): string {
  return `${kind} "${namespace === undefined ? name : `${namespace}/${name}`}"`;
}
