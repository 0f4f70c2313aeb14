import { cluster, configMap, override } from "sluice";

const settings = configMap("settings", {}, { namespace: "default" });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: settings,
  overrides: [override(settings, { remove: ["metadata.namespace"] })],
});
