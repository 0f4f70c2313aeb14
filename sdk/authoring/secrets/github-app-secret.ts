import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import type { ClientCertificate, NoClientCertificate } from "./client-tls.ts";

/** What every login as a GitHub App needs. */
export interface GitHubApp {
  /** The App's number, as text: `"123456"`. */
  readonly githubAppID: SecretInput;
  /** The App's private key, in PEM. */
  readonly githubAppPrivateKey: SecretInput;
  /** The API of a GitHub Enterprise Server: `https://github.example.com/api/v3`. Default: that of github.com. */
  readonly githubAppBaseURL?: SecretInput | undefined;
  /** Certificates in PEM of whoever signed the server's. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** A GitHub App and the number of its installation. */
export interface GitHubAppInstallation extends GitHubApp {
  /** The number of the App's installation, as text. */
  readonly githubAppInstallationID: SecretInput;
  readonly githubAppInstallationOwner?: undefined;
}

/** A GitHub App and who installed it. */
export interface GitHubAppOwner extends GitHubApp {
  /** The organization or user that installed the App. Flux looks up the number of the installation. */
  readonly githubAppInstallationOwner: SecretInput;
  readonly githubAppInstallationID?: undefined;
}

/** The alternatives of {@link GitHubAppKeys}. */
export interface GitHubAppOwnerWithCertificate extends GitHubAppOwner, ClientCertificate {}
/** The alternatives of {@link GitHubAppKeys}. */
export interface GitHubAppOwnerAlone extends GitHubAppOwner, NoClientCertificate {}
/** The alternatives of {@link GitHubAppKeys}. */
export interface GitHubAppInstallationWithCertificate extends GitHubAppInstallation, ClientCertificate {}
/** The alternatives of {@link GitHubAppKeys}. */
export interface GitHubAppInstallationAlone extends GitHubAppInstallation, NoClientCertificate {}

/** What stands in the Secret of a GitHub App: the owner of its installation or the number of it, never both. */
export type GitHubAppKeys =
  | GitHubAppOwnerWithCertificate
  | GitHubAppInstallationWithCertificate
  | GitHubAppOwnerAlone
  | GitHubAppInstallationAlone;

/**
 * A Secret with the login of a GitHub App: the `secretRef` of a GitRepository with `provider: "github"`, of a Provider of type `github`,
 * `githubdispatch` or `githubpullrequestcomment`, of an input provider of GitHub, or the `pullSecret` of a FluxInstance.
 *
 * A number that is none, and a key that is no private key of RSA in PEM, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#github
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function githubAppSecret(name: string, keys: GitHubAppKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "github-app", name, stringData: { ...keys }, options }, githubAppSecret);
}
