import { external, fluxSystem, receiver } from "sluice";

const token = external("Secret", "webhook-token");
const oidcProviders = [{ issuerURL: "https://issuer.example", validations: [{ expression: "true", message: "no" }] }];
receiver("push", { type: "generic-oidc", oidcProviders, secretRef: token, resources: [fluxSystem] });
