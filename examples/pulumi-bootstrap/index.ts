import { Config } from "@pulumi/pulumi";
import { cluster } from "sluice";
import { deploy } from "sluice/pulumi";
import { provider } from "./cluster.ts";
import { installation } from "./flux.ts";
import { operator } from "./operator.ts";

const path = new Config().require("path");

deploy(cluster("bootstrap", { path, flux: "2.9", resources: installation }), {
  provider,
  // Before the operator is there, nobody knows what a FluxInstance is.
  dependsOn: [operator],
  // Once it runs, Flux reads the sync from the repository like all else, and may change it. Pulumi does not undo that.
  handOff: ({ kind }) => kind === "GitRepository" || kind === "Kustomization",
});
