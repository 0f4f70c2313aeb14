import { fluxSystem, kustomization, namespace } from "sluice";

const team = namespace("team");

kustomization("apps", { sourceRef: fluxSystem, interval: "10m", prune: true, serviceAccountName: team });
