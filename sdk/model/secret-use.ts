/**
 * What a Secret is for. Each builder of Secrets makes one use; the slot that it is given to says which uses it can read. A slot takes a
 * Secret without a use by what is in it.
 */
export type SecretUse =
  | "basic-auth"
  | "bearer-token"
  | "bucket"
  | "cosign-keys"
  | "git-signing-key"
  | "git-ssh"
  | "git-verification-keys"
  | "github-app"
  | "kubeconfig"
  | "notation-trust"
  | "notification-provider"
  | "proxy"
  | "registry"
  | "sigstore-trusted-root"
  | "sops-keys"
  | "tls"
  | "values"
  | "variables"
  | "webhook-token";

/**
 * What reads a Secret in a slot: the contract that it has to meet. What the contract depends on beside the Secret (the scheme of a
 * URL, a provider, a type) stands in the object that refers.
 */
export type SecretConsumer =
  | "artifact-verification"
  | "bucket"
  | "bucket-sts"
  | "git"
  | "git-signing"
  | "git-verification"
  | "helm-repository"
  | "input-provider"
  | "instance-sync"
  | "kubeconfig"
  | "notification-provider"
  | "proxy"
  | "receiver"
  | "registry"
  | "sigstore-trusted-root"
  | "sops-keys"
  | "tls"
  | "values"
  | "variables";
