import type { Explanations } from "./explanation.ts";

/** Why each `deferred/…` is a rule, and what it looks like. */
export const DEFERRED: Explanations<"deferred"> = {
  "deferred/in-git": {
    why: "A file is written before the value is known. Only objects that Pulumi applies itself can carry it.",
    wrong: {
      text: `
// index.ts of a Pulumi program: what is in a directory is written to Git
const settings = configMap("settings", { data: { domain: zone.name } }, { namespace: "default" });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true,
});
`,
    },
    right: {
      text: `
// Pulumi applies the Kustomization, which fills the value in
const settings = configMap("settings", { data: { domain: substitution("domain") } }, { namespace: "default" });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true,
  postBuild: { substitute: { domain: zone.name } },
});
`,
    },
  },
  "deferred/stringified": {
    why: "A Pulumi Output in a template string or a concatenation becomes an explanation of the mistake, not its value.",
    wrong: {
      text: `
// index.ts of a Pulumi program: host is an Output
const settings = configMap("settings", { data: { url: \`https://\${host}/login\` } }, { namespace: "default" });
`,
    },
    right: {
      text: `
const url = pulumi.interpolate\`https://\${host}/login\`;
const settings = configMap("settings", { data: { url } }, { namespace: "default" });
`,
    },
  },
};
