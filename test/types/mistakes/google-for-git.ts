import { fluxInstance } from "sluice";

const sync = { url: "https://git.acme.example/fleet", ref: "refs/heads/main", path: "clusters/one" };
fluxInstance("flux", {
  distribution: { version: "2.x", registry: "ghcr.io/fluxcd" },
  sync: { ...sync, kind: "GitRepository", provider: "gcp" },
});
