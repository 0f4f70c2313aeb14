// What a build says of Secrets, and what the controllers say of the same: what is refused here is refused there, for that reason.
import { afterAll, beforeAll, test } from "vitest";
import {
  bucket,
  cluster,
  gitRepository,
  helmRelease,
  helmRepository,
  imageRepository,
  kustomization,
  ociRepository,
  type Resource,
  type Resources,
  receiver,
  secret,
} from "../../../sdk/index.ts";
import { compile, type Outcome } from "../../unit/compile/compile-fleet.ts";
import { pushArtifact, pushChart, serveChart } from "../cluster/artifacts.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import { newNamespace } from "../cluster/namespace.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { newRepository } from "../cluster/repository.ts";
import { newSshKey } from "../cluster/ssh-key.ts";
import { condition } from "../cluster/wait.ts";

/** Where what the objects are about is. */
interface Places {
  readonly namespace: string;
  readonly git: string;
  readonly gitSsh: string;
  readonly identity: string;
  readonly knownHosts: string;
  readonly artifact: string;
  readonly charts: string;
  readonly chart: string;
}

interface Row {
  /** The codes of a build, a warning's with a question mark. */
  readonly says: readonly string[];
  /** Why the controller refuses the object; `undefined` where it takes it. */
  readonly reason?: string;
  readonly make: (places: Places, name: string) => Resources;
}

const interval = "1h";
const DOCKER = "kubernetes.io/dockerconfigjson";
const TEXT = "0123456789";
const key = (
  name: string,
  namespace: string,
  stringData: Readonly<Record<string, string>>,
  type?: string,
): Resource<"Secret"> => secret(name, { ...(type === undefined ? {} : { type }), stringData }, { namespace });

const MISSING = ["secret/missing-key"];
const ref = { branch: "main" };
const login = { username: "flux", password: "correct-horse" };
const OTHER_HOST = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

/** A clone of a repository, with such a Secret. */
function git(
  keys: Readonly<Record<string, string>> | ((places: Places) => Readonly<Record<string, string>>),
  { url = "gitSsh", ...spec }: { readonly url?: "git" | "gitSsh"; readonly provider?: "github" } = {},
): Row["make"] {
  return (places, name) => {
    const { namespace } = places;
    const secretRef = key(name, namespace, typeof keys === "function" ? keys(places) : keys);
    return gitRepository(name, { url: places[url], ref, interval, secretRef, ...spec }, { namespace });
  };
}

function storage(provider: "generic" | "gcp" | "azure", keys: Readonly<Record<string, string>>): Row["make"] {
  return ({ namespace }, name) =>
    bucket(
      name,
      { bucketName: "a", endpoint: "s3.example", provider, interval, secretRef: key(name, namespace, keys) },
      { namespace },
    );
}

function verified(
  provider: "cosign" | "notation",
  keys: Readonly<Record<string, string>>,
  field: "secretRef" | "trustedRootSecretRef" = "secretRef",
): Row["make"] {
  return ({ namespace, artifact }, name) =>
    ociRepository(
      name,
      {
        url: artifact,
        insecure: true,
        ref: { tag: "1.0.0" },
        interval,
        verify: { provider, [field]: key(name, namespace, keys) },
      },
      { namespace },
    );
}

/** What applies a folder, with more fields. */
function applied(keys: Readonly<Record<string, string>>, more: (secret: Resource<"Secret">) => object): Row["make"] {
  return ({ namespace, git: url }, name) => {
    const sourceRef = gitRepository(`${name}-source`, { url, ref, interval }, { namespace });
    const fields = { sourceRef, path: "./", interval, prune: true, targetNamespace: namespace };
    return kustomization(name, { ...fields, ...more(key(name, namespace, keys)) }, { namespace });
  };
}

function charts(keys: Readonly<Record<string, string>>, field: "secretRef" | "certSecretRef"): Row["make"] {
  return ({ namespace, charts: url }, name) =>
    helmRepository(name, { url, interval, [field]: key(name, namespace, keys) }, { namespace });
}

