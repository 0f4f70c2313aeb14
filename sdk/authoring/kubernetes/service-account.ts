import { type BodyBuilder, defineBodyKind } from "../../model/define-kind.ts";
import type { Input } from "../../model/input.ts";
import { once } from "../../model/once.ts";
import type { LocalRefTo } from "../../model/reference.ts";
import type { Resource } from "../../model/resource.ts";

/** The fields of a ServiceAccount. */
export interface ServiceAccountBody {
  /** Secrets with which images are pulled for its pods; Flux pulls OCI artifacts with them too. */
  readonly imagePullSecrets?: readonly LocalRefTo<"Secret">[] | undefined;
  /** Whether its token is mounted in its pods. Default: `true`. */
  readonly automountServiceAccountToken?: Input<boolean> | undefined;
}

/** A ServiceAccount. */
export type ServiceAccount = Resource<"ServiceAccount", undefined> & ServiceAccountBody;

/**
 * A ServiceAccount, such as the one that a tenant's Kustomization acts as.
 *
 * Source: https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export const serviceAccount: BodyBuilder<"ServiceAccount", ServiceAccountBody> = /* @__PURE__ */ defineBodyKind({
  group: "",
  kind: "ServiceAccount",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  partial: true,
  body: once(() => ({
    type: "object",
    properties: {
      automountServiceAccountToken: { type: "boolean" },
      imagePullSecrets: {
        type: "array",
        items: {
          type: "object",
          properties: { name: { type: "string" } },
          reference: { kinds: ["Secret"], edge: "need", secret: "registry" },
        },
      },
    },
  })),
});
