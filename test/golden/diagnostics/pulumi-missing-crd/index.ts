import { Provider } from "@pulumi/kubernetes/provider.js";
import { cluster, gitRepository } from "sluice";
import { deploy } from "sluice/pulumi";

const provider = new Provider("cluster", { kubeconfig: "kubeconfig.json" });

const sources = ["platform", "apps"].map((name) =>
  gitRepository(name, { url: `https://github.com/acme/${name}`, interval: "1m" }),
);

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: sources }), { provider });
