import { cluster, configMap } from "sluice";

// What Pulumi prints for an Output that stands in a template string.
const host = {
  get: () => "known later",
  apply: () => host,
  toString: () => "Calling [toString] on an [Output<T>] is not supported.",
};

const settings = configMap("settings", { data: { url: `https://${host}/login` } }, { namespace: "default" });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
