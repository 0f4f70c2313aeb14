import { cluster, namespace } from "sluice";

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: namespace("shop") });
