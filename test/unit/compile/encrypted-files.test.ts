import { describe, expect, test } from "vitest";
import type { EncryptedFile } from "../../../sdk/compile/view.ts";
import {
  type ClusterOptions,
  directory,
  encryptedFile,
  external,
  group,
  override,
  type Resource,
  type Resources,
  resource,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";
import { viewOf, written } from "./view-of.ts";

const PATH = "secrets/token.yaml";
const token = encryptedFile("token", PATH, { namespace: "default" });
const decryption = { provider: "sops", secretRef: external("Secret", "sops-age") } as const;

type Read = Extract<EncryptedFile, { type: "read" }>;

/** What is seen of a file that is as it should be, but for some facts. */
function file(facts: Partial<Read> = {}): Read {
  return {
    type: "read",
    documents: 1,
    apiVersion: "v1",
    kind: "Secret",
    name: "token",
    namespace: "default",
    sops: true,
    plainPaths: [],
    hasStringData: true,
    secretType: undefined,
    labels: {},
    annotations: {},
    keys: ["token"],
    ...facts,
  };
}

function withFile(
  resources: Resources,
  seen: EncryptedFile,
  {
    files = {},
    ...options
  }: Partial<Omit<ClusterOptions, "resources">> & { readonly files?: Parameters<typeof viewOf>[0] } = {},
): Outcome {
  return compileResources(resources, options, viewOf(files, { encryptedFiles: { [PATH]: seen } }));
}

/** A Kustomization that decrypts what it applies. */
function decrypting(resources: Resources, spec: object = {}): Resource {
  return applying("apps", directory("apps", resources), { decryption, ...spec });
}

describe("an encrypted file", () => {
  test("is copied to where its Secret belongs", () => {
    const { codes, files } = withFile(decrypting(token), file());
    expect(codes).toEqual([]);
    expect(files["apps/secret-token.yaml"]).toEqual([`Secret default/token from ${PATH}`]);
    expect(files["apps/kustomization.yaml"]).toEqual(["secret-token.yaml"]);
  });

  test("is referred to like any other Secret, and comes along with what needs it", () => {
    const key = encryptedFile("token", PATH);
    const apps = applying("apps", "./apps", { decryption: { provider: "sops", secretRef: key } });
    const outcome = withFile(apps, file({ namespace: "flux-system", keys: ["age.agekey"] }), { decryption: true });
    expect(outcome.codes).toEqual([]);
    expect(outcome.files["clusters/test/secret-token.yaml"]).toEqual([`Secret flux-system/token from ${PATH}`]);
    expect(outcome.manifest("Kustomization flux-system/apps")["spec"]).toMatchObject({
      decryption: { secretRef: { name: "token" } },
    });
  });

  test("is not looked at without a disk", () => {
    expect(compileResources(token).codes).toEqual([]);
  });

  test("that is missing is an error that says where the path starts", () => {
    const mistake = mistakeIn(withFile(decrypting(token), { type: "missing" }));
    expect(mistake).toMatchObject({ code: "secret/file-mismatch", severity: "error", file: PATH });
    expect(mistake.site).toBe(callSiteOf(token));
    expect(mistake.message).toContain(`Secret default/token stands in "${PATH}", which does not exist`);
    expect(mistake.hint).toContain("from the folder of the program");
  });

  test("that cannot be read is an error with the reason", () => {
    const mistake = mistakeIn(withFile(decrypting(token), { type: "unreadable", reason: "it is a folder" }));
    expect(mistake.code).toBe("secret/file-mismatch");
    expect(mistake.message).toContain("it is a folder");
  });
});

describe("an encrypted file that holds something else", () => {
  const cases: Readonly<Record<string, { seen: Partial<Read>; says: string; hint: string }>> = {
    "another name": {
      seen: { name: "other" },
      says: 'its name is "other"',
      hint: `write encryptedFile("other", "${PATH}", { namespace: "default" })`,
    },
    "another namespace": {
      seen: { namespace: "shop" },
      says: 'its namespace is "shop"',
      hint: `write encryptedFile("token", "${PATH}", { namespace: "shop" })`,
    },
    "no namespace": {
      seen: { namespace: undefined },
      says: "it has no namespace",
      hint: "put namespace: default into the file's metadata",
    },
    "another kind": { seen: { kind: "ConfigMap" }, says: "holds a ConfigMap", hint: "one Secret of v1" },
    "another version": { seen: { apiVersion: "v2" }, says: "holds a Secret", hint: "one Secret of v1" },
    "several documents": { seen: { documents: 2 }, says: "holds 2 documents", hint: "one Secret of v1" },
    "no document": {
      seen: { documents: 0, apiVersion: undefined, kind: undefined, name: undefined },
      says: "holds 0 documents",
      hint: "one Secret of v1",
    },
  };
  for (const [what, { seen, says, hint }] of Object.entries(cases)) {
    test(`${what} is an error that says what to write`, () => {
      const mistake = mistakeIn(withFile(decrypting(token), file(seen)));
      expect(mistake).toMatchObject({ code: "secret/file-mismatch", file: PATH });
      expect(mistake.site).toBe(callSiteOf(token));
      expect(mistake.message).toContain(says);
      expect(mistake.hint).toContain(hint);
    });
  }

  test("is compared with the namespace that a group gives", () => {
    const given = group({ namespace: "shop" }, encryptedFile("token", PATH));
    expect(withFile(decrypting(given), file({ namespace: "shop" })).codes).toEqual(["namespace/uncreated"]);
    expect(withFile(decrypting(given), file()).codes).toContain("secret/file-mismatch");
  });

  test.each([undefined, "elsewhere"])("may have namespace %j where a targetNamespace replaces it", (namespace) => {
    const given = decrypting(encryptedFile("token", PATH), { targetNamespace: "default" });
    expect(withFile(given, file({ namespace })).codes).toEqual([]);
  });
});

describe("a file that is not encrypted", () => {
  const cases: Readonly<Record<string, { readonly seen: Partial<Read>; readonly says: string }>> = {
    "at all": { seen: { sops: false, plainPaths: ["data.password"] }, says: "data.password can be read" },
    everywhere: { seen: { plainPaths: ["stringData.a", "stringData.b"] }, says: "stringData.a, stringData.b can be" },
    "by its metadata": { seen: { sops: false }, says: "not encrypted by SOPS" },
  };
  for (const [what, { seen, says }] of Object.entries(cases)) {
    test(`${what} is never copied`, () => {
      const outcome = withFile(decrypting(token), file(seen));
      const mistake = mistakeIn(outcome);
      expect(mistake).toMatchObject({ code: "secret/not-encrypted", severity: "error", file: PATH });
      expect(mistake.site).toBe(callSiteOf(token));
      expect(mistake.message).toContain(says);
      expect(mistake.hint).toContain(`sops encrypt --encrypted-regex '^(data|stringData)$' --in-place ${PATH}`);
      expect(outcome.files).toEqual({});
    });
  }
});

describe("an encrypted file that is copied as it is", () => {
  const labelled = group({ labels: { team: "shop" }, annotations: { note: "a" } }, token);

  test("lacks what a group gives to its Secret, unless it says the same", () => {
    const mistake = mistakeIn(withFile(decrypting(labelled), file({ labels: { team: "web" } })));
    expect(mistake).toMatchObject({ code: "secret/file-mismatch", severity: "warning", file: PATH });
    expect(mistake.message).toContain("metadata.labels.team, metadata.annotations.note");
    expect(mistake.hint).toContain(`sops edit ${PATH}`);
    const same = { labels: { team: "shop", other: "b" }, annotations: { note: "a" } };
    expect(withFile(decrypting(labelled), file(same)).codes).toEqual([]);
  });

  test("lacks what an override changes", () => {
    const overrides = [override(token, { spec: { type: "example.com/token" } })];
    const mistake = mistakeIn(withFile(decrypting(token), file(), { overrides }));
    expect(mistake).toMatchObject({ code: "secret/file-mismatch", severity: "warning" });
    expect(mistake.message).toContain("give it: type");
  });

  test("is reported with what is wrong inside", () => {
    const problem = { code: "sops/recipients", severity: "warning", message: "for others", hint: "update" } as const;
    const view = { ...viewOf({}, { encryptedFiles: { [PATH]: file() } }), sealedProblems: () => [problem] };
    const mistake = mistakeIn(compileResources(decrypting(token), {}, view));
    expect(mistake).toMatchObject({ ...problem, file: PATH });
    expect(mistake.site).toBe(callSiteOf(token));
  });
});

describe("in a directory, an encrypted file", () => {
  test("needs decryption in the Kustomization that applies it", () => {
    const apps = applying("apps", directory("apps", token));
    const mistake = mistakeIn(withFile(apps, file()));
    expect(mistake).toMatchObject({ code: "secret/undecrypted", severity: "error", file: PATH });
    expect(mistake.site).toBe(callSiteOf(token));
    expect(mistake.message).toContain("Kustomization flux-system/apps");
    expect(mistake.hint).toContain('decryption: { provider: "sops"');
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(apps)]);
  });

  test("needs it in each of those that apply it", () => {
    const shared = directory("apps", token);
    const kubeConfig = { secretRef: external("Secret", "remote") };
    const given = [applying("here", shared, { decryption }), applying("there", shared, { kubeConfig })];
    const { messages } = withFile(given, file());
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("Kustomization flux-system/there");
  });

  test("is not decrypted by the cluster's own sync", () => {
    const apps = applying("apps", directory("apps", token));
    expect(withFile(apps, file(), { decryption: true }).codes).toEqual(["secret/undecrypted"]);
  });
});

