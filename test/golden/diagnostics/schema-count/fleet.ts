import { cluster, receiver } from "sluice";

const hook = receiver("hook", {
  type: "generic-oidc",
  oidcProviders: [{ issuerURL: "https://token.actions.acme.example", validations: [] }],
  resources: [{ kind: "GitRepository", name: "*" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: hook });
