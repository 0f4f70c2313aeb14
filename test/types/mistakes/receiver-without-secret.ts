import { fluxSystem, receiver } from "sluice";

receiver("push", { type: "github", events: ["push"], resources: [fluxSystem] });
