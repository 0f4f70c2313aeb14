import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** What a webhook of every type needs. */
export interface WebhookToken {
  /** A random text. Who calls the webhook signs with it or shows it, and its path is made of it. */
  readonly token: SecretInput;
}

/** What a webhook of Google's registry needs: it is called by Pub/Sub, which shows who it is. */
export interface GcrWebhookKeys extends WebhookToken {
  /** The service account that pushes: `flux@project.iam.gserviceaccount.com`. */
  readonly email: SecretInput;
  /** The audience of its tokens, as the subscription says: mostly the webhook's URL. */
  readonly audience: SecretInput;
}

/** What webhooks of all other types need. */
export interface WebhookTokenAlone extends WebhookToken {
  readonly email?: undefined;
  readonly audience?: undefined;
}

/** What stands in the Secret of a webhook. */
export type WebhookTokenKeys = GcrWebhookKeys | WebhookTokenAlone;

/**
 * A Secret with the token of a webhook: the `secretRef` of a Receiver. A Receiver of type `gcr` needs `email` and `audience` too; one of type
 * `generic-oidc` takes no Secret.
 *
 * A token that is empty or ends in a line break is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/notification/receivers/#secret-reference
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function webhookTokenSecret(name: string, keys: WebhookTokenKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "webhook-token", name, stringData: { ...keys }, options }, webhookTokenSecret);
}
