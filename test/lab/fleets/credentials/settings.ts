/** Where the servers of the lab are. The tests write this file anew. */
export interface Settings {
  /** The namespace of everything. */
  readonly namespace: string;
  /** This repository, as Flux reaches it without any credentials. */
  readonly repository: string;
  readonly gitSsh: string;
  readonly knownHosts: string;
  readonly gitHttps: string;
  /** The host and port of what asks for an account, by TLS. */
  readonly guardedHost: string;
  readonly user: string;
  readonly proxy: string;
  readonly proxyUser: string;
  /** Where charts are, in the registry and in the Helm repository. */
  readonly charts: string;
  readonly artifact: string;
}

export const settings: Settings = {
  namespace: "credentials",
  repository: "https://example.com/fleet.git",
  gitSsh: "ssh://git@example.com/app.git",
  knownHosts: "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFq9gSnbBxYx7R0hX2QH3vQ0kH1pV0x3u2M0sYl8x5v",
  gitHttps: "https://example.com/app.git",
  guardedHost: "example.com",
  user: "flux",
  proxy: "http://proxy.example.com:3128",
  proxyUser: "proxy",
  charts: "credentials",
  artifact: "credentials/app",
};
