import type { Explanations } from "./explanation.ts";
import { SECRET_USE } from "./secret-use.ts";

/** Why each `secret/…` is a rule, and what it looks like. */
export const SECRET: Explanations<"secret"> = {
  ...SECRET_USE,
  "secret/content": {
    why: "What reads a Secret only says that it could not log in, when it is applied. Here it is known which value is not what it should be, and no part of it is shown.",
    wrong: {
      text: `
const deployKey = gitSshSecret("deploy-key", {
  identity: "ssh-ed25519 the public key",
  known_hosts: "git.acme.example",
}, { namespace: "flux-system" });
`,
    },
    right: {
      text: `
const deployKey = gitSshSecret("deploy-key", {
  identity: fromFile("keys/deploy", { trim: false }),
  known_hosts: fromFile("keys/known_hosts"),   // what ssh-keyscan prints
}, { namespace: "flux-system" });
`,
    },
  },
  "secret/exposed": {
    why: "What is committed to Git can be read for ever by everyone who can read the repository, and scanners find it within minutes.",
    wrong: {
      text: `
kustomization("apps", { …, postBuild: { substitute: { GITHUB_TOKEN: "ghp_…" } } })
`,
    },
    right: {
      text: `
const variables = secret("apps", { stringData: { GITHUB_TOKEN: fromEnv("GITHUB_TOKEN") } });
kustomization("apps", { …, postBuild: { substituteFrom: [variables] } })

// A key that all may see; the reason is for those who read the program. In YAML, a comment above the line or behind it
// says so: "# sluice-not-secret: a key for browsers"
values: { mapsKey: notSecret("AIza…", "a key for browsers, which Google ties to our domain") }
`,
    },
  },
  "secret/file-mismatch": {
    why: "References were linked to a name and namespace that the file does not have.",
    wrong: {
      text: `
encryptedFile("token", "token.sops.yaml", { namespace: "apps" })   // in the file it is called api-token
`,
    },
    right: {
      text: `
encryptedFile("api-token", "token.sops.yaml", { namespace: "apps" })
`,
    },
  },
  "secret/in-url": {
    why: "A password in a URL is a password in Git, and tools print URLs in logs and errors. Where Flux reads the URL it is an error, and elsewhere a warning.",
    wrong: {
      program: `
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: gitRepository("apps", { url: "https://flux:correct-horse@git.acme.example/apps", interval: "1m" }),
});
`,
    },
    right: {
      program: `
const token = external("Secret", "token");
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m", secretRef: token }),
});
`,
    },
  },
  "secret/misplaced": {
    why: "Nothing but a Secret keeps a value out of sight: what stands in another object is in Git, and in the cluster for all to read.",
    wrong: {
      program: `
const charts = helmRepository("charts", { url: "https://charts.acme.example", interval: "1h" });
const db = helmRelease("db", {
  chart: { spec: { chart: "db", version: "1.x", sourceRef: charts } },
  interval: "30m",
  values: { auth: { password: fromEnv("DB_PASSWORD") } },
}, { namespace: "default" });
`,
    },
    right: {
      program: `
const charts = helmRepository("charts", { url: "https://charts.acme.example", interval: "1h" });
const db = helmRelease("db", {
  chart: { spec: { chart: "db", version: "1.x", sourceRef: charts } },
  interval: "30m",
  values: { auth: { existingSecret: "db-auth" } },
}, { namespace: "default" });
`,
    },
  },
  "secret/missing-key": {
    why: "The API server refuses a Secret that lacks the keys of its type, and what reads one refuses it without the keys that it looks for.",
    wrong: {
      text: `
const client = secret("client", {
  type: "kubernetes.io/tls",
  stringData: { "ca.crt": fromEnv("CA") },
}, { namespace: "default" });
`,
    },
    right: {
      text: `
const client = tlsSecret("client", { "ca.crt": fromEnv("CA") }, { namespace: "default" });
`,
    },
  },
  "secret/no-reason": {
    why: "Who reads the program later has to see why this text is no secret, and not find out by asking.",
    wrong: {
      text: `
values: { mapsKey: notSecret("AIza…", "") }
`,
    },
    right: {
      text: `
values: { mapsKey: notSecret("AIza…", "a key for browsers, which Google ties to our domain") }
`,
    },
  },
  "secret/no-value": {
    why: "There is nothing to encrypt. Once a file is there, a build that cannot read the value keeps it.",
    wrong: {
      text: `
$ sluice build           # the program asks for fromEnv("TOKEN"), and the file does not exist yet
`,
    },
    right: {
      text: `
$ TOKEN="$(pass show token)" sluice build
`,
    },
  },
  "secret/not-encrypted": {
    why: "Copying a file whose values are readable would publish them.",
    wrong: {
      text: `
$ cat token.sops.yaml
stringData:
  token: readable by everybody
`,
    },
    right: {
      text: `
$ sops --encrypt --in-place token.sops.yaml
`,
    },
  },
  "secret/nothing-found": {
    why: "A mark that does nothing looks as if something were wrong here, and hides a secret that comes to this place later.",
    wrong: {
      program: `
const settings = configMap("settings", { data: { greeting: notSecret("hello", "a greeting") } }, { namespace: "default" });
`,
    },
    right: {
      program: `
const settings = configMap("settings", { data: { greeting: "hello" } }, { namespace: "default" });
`,
    },
  },
  "secret/plaintext": {
    why: "What is committed to Git can be read for ever by everyone who can read the repository.",
    wrong: {
      program: `
const token = secret("token", { stringData: { token: "readable by everybody" } }, { namespace: "default" });
`,
    },
    right: {
      program: `
const token = external("Secret", "token");
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m", secretRef: token }),
});
`,
    },
  },
  "secret/suspicious": {
    why: "A field with such a name mostly holds what others should not read. It is a warning, since the name is all that is known.",
    wrong: {
      program: `
const settings = configMap("settings", { data: { DB_PASSWORD: "correct-horse" } }, { namespace: "default" });
`,
    },
    right: {
      program: `
const settings = configMap("settings", { data: { DB_PASSWORD_FILE: "/run/db-auth/password" } }, { namespace: "default" });
`,
    },
  },
  "secret/undecided": {
    why: "Without a key nobody can read the file, and what was encrypted on another machine is remembered there alone: so the file stays.",
    wrong: {
      text: `
$ sluice build --check   # in CI, where neither a key nor the value is
`,
    },
    right: {
      text: `
$ SOPS_AGE_KEY_FILE=fleet.agekey TOKEN="$(pass show token)" sluice build --check
`,
    },
  },
  "secret/undecrypted": {
    why: "Without decryption Flux refuses it, or applies the encrypted text and reports that all is well.",
    wrong: {
      text: `
kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [encryptedFile("token", "token.sops.yaml")]), interval: "10m", prune: true,
})
`,
    },
    right: {
      text: `
kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [encryptedFile("token", "token.sops.yaml")]), interval: "10m", prune: true,
  decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
})
`,
    },
  },
  "secret/wrong-type": {
    why: "Logins at registries are looked for in Secrets of one type only. In any other, they are passed over without a word.",
    wrong: {
      text: `
const login = secret("login", {
  stringData: { ".dockerconfigjson": fromEnv("DOCKER_CONFIG_JSON") },
}, { namespace: "default" });
`,
    },
    right: {
      text: `
const login = registrySecret("login", {
  "ghcr.io": { username: "flux", password: fromEnv("GHCR_TOKEN") },
}, { namespace: "default" });
`,
    },
  },
};
