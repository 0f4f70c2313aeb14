import type { SecretConsumer } from "../../model/secret-use.ts";
import type { Consumer } from "./consumer.ts";
import { artifactVerification } from "./consumers/artifact-verification.ts";
import { bucket } from "./consumers/bucket.ts";
import { bucketSts } from "./consumers/bucket-sts.ts";
import { git } from "./consumers/git.ts";
import { gitSigning } from "./consumers/git-signing.ts";
import { gitVerification } from "./consumers/git-verification.ts";
import { helmRepository } from "./consumers/helm-repository.ts";
import { inputProvider } from "./consumers/input-provider.ts";
import { instanceSync } from "./consumers/instance-sync.ts";
import { kubeconfig } from "./consumers/kubeconfig.ts";
import { notificationProvider } from "./consumers/notification-provider.ts";
import { proxy } from "./consumers/proxy.ts";
import { receiver } from "./consumers/receiver.ts";
import { registry } from "./consumers/registry.ts";
import { sigstoreTrustedRoot } from "./consumers/sigstore-trusted-root.ts";
import { sopsKeys } from "./consumers/sops-keys.ts";
import { tls } from "./consumers/tls.ts";
import { values } from "./consumers/values.ts";
import { variables } from "./consumers/variables.ts";

/** What reads Secrets, by the name that slots give it. */
export const CONSUMERS: Readonly<Record<SecretConsumer, Consumer>> = {
  "artifact-verification": artifactVerification,
  bucket,
  "bucket-sts": bucketSts,
  git,
  "git-signing": gitSigning,
  "git-verification": gitVerification,
  "helm-repository": helmRepository,
  "input-provider": inputProvider,
  "instance-sync": instanceSync,
  kubeconfig,
  "notification-provider": notificationProvider,
  proxy,
  receiver,
  registry,
  "sigstore-trusted-root": sigstoreTrustedRoot,
  "sops-keys": sopsKeys,
  tls,
  values,
  variables,
};
