import type { Explanations } from "./explanation.ts";

/** Why each `layout/…` is a rule, and what it looks like. */
export const LAYOUT: Explanations<"layout"> = {
  "layout/adopted": {
    why: "It stood there before the index knew it, and its bytes are the ones to write.",
    wrong: {
      text: `
$ ls clusters/production
namespace-shop.yaml      # written by hand, with the bytes that Sluice writes
`,
    },
    right: {
      text: `
$ sluice build           # nothing has to be done: the file is Sluice's from now on
`,
    },
  },
  "layout/case-collision": {
    why: "On macOS and Windows the two are one file or folder, so a check-out there loses one of them.",
    wrong: {
      text: `
const app = (name: string, folder: string) =>
  kustomization(name, {
    sourceRef: fluxSystem, path: directory(folder, [namespace(name)]), interval: "10m", prune: true,
  });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [app("shop", "apps/shop"), app("admin", "apps/Shop")],
});
`,
    },
    right: {
      text: `
const app = (name: string, folder: string) =>
  kustomization(name, {
    sourceRef: fluxSystem, path: directory(folder, [namespace(name)]), interval: "10m", prune: true,
  });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [app("shop", "apps/shop"), app("admin", "apps/admin")],
});
`,
    },
  },
  "layout/directory-place": {
    why: "Flux would apply the files twice: once through the directory's Kustomization, once through the cluster's.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("clusters/production/apps", [namespace("shop")]), interval: "10m", prune: true,
});
`,
    },
    right: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps/production", [namespace("shop")]), interval: "10m", prune: true,
});
`,
    },
  },
  "layout/drift": {
    why: "With --check nothing is written: the files wait for a build, and for a commit.",
    wrong: {
      text: `
$ git commit -am "Three replicas"   # the program was changed, and no build was run
$ sluice build --check
`,
    },
    right: {
      text: `
$ sluice build
$ git add . && git commit -m "Three replicas"
`,
    },
  },
  "layout/duplicate-object": {
    why: "Two that apply the same object fight over it, and when one goes its prune deletes what the other still applies.",
    wrong: {
      program: `
const shop = namespace("shop");
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [shop]), interval: "10m", prune: true,
});
const tools = kustomization("tools", {
  sourceRef: fluxSystem, path: directory("tools", [shop]), interval: "10m", prune: true,
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [apps, tools] });
`,
    },
    right: {
      program: `
const shop = namespace("shop");
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [shop]), interval: "10m", prune: true,
});
const tools = kustomization("tools", {
  sourceRef: fluxSystem, path: directory("tools", []), interval: "10m", prune: true, dependsOn: [apps],
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [apps, tools] });
`,
    },
  },
  "layout/edited-file": {
    why: "Its bytes are neither what Sluice wrote before nor what it would write now.",
    wrong: {
      text: `
$ vi clusters/production/kustomization-apps.yaml   # a file that Sluice wrote
$ sluice build
`,
    },
    right: {
      text: `
$ git checkout clusters/production/kustomization-apps.yaml   # and change the program
$ sluice build
`,
    },
  },
  "layout/file-name": {
    why: "Names that leave the folder, that no Kustomization would pick up or that kustomize keeps for itself are refused.",
    wrong: {
      program: `
const shop = namespace("shop", {}, { file: "shop.json" });
`,
    },
    right: {
      program: `
const shop = namespace("shop", {}, { file: "shop.yaml" });
`,
    },
  },
  "layout/foreign-file": {
    why: "Another file stands where this one belongs, with other content.",
    wrong: {
      text: `
$ cat clusters/production/namespace-shop.yaml   # written by hand, and not what the program says
$ sluice build
`,
    },
    right: {
      text: `
$ sluice build --force clusters/production/namespace-shop.yaml   # once it may be replaced
`,
    },
  },
  "layout/foreign-kustomization": {
    why: "A directory is applied as its kustomization file says, and two of them in one folder fail the build.",
    wrong: {
      text: `
$ ls apps                          # directory("apps", …) in the program
kustomization.yaml                 # written by hand
`,
    },
    right: {
      text: `
$ git rm apps/kustomization.yaml   # its options are those of directory(): patches, components, configMapGenerator
$ sluice build
`,
    },
  },
  "layout/foreign-yaml": {
    why: "Once a kustomization.yaml lists the directory's files, Flux stops applying those that it does not list.",
    wrong: {
      text: `
$ ls apps                          # directory("apps", [shop]) in the program
dashboard.yaml                     # written by hand
`,
    },
    right: {
      text: `
// fleet.ts
directory("apps", [shop], { include: ["dashboard.yaml"] })
`,
    },
  },
  "layout/locked": {
    why: "Two that write to one folder at once would mix the files of two programs.",
    wrong: {
      text: `
$ sluice build & sluice build      # two at once, for longer than half a minute
`,
    },
    right: {
      text: `
$ sluice build && sluice build
`,
    },
  },
  "layout/not-listed": {
    why: "Flux applies only what the kustomization file in a cluster's path lists.",
    wrong: {
      text: `
# clusters/production/kustomization.yaml, written by hand
resources:
  - flux-system
`,
    },
    right: {
      text: `
# clusters/production/kustomization.yaml
resources:
  - flux-system
  - namespace-shop.yaml
`,
    },
  },
  "layout/not-written": {
    why: "The system refuses a file. Everything is written under another name first, so mostly nothing has changed by then.",
    wrong: {
      text: `
$ chmod a-w clusters/production
$ sluice build
`,
    },
    right: {
      text: `
$ chmod u+w clusters/production
$ sluice build
`,
    },
  },
  "layout/outside": {
    why: "An absolute path, a path with .. or one through a symbolic link would write somewhere else.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("../apps", [namespace("shop")]), interval: "10m", prune: true,
});
`,
    },
    right: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [namespace("shop")]), interval: "10m", prune: true,
});
`,
    },
  },
  "layout/self-applied-source": {
    why: "A mistake in the source's new version stops the Kustomization from fetching the fix.",
    wrong: {
      program: `
const repository = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });
const infra = kustomization("infra", {
  sourceRef: repository, path: directory("infra", [repository]), interval: "10m", prune: true,
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: infra });
`,
    },
    right: {
      program: `
const repository = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });
const infra = kustomization("infra", {
  sourceRef: repository, path: directory("infra", [namespace("ingress")]), interval: "10m", prune: true,
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [repository, infra] });
`,
    },
  },
  "layout/unreadable-yaml": {
    why: "Flux's build of the whole folder fails on a file that is no Kubernetes object.",
    wrong: {
      text: `
$ cat clusters/production/notes.yaml
just: notes, and no Kubernetes object
`,
    },
    right: {
      text: `
$ git mv clusters/production/notes.yaml clusters/production/notes.md
`,
    },
  },
};
