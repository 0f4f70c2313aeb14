import { Release } from "@pulumi/kubernetes/helm/v3/index.js";
import { provider } from "./cluster.ts";

/** The Flux Operator, which installs Flux and keeps it up to date, in the namespace of both. */
export const operator = new Release(
  "flux-operator",
  {
    name: "flux-operator",
    namespace: "flux-system",
    createNamespace: true,
    chart: "oci://ghcr.io/controlplaneio-fluxcd/charts/flux-operator",
    version: "0.58.0",
  },
  { provider },
);