describe("at the cluster's root, an encrypted file", () => {
  test.each([
    [true, "error"],
    [false, "warning"],
  ])("whose sync is not known to decrypt, with stringData %j, is an %s", (hasStringData, severity) => {
    const mistake = mistakeIn(withFile(token, file({ hasStringData })));
    expect(mistake).toMatchObject({ code: "secret/undecrypted", severity, file: PATH });
    expect(mistake.site).toBe(callSiteOf(token));
    expect(mistake.message).toContain("may not be decrypted");
    expect(mistake.hint).toContain("decryption: true on the cluster");
    expect(mistake.hint).toContain("directory()");
  });

  test.each([true, false])("whose sync does not decrypt, with stringData %j, is an error", (hasStringData) => {
    const mistake = mistakeIn(withFile(token, file({ hasStringData }), { decryption: false }));
    expect(mistake).toMatchObject({ code: "secret/undecrypted", severity: "error" });
    expect(mistake.message).toContain("is not decrypted");
  });

  test("whose sync decrypts is fine", () => {
    expect(withFile(token, file(), { decryption: true }).codes).toEqual([]);
  });

  const sync = (spec: object): object => ({
    ...written("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "flux-system", "flux-system"),
    spec: { interval: "10m", prune: true, ...spec },
  });
  const patchText = "- op: add\n  path: /spec/decryption\n  value: { provider: sops }\n";
  const instance = {
    apiVersion: "fluxcd.controlplane.io/v1",
    kind: "FluxInstance",
    metadata: { name: "flux", namespace: "flux-system" },
    spec: {
      distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
      kustomize: { patches: [{ patch: patchText }] },
    },
  };
  const patched = [{ kind: "Kustomization", resources: ["sync.yaml"], patches: [{ patch: patchText }] }];
  const known: Readonly<Record<string, Parameters<typeof viewOf>[0]>> = {
    "in the sync that bootstrap wrote": { "sync.yaml": [sync({ path: "./clusters/test", decryption })] },
    "in a patch beside it": { "sync.yaml": [sync({ path: "./clusters/test" })], "patch.yaml": [sync({ decryption })] },
    "in a patch in its kustomization file": { "kustomization.yaml": patched },
    "in a FluxInstance that stands there": { "instance.yaml": [instance] },
  };
  for (const [where, beside] of Object.entries(known)) {
    test(`is fine when its decryption is known: ${where}`, () => {
      const files = Object.fromEntries(
        Object.entries(beside).map(([name, content]) => [`clusters/test/flux-system/${name}`, content]),
      );
      expect(withFile(token, file(), { files }).codes).toEqual([]);
    });
  }

  test("is not decrypted by a Kustomization that applies another folder", () => {
    const files = { "clusters/test/flux-system/sync.yaml": [sync({ path: "./apps", decryption })] };
    expect(withFile(token, file(), { files }).codes).toEqual(["secret/undecrypted"]);
  });

  test("is fine when a FluxInstance of the program decrypts", () => {
    expect(withFile([token, resource(instance)], file()).codes).toEqual([]);
  });

  test("is fine when a Kustomization of the program applies the root and decrypts", () => {
    const root = applying("flux-system", "./clusters/test/", { decryption });
    expect(withFile([token, root], file()).codes).toEqual([]);
  });

  test("is an error though the author says so, when the author says no", () => {
    const files = { "clusters/test/flux-system/sync.yaml": [sync({ path: "./clusters/test", decryption })] };
    expect(withFile(token, file(), { files, decryption: false }).codes).toEqual(["secret/undecrypted"]);
  });
});
