import { cluster, type Deferred, directory, fluxSystem, kustomization, serviceAccount } from "sluice";

// What a Pulumi program knows once the role exists.
const role: Deferred<string> = { get: () => "known later", apply: (change) => change("") };

const deployer = serviceAccount(
  "deployer",
  {},
  { namespace: "default", annotations: { "eks.amazonaws.com/role-arn": role } },
);

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [deployer]),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
