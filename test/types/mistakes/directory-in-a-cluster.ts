import { cluster, directory } from "sluice";

cluster("production", { path: "clusters/production", flux: "2.9", resources: [directory("apps", [])] });
