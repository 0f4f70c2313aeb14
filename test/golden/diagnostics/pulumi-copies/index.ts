import type { Resource } from "@pulumi/pulumi";
import { cluster, gitRepository } from "sluice";
import { deploy } from "sluice/pulumi";

const platform = gitRepository("platform", { url: "https://github.com/acme/platform", interval: "1m" });

// What a package that brings its own copy of Pulumi makes has the mark of a resource, and is of no class that is known here.
const bucket = { __pulumiResource: true, urn: { promise: async () => "urn" } } as unknown as Resource;

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [platform] }), {
  dependsOn: [bucket],
});
