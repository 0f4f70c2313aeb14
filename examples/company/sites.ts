/** A workload cluster: an environment in a region. */
export interface Site {
  readonly name: string;
  readonly environment: "staging" | "production";
  readonly region: "eu" | "us";
  readonly domain: string;
  readonly replicas: number;
}

const staging = { environment: "staging", replicas: 1 } as const;
const production = { environment: "production", replicas: 3 } as const;

export const sites: readonly Site[] = [
  { ...staging, name: "staging-eu", region: "eu", domain: "eu.staging.acme.example" },
  { ...staging, name: "staging-us", region: "us", domain: "us.staging.acme.example" },
  { ...production, name: "production-eu", region: "eu", domain: "eu.acme.example" },
  { ...production, name: "production-us", region: "us", domain: "us.acme.example" },
];
