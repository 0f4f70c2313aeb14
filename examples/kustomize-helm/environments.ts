/** How the clusters differ. */
export interface Environment {
  readonly name: string;
  /** The releases of podinfo that the cluster follows. */
  readonly podinfo: string;
  /** Where certificates come from. */
  readonly acme: string;
  /** Whether Helm's tests run: set where they must not. */
  readonly test?: { readonly enable: boolean };
}

export const staging: Environment = {
  name: "staging",
  podinfo: ">=1.0.0-alpha",
  acme: "https://acme-staging-v02.api.letsencrypt.org/directory",
  test: { enable: false },
};

export const production: Environment = {
  name: "production",
  podinfo: ">=1.0.0",
  acme: "https://acme-v02.api.letsencrypt.org/directory",
};
