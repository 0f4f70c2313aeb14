import { cluster, configMap, notSecret } from "sluice";

const settings = configMap(
  "settings",
  {
    data: { DB_USER: notSecret("shop", "the name is known to all") },
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
