import { cluster } from "sluice";

cluster("production", { path: "clusters/production", flux: "2.10", resources: [] });
