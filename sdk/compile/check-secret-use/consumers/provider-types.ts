/** What a type of a Provider reads of its Secret, beside an address. */
export interface ProviderType {
  readonly name: string;
  readonly reads: readonly string[];
  /** What it sends nothing without: one of these lists of keys, all of the list. */
  readonly needs: readonly (readonly string[])[];
  /** It sends nothing without an address, in the Secret or beside it. */
  readonly needsAddress: boolean;
  /** It takes the login of a GitHub App in the place of a token. */
  readonly takesApp?: true | undefined;
}

type Facts = Omit<ProviderType, "name">;

const LOGIN = ["username", "password"];
const WEBHOOK: Facts = { reads: [], needs: [], needsAddress: true };
const TOKEN: Facts = { reads: ["token"], needs: [["token"]], needsAddress: true };
/** A password stands in for a token. */
const GIT_TOKEN: Facts = { reads: ["token", ...LOGIN], needs: [["token"], LOGIN], needsAddress: true };
const GITHUB: Facts = { ...GIT_TOKEN, takesApp: true };

const TYPES: Readonly<Record<string, Facts | undefined>> = {
  alertmanager: { reads: ["token", ...LOGIN], needs: [], needsAddress: true },
  // An identity of Azure does for a token.
  azuredevops: { reads: ["token"], needs: [], needsAddress: true },
  azureeventhub: { reads: ["token"], needs: [], needsAddress: true },
  bitbucket: TOKEN,
  bitbucketserver: { reads: ["token", ...LOGIN], needs: [["token"], LOGIN], needsAddress: true },
  datadog: { ...TOKEN, needsAddress: false },
  discord: WEBHOOK,
  generic: { reads: ["headers"], needs: [], needsAddress: true },
  "generic-hmac": { reads: ["token", "headers"], needs: [["token"]], needsAddress: true },
  gitea: GIT_TOKEN,
  giteapullrequestcomment: GIT_TOKEN,
  github: GITHUB,
  githubdispatch: GITHUB,
  githubpullrequestcomment: GITHUB,
  gitlab: GIT_TOKEN,
  gitlabmergerequestcomment: GIT_TOKEN,
  googlechat: WEBHOOK,
  googlepubsub: { reads: ["token"], needs: [], needsAddress: true },
  grafana: { reads: ["token", ...LOGIN], needs: [], needsAddress: true },
  lark: WEBHOOK,
  matrix: { reads: ["token"], needs: [], needsAddress: true },
  msteams: WEBHOOK,
  nats: { reads: ["creds", "nkey", ...LOGIN], needs: [], needsAddress: true },
  opsgenie: TOKEN,
  otel: { reads: ["headers", "token", ...LOGIN], needs: [], needsAddress: false },
  pagerduty: WEBHOOK,
  rocket: WEBHOOK,
  sentry: WEBHOOK,
  slack: { reads: ["token"], needs: [], needsAddress: true },
  telegram: { ...TOKEN, needsAddress: false },
  webex: { reads: ["token"], needs: [], needsAddress: true },
  zulip: { reads: LOGIN, needs: [], needsAddress: false },
};

/** What is known of a type of a Provider. */
export function providerType(name: string): ProviderType | undefined {
  const facts = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  return facts && { name, ...facts };
}
