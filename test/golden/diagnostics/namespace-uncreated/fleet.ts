import { cluster, configMap } from "sluice";

const settings = configMap("settings", { data: { replicas: "3" } }, { namespace: "shop" });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
