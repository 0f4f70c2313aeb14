import type { Team } from "./tenant.ts";

export const teams: readonly Team[] = [
  { name: "checkout", repository: "https://git.acme.example/checkout/deploy" },
  { name: "search", repository: "https://git.acme.example/search/deploy" },
];
