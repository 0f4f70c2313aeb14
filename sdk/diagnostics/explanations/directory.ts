import type { Explanations } from "./explanation.ts";

/** Why each `directory/…` is a rule, and what it looks like. */
export const DIRECTORY: Explanations<"directory"> = {
  "directory/conflict": {
    why: "Two directory values with the same path would write different files to one folder.",
    wrong: {
      program: `
const site = (name: string, replicas: string) => {
  const settings = configMap("settings", { data: { replicas } }, { namespace: "default" });
  const path = directory("apps", [settings]);
  const apps = kustomization("apps", { sourceRef: fluxSystem, path, interval: "10m", prune: true });
  return cluster(name, { path: \`clusters/\${name}\`, flux: "2.9", resources: apps });
};
export default fleet(site("staging", "1"), site("production", "3"));
`,
    },
    right: {
      program: `
const site = (name: string, replicas: string) => {
  const settings = configMap("settings", { data: { replicas } }, { namespace: "default" });
  const path = directory(\`apps/\${name}\`, [settings]);
  const apps = kustomization("apps", { sourceRef: fluxSystem, path, interval: "10m", prune: true });
  return cluster(name, { path: \`clusters/\${name}\`, flux: "2.9", resources: apps });
};
export default fleet(site("staging", "1"), site("production", "3"));
`,
    },
  },
  "directory/missing-file": {
    why: "kustomize fails on a file that it does not find, and on a folder without a kustomization file.",
    wrong: {
      text: `
directory("apps", [shop], { components: ["../components/monitoring"] }) // there is no such folder
`,
    },
    right: {
      text: `
directory("apps", [shop], { components: ["../components/alerts"] }) // it has a kustomization.yaml
`,
    },
  },
  "directory/other-source": {
    why: "Sluice writes the directory here, so a Kustomization that reads another source would not find it.",
    wrong: {
      program: `
const shop = gitRepository("shop", { url: "https://git.acme.example/shop/deploy", interval: "1m" });
const apps = kustomization("apps", {
  sourceRef: shop, path: directory("apps", [namespace("shop")]), interval: "10m", prune: true,
});
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: apps, sources: [{ source: fluxSystem }],
});
`,
    },
    right: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [namespace("shop")]), interval: "10m", prune: true,
});
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: apps, sources: [{ source: fluxSystem }],
});
`,
    },
  },
  "directory/stale": {
    why: "Pulumi applies the Kustomization, and Flux applies the directory as it is in Git: changes of the program that are not committed there do nothing.",
    wrong: {
      text: `
$ pulumi up        # after the program changed
`,
    },
    right: {
      text: `
$ sluice build --directories && git add apps && git commit -m "Two replicas" && git push
$ pulumi up
`,
    },
  },
  "directory/which-source": {
    why: "When directories hang under several sources, the folder that each artifact starts at must be said.",
    wrong: {
      program: `
const charts = ociRepository("charts", { url: "oci://ghcr.io/acme/manifests", interval: "1h" });
const infra = kustomization("infra", {
  sourceRef: fluxSystem, path: directory("infra", [namespace("ingress")]), interval: "1h", prune: true,
});
const apps = kustomization("apps", {
  sourceRef: charts, path: directory("deploy/apps", [namespace("shop")]), interval: "10m", prune: true,
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [infra, apps] });
`,
    },
    right: {
      program: `
const charts = ociRepository("charts", { url: "oci://ghcr.io/acme/manifests", interval: "1h" });
const infra = kustomization("infra", {
  sourceRef: fluxSystem, path: directory("infra", [namespace("ingress")]), interval: "1h", prune: true,
});
const apps = kustomization("apps", {
  sourceRef: charts, path: directory("deploy/apps", [namespace("shop")]), interval: "10m", prune: true,
});
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [infra, apps],
  sources: [{ source: fluxSystem }, { source: charts, root: "deploy" }],
});
`,
    },
  },
};
