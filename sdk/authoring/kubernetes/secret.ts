import { type BodyBuilder, defineBodyKind } from "../../model/define-kind.ts";
import type { Input } from "../../model/input.ts";
import { once } from "../../model/once.ts";
import type { Resource } from "../../model/resource.ts";
import type { SecretInput } from "../../model/secret-value.ts";

/** The fields of a Secret. */
export interface SecretBody {
  /** What the values are for: `Opaque`, `kubernetes.io/tls`, … Default: `Opaque`. It cannot change. */
  readonly type?: Input<string> | undefined;
  /** Bytes by key, in base64. They are never written to a file in plain text. */
  readonly data?: Readonly<Record<string, SecretInput>> | undefined;
  /** Text by key. It is never written to a file in plain text. */
  readonly stringData?: Readonly<Record<string, SecretInput>> | undefined;
  /** Whether the content is fixed once it is applied. Without it, it may change. */
  readonly immutable?: Input<boolean> | undefined;
}

/** A Secret. */
export type Secret = Resource<"Secret", undefined> & SecretBody;

/**
 * A Secret. One with values is written encrypted, by the rules of `.sops.yaml`; without a rule for its file the build fails
 * (`secret/plaintext`). A builder for its use, like `gitSshSecret()`, says what it has to hold.
 *
 * Source: https://kubernetes.io/docs/concepts/configuration/secret/
 */
export const secret: BodyBuilder<"Secret", SecretBody> = /* @__PURE__ */ defineBodyKind({
  group: "",
  kind: "Secret",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  secretFields: ["data", "stringData"],
  content: {
    texts: "stringData",
    bytes: "data",
    isMerged: true,
    types: {
      "kubernetes.io/basic-auth": { oneOf: ["username", "password"] },
      "kubernetes.io/dockercfg": { keys: [".dockercfg"], json: [".dockercfg"] },
      "kubernetes.io/dockerconfigjson": { keys: [".dockerconfigjson"], json: [".dockerconfigjson"] },
      "kubernetes.io/service-account-token": { annotation: "kubernetes.io/service-account.name" },
      "kubernetes.io/ssh-auth": { keys: ["ssh-privatekey"], filled: ["ssh-privatekey"] },
      "kubernetes.io/tls": { keys: ["tls.crt", "tls.key"] },
    },
  },
  body: once(() => ({
    type: "object",
    properties: {
      type: { type: "string" },
      data: { type: "map", values: { type: "string" } },
      stringData: { type: "map", values: { type: "string" } },
      immutable: { type: "boolean" },
    },
  })),
});
