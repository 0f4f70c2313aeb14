import { type BodyBuilder, defineBodyKind } from "../../model/define-kind.ts";
import { once } from "../../model/once.ts";
import type { Resource } from "../../model/resource.ts";

/** The fields of a Namespace: none that is usually written. */
export interface NamespaceBody {
  readonly spec?: undefined;
}

/** A Namespace. */
export type Namespace = Resource<"Namespace", undefined> & NamespaceBody;

/**
 * A Namespace. Wherever the name of one is wanted, it may stand itself.
 *
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
 */
export const namespace: BodyBuilder<"Namespace", NamespaceBody> = /* @__PURE__ */ defineBodyKind({
  group: "",
  kind: "Namespace",
  scope: "Cluster",
  versions: [{ name: "v1" }],
  guarded: true,
  createsNamespace: true,
  names: "label",
  partial: true,
  body: once(() => ({ type: "object", properties: {} })),
});
