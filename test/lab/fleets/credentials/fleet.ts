import { cluster, directory, external, fleet, gitRepository, group, kustomization } from "sluice";
import * as secrets from "./secrets.ts";
import { settings } from "./settings.ts";
import * as sources from "./sources.ts";
import * as users from "./users.ts";

const source = gitRepository("fleet", { url: settings.repository, ref: { branch: "main" }, interval: "1h" });
const inNamespace = { namespace: settings.namespace };
const often = { sourceRef: source, interval: "1h", retryInterval: "2s", prune: true, wait: true } as const;

const decrypted = kustomization("secrets", {
  ...often,
  path: directory("secrets", group(inNamespace, Object.values(secrets))),
  decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
});
const fetched = kustomization("sources", {
  ...often,
  path: directory("sources", group(inNamespace, Object.values(sources))),
  dependsOn: [decrypted],
});
const used = kustomization("users", {
  ...often,
  path: directory("users", group(inNamespace, [users.releases, users.elsewhere, users.said, users.hook, users.city])),
  dependsOn: [fetched],
  postBuild: { substituteFrom: [secrets.variables] },
});

export default fleet(
  cluster("lab", {
    path: "clusters/lab",
    flux: "2.9",
    resources: group(inNamespace, [source, decrypted, fetched, used]),
  }),
);
