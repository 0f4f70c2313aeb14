import { cluster, configMap, notSecret } from "sluice";

const settings = configMap(
  "settings",
  {
    data: { DB_PASSWORD: notSecret("correct-horse", "") },
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
