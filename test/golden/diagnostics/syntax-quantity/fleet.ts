import { cluster, fluxInstance } from "sluice";

const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
  storage: { class: "standard", size: "10GB" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: flux });
