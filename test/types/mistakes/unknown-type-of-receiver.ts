import { external, fluxSystem, receiver } from "sluice";

receiver("push", { type: "gihub", secretRef: external("Secret", "token"), resources: [fluxSystem] });
