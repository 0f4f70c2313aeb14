// A builder for each use of a Secret: what each takes, and which combinations do not compile.
import {
  basicAuthSecret,
  bearerTokenSecret,
  bucketSecret,
  cosignSecret,
  type Deferred,
  fromEnv,
  fromFile,
  githubAppSecret,
  gitRepository,
  gitSigningSecret,
  gitSshSecret,
  gitVerificationSecret,
  kubeConfigSecret,
  notationSecret,
  providerSecret,
  proxySecret,
  type Resource,
  registrySecret,
  type Secret,
  secretText,
  sigstoreTrustedRootSecret,
  sopsKeysSecret,
  substitution,
  tlsSecret,
  valuesSecret,
  variablesSecret,
  webhookTokenSecret,
} from "sluice";

const value = fromEnv("VALUE");
declare const later: Deferred<string>;

export const key: Secret = gitSshSecret("git", { identity: fromFile("key"), known_hosts: "h" }, { namespace: "apps" });
export const asResource: { readonly key: Resource<"Secret"> } = { key };
gitSshSecret("git", { identity: later, known_hosts: substitution("HOSTS"), password: value, "identity.pub": "k" });
gitRepository("apps", { url: "ssh://git@git.acme.example/apps", interval: "1m", secretRef: key });
// @ts-expect-error: no known_hosts
gitSshSecret("git", { identity: value });
// @ts-expect-error: the key of the passphrase is password
gitSshSecret("git", { identity: value, known_hosts: "h", passphrase: value });

basicAuthSecret("login", { username: "flux", password: value });
basicAuthSecret("login", { username: "flux", password: value, "ca.crt": "c", "tls.crt": "c", "tls.key": value });
// @ts-expect-error: half a login
basicAuthSecret("login", { username: "flux" });
// @ts-expect-error: half a pair
basicAuthSecret("login", { username: "flux", password: value, "tls.crt": "c" });

bearerTokenSecret("token", { bearerToken: secretText`${value}`, "ca.crt": "c" });
// @ts-expect-error: another key
bearerTokenSecret("token", { token: value });

const app = { githubAppID: "1", githubAppPrivateKey: value };
githubAppSecret("app", { ...app, githubAppInstallationOwner: "acme" });
githubAppSecret("app", {
  ...app,
  githubAppInstallationID: "2",
  githubAppBaseURL: "https://github.acme.example/api/v3",
});
// @ts-expect-error: no installation
githubAppSecret("app", app);
// @ts-expect-error: the owner and the number of the installation
githubAppSecret("app", { ...app, githubAppInstallationOwner: "acme", githubAppInstallationID: "2" });
// @ts-expect-error: numbers are texts
githubAppSecret("app", { ...app, githubAppID: 1, githubAppInstallationOwner: "acme" });

tlsSecret("tls", { "ca.crt": "c" });
tlsSecret("tls", { "tls.crt": "c", "tls.key": value });
// @ts-expect-error: half a pair
tlsSecret("tls", { "ca.crt": "c", "tls.key": value });
// @ts-expect-error: nothing
tlsSecret("tls", {});

proxySecret("proxy", { address: "http://proxy.acme.example:3128", username: "flux", password: value });
proxySecret("proxy", { address: value, username: "flux" });
// @ts-expect-error: a password of nobody
proxySecret("proxy", { address: value, password: value });

registrySecret("registries", { "ghcr.io": { username: "flux", password: value } });
// @ts-expect-error: half a login
registrySecret("registries", { "ghcr.io": { username: "flux" } });
// @ts-expect-error: logins stand below their hosts
registrySecret("registries", { username: "flux", password: value });