const ROWS: Readonly<Record<string, Row>> = {
  "a clone over SSH with all it needs": {
    says: [],
    make: git(({ identity, knownHosts }) => ({ identity, known_hosts: knownHosts })),
  },
  "a clone over SSH that trusts nobody": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: git(({ identity }) => ({ identity })),
  },
  "a clone over SSH with the key of Kubernetes' own type": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: git(({ identity, knownHosts }) => ({ "ssh-privatekey": identity, known_hosts: knownHosts })),
  },
  "a clone over SSH that trusts another host": {
    says: ["secret/content"],
    reason: "GitOperationFailed",
    make: git(({ identity }) => ({ identity, known_hosts: OTHER_HOST })),
  },
  "a clone over SSH without a Secret": {
    says: ["secret/missing"],
    reason: "AuthenticationFailed",
    make: ({ namespace, gitSsh: url }, name) => gitRepository(name, { url, ref, interval }, { namespace }),
  },
  "a clone over HTTP with a password alone": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: git({ password: TEXT }, { url: "git" }),
  },
  "a clone over HTTP with a name alone": { says: [], make: git({ username: "git" }, { url: "git" }) },
  "a clone over HTTP with keys of SSH": {
    says: ["secret/missing-key?"],
    make: git({ identity: TEXT, known_hosts: TEXT }, { url: "git" }),
  },
  "a clone over HTTP with an App's keys": {
    says: ["secret/unfit-key"],
    reason: "InvalidProviderConfiguration",
    make: git({ githubAppID: "1", githubAppPrivateKey: "x", githubAppInstallationID: "1" }, { url: "git" }),
  },
  "a clone by an App without its keys": {
    says: MISSING,
    reason: "InvalidProviderConfiguration",
    make: git(login, { url: "git", provider: "github" }),
  },
  "a clone by an App without a Secret": {
    says: ["secret/missing"],
    reason: "InvalidProviderConfiguration",
    make: ({ namespace, git: url }, name) =>
      gitRepository(name, { url, ref, interval, provider: "github" }, { namespace }),
  },
  "a proxy without an address": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: ({ namespace, git: url }, name) =>
      gitRepository(name, { url, ref, interval, proxySecretRef: key(name, namespace, login) }, { namespace }),
  },
  "charts with a login": { says: [], make: charts(login, "secretRef") },
  "charts with half a login": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: charts({ username: "flux" }, "secretRef"),
  },
  "charts with a token": { says: ["secret/missing-key?"], make: charts({ token: TEXT }, "secretRef") },
  "charts with half a certificate": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: charts({ "tls.crt": TEXT }, "certSecretRef"),
  },
  "charts with no certificate at all": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: charts({ "ca.pem": TEXT }, "certSecretRef"),
  },
  "storage that speaks S3 with one key": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: storage("generic", { accesskey: TEXT }),
  },
  "storage of Google with a key of another name": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: storage("gcp", { "key.json": "{}" }),
  },
  "storage of Azure without a client": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: storage("azure", { tenantId: TEXT, clientSecret: TEXT }),
  },
  "an artifact with a login that is not one of Docker's": {
    says: ["secret/wrong-type?"],
    make: ({ namespace, artifact: url }, name) =>
      ociRepository(
        name,
        { url, insecure: true, ref: { tag: "1.0.0" }, interval, secretRef: key(name, namespace, login) },
        { namespace },
      ),
  },
  "an artifact with a login for another registry": {
    says: ["secret/content?"],
    make: ({ namespace, artifact: url }, name) => {
      const config = JSON.stringify({ auths: { "registry.example": login } });
      const secretRef = key(name, namespace, { ".dockerconfigjson": config }, DOCKER);
      return ociRepository(name, { url, insecure: true, ref: { tag: "1.0.0" }, interval, secretRef }, { namespace });
    },
  },
  "images with half a certificate": {
    says: MISSING,
    reason: "AuthenticationFailed",
    make: ({ namespace, artifact }, name) =>
      imageRepository(
        name,
        {
          image: artifact.slice("oci://".length),
          interval,
          certSecretRef: key(name, namespace, { "tls.key": TEXT }),
        },
        { namespace },
      ),
  },
  "signatures of cosign without a public key": {
    says: MISSING,
    reason: "VerificationError",
    make: verified("cosign", { "cosign.key": TEXT }),
  },
  "a Sigstore without a root": {
    says: MISSING,
    reason: "VerificationError",
    make: verified("cosign", { "root.json": "{}" }, "trustedRootSecretRef"),
  },
  "signatures of Notation without a policy": {
    says: MISSING,
    reason: "VerificationError",
    make: verified("notation", { "ca.crt": TEXT }),
  },
  "signatures of Notation without certificates": {
    says: MISSING,
    reason: "VerificationError",
    make: verified("notation", { "trustpolicy.json": "{}" }),
  },
  variables: { says: [], make: applied({ CITY: "x" }, (from) => ({ postBuild: { substituteFrom: [from] } })) },
  "variables with a dash": {
    says: ["secret/unfit-key"],
    reason: "BuildFailed",
    make: applied({ "the-city": "x" }, (from) => ({ postBuild: { substituteFrom: [from] } })),
  },
  "another cluster by a key of another name": {
    says: MISSING,
    reason: "ReconciliationFailed",
    make: applied({ kubeconfig: "{}" }, (secretRef) => ({ kubeConfig: { secretRef } })),
  },
  "decryption with a key of another name": {
    says: ["secret/missing-key?"],
    make: applied({ "keys.txt": TEXT }, (secretRef) => ({ decryption: { provider: "sops", secretRef } })),
  },
  "values under another key": {
    says: MISSING,
    reason: "ValuesError",
    make: ({ namespace, chart: url }, name) =>
      helmRelease(
        name,
        {
          chartRef: ociRepository(
            `${name}-chart`,
            {
              url,
              insecure: true,
              ref: { tag: "1.0.0" },
              interval,
              layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
            },
            { namespace },
          ),
          interval,
          valuesFrom: [key(name, namespace, { "values.yml": "{}" })],
        },
        { namespace },
      ),
  },
  "a webhook with a token": {
    says: [],
    make: ({ namespace, git: url }, name) => {
      const source = gitRepository(`${name}-source`, { url, ref, interval }, { namespace });
      const secretRef = key(name, namespace, { token: TEXT });
      return [source, receiver(name, { type: "github", resources: [source], secretRef }, { namespace })];
    },
  },
  "a webhook without a token": {
    says: MISSING,
    reason: "TokenNotFound",
    make: ({ namespace, git: url }, name) => {
      const source = gitRepository(`${name}-source`, { url, ref, interval }, { namespace });
      const secretRef = key(name, namespace, { secret: TEXT });
      return [source, receiver(name, { type: "github", resources: [source], secretRef }, { namespace })];
    },
  },
};

