// A Pulumi program of many objects, without an engine: BENCH_PULUMI says whether Sluice deploys them, plain resources are made, or
// only the packages are loaded. Prints how many resources were registered.
import process from "node:process";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { runtime } from "@pulumi/pulumi";

const { BENCH_PULUMI: by, BENCH_OBJECTS } = process.env;
const pairs = Number(BENCH_OBJECTS) / 2;
const names = Array.from({ length: by === "nothing" ? 0 : pairs }, (_, index) => `app-${index}`);
const namespace = "flux-system";
const spec = (name) => ({ url: `https://git.acme.example/${name}.git`, interval: "1m", ref: { branch: "main" } });
const sync = { path: "./deploy", interval: "10m", prune: true, wait: true, timeout: "5m" };

let registered = 0;
runtime.setMocks(
  {
    newResource: ({ name, inputs }) => {
      registered += 1;
      return { id: name, state: inputs };
    },
    call: ({ inputs }) => inputs,
  },
  "bench",
  "bench",
);

if (by === "sluice") {
  const { cluster, gitRepository, kustomization } = await import("sluice");
  const { deploy } = await import("sluice/pulumi");
  const resources = names.map((name) =>
    kustomization(name, { sourceRef: gitRepository(name, spec(name)), ...sync }, { namespace }),
  );
  deploy(cluster("bench", { path: "clusters/bench", flux: "2.9", resources }));
} else {
  for (const name of names) {
    const repository = new CustomResource(`repository-${name}`, {
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "GitRepository",
      metadata: { name, namespace },
      spec: spec(name),
    });
    new CustomResource(`sync-${name}`, {
      apiVersion: "kustomize.toolkit.fluxcd.io/v1",
      kind: "Kustomization",
      metadata: { name, namespace },
      spec: { sourceRef: { kind: "GitRepository", name: repository.metadata.name }, ...sync },
    });
  }
}
await runtime.disconnect();
process.stdout.write(String(registered));
