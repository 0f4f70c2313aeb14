import { type BodyBuilder, defineBodyKind } from "../../model/define-kind.ts";
import type { Input } from "../../model/input.ts";
import { once } from "../../model/once.ts";
import type { Resource } from "../../model/resource.ts";

/** The fields of a ConfigMap. */
export interface ConfigMapBody {
  /** Text by key. The same key may not stand in `binaryData`. */
  readonly data?: Readonly<Record<string, Input<string>>> | undefined;
  /** Bytes by key, in base64. */
  readonly binaryData?: Readonly<Record<string, Input<string>>> | undefined;
  /** Whether the content is fixed once it is applied. Without it, it may change. */
  readonly immutable?: Input<boolean> | undefined;
}

/** A ConfigMap. */
export type ConfigMap = Resource<"ConfigMap", undefined> & ConfigMapBody;

/**
 * A ConfigMap, such as the values of a HelmRelease or the variables of a Kustomization.
 *
 * Source: https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export const configMap: BodyBuilder<"ConfigMap", ConfigMapBody> = /* @__PURE__ */ defineBodyKind({
  group: "",
  kind: "ConfigMap",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  content: { texts: "data", bytes: "binaryData" },
  body: once(() => ({
    type: "object",
    properties: {
      data: { type: "map", values: { type: "string" } },
      binaryData: { type: "map", values: { type: "string" } },
      immutable: { type: "boolean" },
    },
  })),
});