const names = new Map(Object.keys(ROWS).map((what, index) => [what, `row-${index}`]));
const built = new Map<string, Outcome>();
let places: Places;

beforeAll(async () => {
  const namespace = await newNamespace("secret-use", afterAll);
  const repository = await newRepository({
    "map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: city\ndata:\n  city: none\n",
  });
  const ssh = newSshKey();
  repository.allowKeys(ssh.publicKey);
  const chart = { name: "chart", version: "1.0.0", files: { "values.yaml": "greeting: none\n" } };
  const { url: artifact } = await pushArtifact(`${namespace}/app`, "1.0.0", { "a.yaml": "apiVersion: v1\n" });
  const { url: pushed } = await pushChart(namespace, chart);
  places = {
    namespace,
    git: repository.httpUrl,
    gitSsh: repository.sshUrl,
    identity: ssh.privateKey,
    knownHosts: lab().gitSsh.knownHosts,
    artifact,
    charts: await serveChart(namespace, chart),
    chart: pushed,
  };
  for (const [what, { make }] of Object.entries(ROWS)) {
    const resources = make(places, names.get(what) ?? "");
    const outcome = compile(cluster("lab", { path: "clusters/lab", flux: "2.9", resources }), { roots: "api" });
    built.set(what, outcome);
    const objects = outcome.compiled.clusters.flatMap(({ resources: placed }) => placed);
    // Each of them has a name.
    await kubernetes().apply(...objects.map(({ manifest }) => manifest as KubeObject));
  }
}, 120_000);

test.concurrent.for(Object.entries(ROWS))("%s", async ([what, { says, reason }], { expect }) => {
  const outcome = built.get(what);
  const found = outcome?.diagnostics.filter(({ code }) => code.startsWith("secret/")) ?? [];
  expect(found.map(({ code, severity }) => (severity === "error" ? code : `${code}?`))).toEqual(says);

  const name = names.get(what);
  const objects = outcome?.compiled.clusters.flatMap(({ resources }) => resources) ?? [];
  const object = objects.find(({ id, definition }) => id.name === name && !definition?.secretFields);
  if (!object) throw new Error(`${what}: there is no object`);
  const { apiVersion, kind } = object.manifest;
  const at = { apiVersion, kind, name: object.id.name, namespace: places.namespace };
  await (reason === undefined ? condition(at, "Ready", "True") : condition(at, "Ready", "False", { reason }));
});
