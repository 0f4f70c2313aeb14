import { cluster, configMap } from "sluice";

const data = configMap("data", { data: { blob: "x".repeat(4_000_000) } }, { namespace: "flux-system" });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: data });
