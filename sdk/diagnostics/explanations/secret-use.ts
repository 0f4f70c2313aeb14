import type { Explanations } from "./explanation.ts";

/** Why each `secret/…` about what reads a Secret is a rule, and what it looks like. */
export const SECRET_USE: Pick<Explanations<"secret">, "secret/missing" | "secret/unfit-key" | "secret/wrong-use"> = {
  "secret/missing": {
    why: "There are servers that let nobody in, and ways to log in that have no default: without the Secret, Flux never gets to them.",
    wrong: {
      program: `
const apps = gitRepository("apps", { url: "ssh://git@git.acme.example/apps", interval: "1m" });
`,
    },
    right: {
      program: `
const apps = gitRepository("apps", {
  url: "ssh://git@git.acme.example/apps", interval: "1m", secretRef: external("Secret", "apps-key"),
});
`,
    },
  },
  "secret/unfit-key": {
    why: "A key can make a controller stop, as one that is no name of a variable does, or be read by nobody, so that what it holds has no effect.",
    wrong: {
      text: `
const vars = secret("vars", { stringData: { "cluster-domain": "acme.example" } });
kustomization("apps", { sourceRef, path: "./apps", interval: "10m", prune: true, postBuild: { substituteFrom: [vars] } })
`,
    },
    right: {
      text: `
const vars = variablesSecret("vars", { cluster_domain: "acme.example" });
kustomization("apps", { sourceRef, path: "./apps", interval: "10m", prune: true, postBuild: { substituteFrom: [vars] } })
`,
    },
  },
  "secret/wrong-use": {
    why: "Each builder makes the keys of one use, and whoever reads other keys finds nothing.",
    wrong: {
      text: `
const login = basicAuthSecret("ghcr", { username: "flux", password: fromEnv("GHCR_TOKEN") });
ociRepository("app", { url: "oci://ghcr.io/acme/app", interval: "10m", secretRef: login })
`,
    },
    right: {
      text: `
const login = registrySecret("ghcr", { "ghcr.io": { username: "flux", password: fromEnv("GHCR_TOKEN") } });
ociRepository("app", { url: "oci://ghcr.io/acme/app", interval: "10m", secretRef: login })
`,
    },
  },
};
