import { cluster, configMap } from "sluice";

// No token of anybody: the checksum is right, which is what makes it look like one. Joined here, no scanner sees it.
const token = ["ghp", "SluiceMakesTokensForItsTests003jvBu8"].join("_");

const settings = configMap(
  "settings",
  {
    data: { "app.ini": `[updates]\nbearer = ${token}\n` },
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
