// Secrets that a program builds: encrypted by a build, decrypted by Flux, and used by every controller that has a use for them.
import { createHmac } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { substitution } from "../../../sdk/model/substitution.ts";
import { pushArtifact, pushChart, serveChart } from "../cluster/artifacts.ts";
import { newAgeKey } from "../cluster/encryption.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import { newNamespace } from "../cluster/namespace.ts";
import type { ObjectKey } from "../cluster/objects.ts";
import { newRepository, type Repository } from "../cluster/repository.ts";
import { newSshKey } from "../cluster/ssh-key.ts";
import { ready, reconcile, until } from "../cluster/wait.ts";
import { newWebhook, type Webhook } from "../cluster/webhook.ts";
import type { Settings } from "../fleets/credentials/settings.ts";
import { bootstrap } from "./bootstrap.ts";
import { statusOf } from "./conditions.ts";
import { type LabProject, labProject } from "./lab-project.ts";
import { applied, configMapKey, deliver, fetched, gitRepositoryKey, kustomizationKey } from "./synced-fleet.ts";

const CITY = "city-of-nobody-else";
const TOKEN = "token-of-the-hook";
const CHART = {
  name: "demo",
  version: "1.0.0",
  files: {
    "values.yaml": "greeting: none\n",
    "templates/settings.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  greeting: {{ .Values.greeting }}\n",
  },
};

let namespace: string;
let project: LabProject;
let repository: Repository;
let webhook: Webhook;
let environment: Readonly<Record<string, string>>;

const key = (group: string, kind: string, name: string): ObjectKey => ({ apiVersion: group, kind, namespace, name });
const source = (kind: string, name: string): ObjectKey => key("source.toolkit.fluxcd.io/v1", kind, name);

/** What stands in the cluster's Secret, as text. */
async function secretOf(name: string): Promise<Readonly<Record<string, string>>> {
  const { data = {} } = Object(await kubernetes().get(key("v1", "Secret", name)));
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, Buffer.from(String(value), "base64").toString("utf8")]),
  );
}

async function dataOf(name: string): Promise<unknown> {
  return Object(await kubernetes().get(configMapKey(namespace, name)))["data"];
}

/** Commits what is built, and waits until all of it is applied. */
async function sync(): Promise<void> {
  const revision = await deliver(repository, project.folder, gitRepositoryKey(namespace, "flux-system"));
  await applied(kustomizationKey(namespace, "flux-system"), revision);
  await fetched(gitRepositoryKey(namespace, "fleet"), revision);
  for (const name of ["secrets", "sources", "users"]) await applied(kustomizationKey(namespace, name), revision);
}

beforeAll(async () => {
  const { guarded, proxy, gitSsh, ca, kubeconfig } = lab();
  project = labProject("credentials");
  namespace = await newNamespace("credentials", afterAll);
  repository = await newRepository();
  const app = await newRepository({
    "a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: elsewhere\ndata:\n  city: ${substitution("CITY")}\n`,
  });
  const ssh = newSshKey();
  app.allowKeys(ssh.publicKey);
  webhook = newWebhook();
  await pushArtifact(`${namespace}/app`, "1.0.0", { "a.yaml": "apiVersion: v1\n" });
  await pushChart(namespace, CHART);
  await serveChart(namespace, CHART);

  const age = await newAgeKey();
  const keys = join(project.folder, "../keys");
  mkdirSync(keys);
  writeFileSync(join(keys, "identity"), ssh.privateKey);
  writeFileSync(join(keys, "ca.crt"), ca);
  writeFileSync(join(keys, "kubeconfig"), readFileSync(kubeconfig));
  writeFileSync(join(keys, "age.txt"), age.identity);
  environment = {
    LAB_PASSWORD: guarded.account.password,
    LAB_PROXY_PASSWORD: proxy.account.password,
    LAB_HOOK_TOKEN: TOKEN,
    LAB_WEBHOOK: webhook.url,
    LAB_CITY: CITY,
    SOPS_AGE_KEY_FILE: join(keys, "age.txt"),
  };
  const settings: Settings = {
    namespace,
    repository: repository.httpUrl,
    gitSsh: app.sshUrl,
    knownHosts: gitSsh.knownHosts,
    gitHttps: `${guarded.url}/git/${app.name}.git`,
    guardedHost: new URL(guarded.url).host,
    user: guarded.account.user,
    proxy: proxy.url,
    proxyUser: proxy.account.user,
    charts: namespace,
    artifact: `${namespace}/app`,
  };
  project.set(settings);
  const bootstrapped = bootstrap(namespace, repository.httpUrl);
  project.write({
    ...bootstrapped.files,
    ".sops.yaml": `creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: ${age.recipient}\n`,
  });
  project.buildWith(environment);
  const decryption = { metadata: { name: "sops-age", namespace }, stringData: { "age.agekey": age.identity } };
  await kubernetes().apply({ apiVersion: "v1", kind: "Secret", ...decryption });
  await repository.commitFolder(project.folder);
  await kubernetes().apply(...bootstrapped.objects);
  for (const name of ["flux-system", "secrets", "sources", "users"]) {
    const kustomization = kustomizationKey(namespace, name);
    await until(kustomization, (object) => object !== undefined, "is there");
    // It looks after what it depends on twice a minute only.
    await reconcile(kustomization);
    await ready(kustomization);
  }
});