bucketSecret("bucket", { accesskey: "a", secretkey: value });
bucketSecret("bucket", { serviceaccount: value });
bucketSecret("bucket", { tenantId: "t", clientId: "c", clientSecret: value, authorityHost: "https://login.example" });
bucketSecret("bucket", { tenantId: "t", clientId: "c", clientCertificate: value, clientCertificateSendChain: "1" });
bucketSecret("bucket", { clientId: "c" });
bucketSecret("bucket", { accountKey: value });
bucketSecret("bucket", { sasKey: value });
// @ts-expect-error: half a key
bucketSecret("bucket", { accesskey: "a" });
// @ts-expect-error: keys of two providers
bucketSecret("bucket", { accesskey: "a", secretkey: value, serviceaccount: value });
// @ts-expect-error: a principal without its client
bucketSecret("bucket", { tenantId: "t", clientSecret: value });

gitVerificationSecret("trusted", { "me.asc": "k", "you.sshpub": "k" });
// @ts-expect-error: neither *.asc nor *.sshpub
gitVerificationSecret("trusted", { "me.pub": "k" });

gitSigningSecret("signing", { "git.asc": value, passphrase: value });
gitSigningSecret("signing", { identity: value, password: value });
// @ts-expect-error: the passphrase of the other kind of key
gitSigningSecret("signing", { "git.asc": value, password: value });

cosignSecret("cosign", { "cosign.pub": "k" });
// @ts-expect-error: not *.pub
cosignSecret("cosign", { "cosign.key": value });

notationSecret("notation", { "trustpolicy.json": "{}", "ca.crt": "c", "other.pem": "c" });
// @ts-expect-error: no policy
notationSecret("notation", { "ca.crt": "c" });

sigstoreTrustedRootSecret("sigstore", { "trusted_root.json": "{}" });
// @ts-expect-error: another key
sigstoreTrustedRootSecret("sigstore", { "trusted-root.json": "{}" });

sopsKeysSecret("sops", { "age.agekey": value, "me.asc": value, "sops.vault-token": value, "sops.gcp-kms": value });
sopsKeysSecret("sops", { "sops.aws-kms": { aws_access_key_id: "a", aws_secret_access_key: value } });
sopsKeysSecret("sops", { "sops.azure-kv": { tenantId: "t", clientId: "c", clientSecret: value } });
// @ts-expect-error: no key that is read
sopsKeysSecret("sops", { "age.key": value });
// @ts-expect-error: half a login
sopsKeysSecret("sops", { "sops.aws-kms": { aws_access_key_id: "a" } });

webhookTokenSecret("webhook", { token: value });
webhookTokenSecret("webhook", { token: value, email: "flux@acme.example", audience: "https://flux.acme.example" });
// @ts-expect-error: no audience
webhookTokenSecret("webhook", { token: value, email: "flux@acme.example" });

providerSecret("slack", "slack", { token: value });
providerSecret("slack", "slack", { address: value });
providerSecret("teams", "msteams", { address: value }, { namespace: "apps" });
providerSecret("any", "generic", { headers: { Authorization: secretText`Bearer ${value}` } });
providerSecret("server", "bitbucketserver", { username: "flux", password: value, "ca.crt": "c" });
providerSecret("nats", "nats", { creds: value });
// @ts-expect-error: no such type
providerSecret("slack", "slak", { token: value });
// @ts-expect-error: a webhook's token is in its address
providerSecret("discord", "discord", { token: value });
// @ts-expect-error: this type reads no token
providerSecret("any", "generic", { token: value });
// @ts-expect-error: a token, or a login
providerSecret("grafana", "grafana", { token: value, username: "flux", password: value });

kubeConfigSecret("edge", { value: fromFile("edge.kubeconfig") });
// @ts-expect-error: a kubeconfig is a text
kubeConfigSecret("edge", { value: { clusters: [] } });

variablesSecret("settings", { DOMAIN: "acme.example", TOKEN: value });
// @ts-expect-error: values are texts
variablesSecret("settings", { REPLICAS: 3 });

interface Values {
  auth: { password: typeof value };
  replicas: number;
}
declare const values: Values;
valuesSecret("values", { "values.yaml": values, password: value });
valuesSecret("values", { "values.yaml": { list: [value, { deep: value }], later } });
// @ts-expect-error: neither an object nor a text
valuesSecret("values", { "values.yaml": 3 });
