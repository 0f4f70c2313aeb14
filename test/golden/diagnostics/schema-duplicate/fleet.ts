import { cluster, receiver } from "sluice";

const hook = receiver("hook", {
  type: "generic-oidc",
  oidcProviders: [
    {
      issuerURL: "https://token.actions.acme.example",
      validations: [{ expression: "claims.repository == 'acme/fleet'", message: "another repository" }],
    },
    {
      issuerURL: "https://token.actions.acme.example",
      validations: [{ expression: "claims.repository == 'acme/apps'", message: "another repository" }],
    },
  ],
  resources: [{ kind: "GitRepository", name: "*" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: hook });