test("nothing that was committed can be read", () => {
  const committed = readdirSync(project.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
  const { LAB_PASSWORD = "", LAB_PROXY_PASSWORD = "", LAB_WEBHOOK = "" } = environment;
  const shown = [LAB_PASSWORD, LAB_PROXY_PASSWORD, LAB_WEBHOOK, TOKEN, CITY].filter((value) =>
    committed.includes(value),
  );
  expect(shown).toEqual([]);
  expect(committed.match(/^sops:$/gm)).toHaveLength(11);
});

describe("kustomize-controller", () => {
  test("decrypts every Secret", async () => {
    expect(await secretOf("git-https")).toMatchObject({ username: "flux", password: environment["LAB_PASSWORD"] });
    expect(await secretOf("alerts")).toMatchObject({ address: webhook.url });
    expect((await secretOf("git-ssh"))["identity.pub"]).toMatch(/^ecdsa-sha2-nistp256 /);
  });

  test("puts variables of a Secret into what it applies", async () => {
    expect(await dataOf("city")).toEqual({ city: CITY });
  });

  test("reaches another cluster by a kubeconfig", async () => {
    await ready(kustomizationKey(namespace, "elsewhere"));
    expect(await dataOf("elsewhere")).toEqual({ city: CITY });
  });
});

describe("source-controller", () => {
  test.each([
    ["clones over SSH", "GitRepository", "over-ssh"],
    ["clones over HTTPS with a password and an authority", "GitRepository", "over-https"],
    ["clones through a proxy", "GitRepository", "through-proxy"],
    ["pulls from a registry", "OCIRepository", "artifact"],
    ["reads a Helm repository", "HelmRepository", "charts"],
  ])("%s", async (_, kind, name) => {
    await ready(source(kind, name));
    expect(statusOf(await kubernetes().get(source(kind, name))).artifact?.revision).toBeDefined();
  });

  test("went through the proxy", async () => {
    const reached = await (await fetch(`${lab().http}/proxied`)).json();
    expect(reached).toContain(new URL(lab().guarded.url).host);
  });
});

test("helm-controller merges values of a Secret, with charts of both kinds of repositories", async () => {
  for (const name of ["from-repository", "from-registry"]) {
    await ready(key("helm.toolkit.fluxcd.io/v2", "HelmRelease", name));
    expect(await dataOf(name)).toEqual({ greeting: CITY });
  }
});

test("image-reflector-controller lists tags of a registry", async () => {
  await ready(key("image.toolkit.fluxcd.io/v1", "ImageRepository", "images"));
});

describe("notification-controller", () => {
  test("sends to an address of a Secret, with its headers", async () => {
    const { headers } = await webhook.waitFor("an event", ({ method }) => method === "POST");
    expect(headers["authorization"]).toBe(`Bearer ${TOKEN}`);
  });

  test("takes what is signed with the token of a Secret", async () => {
    const hook = key("notification.toolkit.fluxcd.io/v1", "Receiver", "hook");
    await ready(hook);
    const { webhookPath } = Object(statusOf(await kubernetes().get(hook)));
    const call = (token: string): Promise<Response> => {
      const body = "{}";
      const signature = createHmac("sha256", token).update(body).digest("hex");
      return fetch(`${lab().receiver}${webhookPath}`, {
        method: "POST",
        body,
        headers: { "X-Signature": `sha256=${signature}` },
      });
    };
    expect((await call("another")).status).toBe(400);
    expect((await call(TOKEN)).status).toBe(200);
  });
});

describe("a build later", () => {
  const texts = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(project.folder, "secrets")).map((name) => [
        name,
        readFileSync(join(project.folder, "secrets", name), "utf8"),
      ]),
    );

  test("changes nothing", () => {
    const before = texts();
    project.buildWith(environment);
    expect(texts()).toEqual(before);
  });

  test("changes the one value that is another, and Flux takes it over", async () => {
    const before = texts();
    const moved = { ...environment, LAB_CITY: "another-city" };
    project.buildWith(moved);
    const after = texts();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(["secret-values.yaml", "secret-variables.yaml"]);
    await sync();
    await until(
      configMapKey(namespace, "city"),
      (object) => Object(object)["data"]?.city === "another-city",
      "has the new city",
    );
  });
});
