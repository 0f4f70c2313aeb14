import { cluster, resourceSet } from "sluice";

const sets = resourceSet(
  "teams",
  {
    inputs: [{ team: "shop" }],
    resourcesTemplate: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: << inputs.team\n",
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: sets });
