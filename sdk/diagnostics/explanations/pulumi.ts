import type { Explanations } from "./explanation.ts";

/** Why each `pulumi/…` is a rule, and what it looks like. */
export const PULUMI: Explanations<"pulumi"> = {
  "pulumi/copies": {
    why: "What one copy of @pulumi/pulumi makes is nothing that another can register, and Pulumi says so in terms of its protocol alone.",
    wrong: {
      text: `
# package.json: the linked folder has its own node_modules/@pulumi/pulumi
"dependencies": { "@pulumi/pulumi": "^3.245.0", "sluice": "link:../sluice" }
`,
    },
    right: {
      text: `
# package.json: what npm installs uses the copy of the program
"dependencies": { "@pulumi/kubernetes": "^4.34.0", "@pulumi/pulumi": "^3.245.0", "sluice": "^0.1.0" }
`,
    },
  },
  "pulumi/encrypted-file": {
    why: "Flux decrypts what it applies, and Pulumi does not: the API server would get the ciphertext.",
    wrong: {
      text: `
// index.ts of a Pulumi program
const key = encryptedFile("git", "secrets/git.sops.yaml", { namespace: "flux-system" });
const platform = gitRepository("platform", { url: "ssh://git@github.com/acme/platform", interval: "1m", secretRef: key });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
`,
    },
    right: {
      text: `
// Pulumi has secrets of its own; or the file stands in a directory(), which Flux applies
const identity = new pulumi.Config().requireSecret("gitKey");
const key = secret("git", { stringData: { identity } }, { namespace: "flux-system" });
const platform = gitRepository("platform", { url: "ssh://git@github.com/acme/platform", interval: "1m", secretRef: key });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
`,
    },
  },
  "pulumi/image-policy": {
    why: "Image automation commits new versions to files in Git. What Pulumi applies is in none, so the program's version stays for ever.",
    wrong: {
      text: `
// index.ts of a Pulumi program
const image = fromPolicy(policy, "ghcr.io/acme/app:1.0.0");
const settings = configMap("settings", { data: { image } }, { namespace: "apps" });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [policy, settings] }));
`,
    },
    right: {
      text: `
// What is in a directory is delivered by Git
const image = fromPolicy(policy, "ghcr.io/acme/app:1.0.0");
const settings = configMap("settings", { data: { image } }, { namespace: "apps" });
const apps = kustomization("apps", { sourceRef, path: directory("apps", [settings]), interval: "10m", prune: true });
deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: [policy, apps] }));
`,
    },
  },
  "pulumi/missing-crd": {
    why: "Preview asks nobody whether a kind exists; the update tries for a minute and fails.",
    wrong: {
      text: `
// index.ts of a Pulumi program: Flux is not installed in the cluster of this kubeconfig
const provider = new k8s.Provider("cluster", { kubeconfig });
deploy(production, { provider });
`,
    },
    right: {
      text: `
const provider = new k8s.Provider("cluster", { kubeconfig });
const flux = new k8s.helm.v3.Release("flux", { chart: "flux2", repositoryOpts, namespace: "flux-system" }, { provider });
deploy(production, { provider, dependsOn: [flux] });
`,
    },
  },
  "pulumi/not-applicable": {
    why: "What Flux does to a directory before it applies it, Pulumi does not: objects would be applied as they were not meant.",
    wrong: {
      text: `
// index.ts of a Pulumi program
const apps = kustomization("apps", {
  sourceRef, path: directory("apps", [settings]), interval: "10m", prune: true, commonMetadata: { labels: { team: "web" } },
});
deploy(cluster("development", { path: "clusters/development", flux: "2.9", resources: apps }), { applyDirectories: true });
`,
    },
    right: {
      text: `
const labelled = group({ labels: { team: "web" } }, [settings]);
const apps = kustomization("apps", { sourceRef, path: directory("apps", labelled), interval: "10m", prune: true });
deploy(cluster("development", { path: "clusters/development", flux: "2.9", resources: apps }), { applyDirectories: true });
`,
    },
  },
  "pulumi/secret-absent": {
    why: "Pulumi applies the Secret itself, so its value has to be there for every preview and update: no encrypted file stands in for it.",
    wrong: {
      text: `
// index.ts of a Pulumi program, where GIT_KEY is not set
const key = secret("git", { stringData: { identity: fromEnv("GIT_KEY") } }, { namespace: "flux-system" });
`,
    },
    right: {
      text: `
// Pulumi keeps it, encrypted, in the configuration of the stack
const identity = new pulumi.Config().requireSecret("gitKey");
const key = secret("git", { stringData: { identity } }, { namespace: "flux-system" });
`,
    },
  },
  "pulumi/secret-replaced": {
    why: "By default, Pulumi's provider deletes a Secret whose values change and makes it again: for a moment, Flux finds none.",
    wrong: {
      text: `
// index.ts of a Pulumi program
const provider = new k8s.Provider("cluster", { kubeconfig });
deploy(production, { provider });
`,
    },
    right: {
      text: `
const provider = new k8s.Provider("cluster", { kubeconfig, enableSecretMutable: true });
deploy(production, { provider });
`,
    },
  },
};
