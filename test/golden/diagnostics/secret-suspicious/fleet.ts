import { cluster, configMap } from "sluice";

const settings = configMap(
  "settings",
  {
    data: {
      DB_USER: "shop",
      DB_PASSWORD: "correct-horse",
    },
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
