import { inject } from "vitest";
import type { Account } from "./account.ts";

/** What tests need to reach the running lab: plain data, for it goes to other threads. */
export interface LabConnection {
  /** The API server's address, `https://127.0.0.1:PORT`. */
  readonly server: string;
  /** An administrator's. */
  readonly token: string;
  /** The certificate that the API server made for itself, in PEM. */
  readonly ca: string;
  readonly kubeconfig: string;
  /** The temporary folder of the whole run. */
  readonly folder: string;
  readonly logs: string;
  /** The paths of the programs, by name. */
  readonly programs: Readonly<Record<string, string>>;
  /** The namespace that the controllers say they run in. */
  readonly runtimeNamespace: string;
  /** The address of our own server: Git under `/git`, charts under `/charts`, an OCI registry under `/v2`. */
  readonly http: string;
  /** The same services for those who have the account, by TLS with the certificate `ca`. */
  readonly guarded: { readonly url: string; readonly account: Account };
  /** A proxy for HTTP and those who have the account. What was reached through it is listed at `/proxied` of our own server. */
  readonly proxy: { readonly url: string; readonly account: Account };
  readonly gitSsh: { readonly url: string; readonly knownHosts: string };
  /** Holds bare repositories, and who may read them. */
  readonly git: GitFolders;
  /** Where notification-controller takes what Receivers receive. */
  readonly receiver: string;
}

/** The folders that both Git servers read at each request. */
export interface GitFolders {
  /** `NAME.git`, bare. */
  readonly repositories: string;
  /** `NAME`: the public keys that may use a repository over SSH. */
  readonly keys: string;
  /** `NAME`: `USER:PASSWORD`, where HTTP asks for it. */
  readonly passwords: string;
}

declare module "vitest" {
  interface ProvidedContext {
    lab: LabConnection;
  }
}

/** Gives the lab of this run. Works while tests run, and not while their files are loaded. */
export function lab(): LabConnection {
  const connection = inject("lab");
  if (connection === undefined) throw new Error("There is no lab here: it is started by `npm run test:lab`");
  return connection;
}
