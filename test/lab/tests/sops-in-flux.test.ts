// kustomize-controller decrypts what is encrypted here.

import { expect, test } from "vitest";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import { type KubeObject, keyOf } from "../cluster/objects.ts";
import { newRepository } from "../cluster/repository.ts";
import { ready } from "../cluster/wait.ts";
import { configOf, keyFileOf, prepareSops, RECIPIENTS, ruleOf, sealedHere } from "./sops-files.ts";

prepareSops();

/** Rules under which Flux can read a Secret. */
const RULES = [
  ...RECIPIENTS.map(([, settings]) => [settings, "encrypted_regex: ^(data|stringData)$"] as const),
  ["age: <one>", "unencrypted_regex: ^(apiVersion|metadata|kind|type|immutable)$"] as const,
  ["age: <one>", "{ encrypted_regex: ^(data|stringData)$, mac_only_encrypted: true }"] as const,
];

const VALUES = { empty: "", lines: "one\ntwo\n", number: "1", flag: "true", unicode: "schön 🐙", time: "2001-12-14" };

test("kustomize-controller decrypts Secrets of all kinds of rules", async () => {
  const namespace = await newNamespace("sops");
  const name = (index: number): string => `secret-${index}`;
  const files = RULES.map(async (settings, index) => {
    const metadata = { name: name(index), namespace };
    const data = { binary: "AP8=" };
    const manifest = {
      apiVersion: "v1",
      kind: "Secret",
      metadata,
      type: "Opaque",
      immutable: true,
      data,
      stringData: VALUES,
    };
    return [`${name(index)}.yaml`, await sealedHere(manifest, ruleOf(configOf(...settings)))] as const;
  });
  const repository = await newRepository(Object.fromEntries(await Promise.all(files)));
  const git: KubeObject = {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: { name: "sops", namespace },
    spec: { interval: "10m", url: repository.httpUrl, ref: { branch: "main" } },
  };
  const applied: KubeObject = {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name: "sops", namespace },
    spec: {
      interval: "10m",
      retryInterval: "2s",
      prune: true,
      path: "./",
      sourceRef: { kind: "GitRepository", name: "sops" },
      decryption: { provider: "sops", secretRef: { name: "sops-age" } },
    },
  };
  const identities: KubeObject = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "sops-age", namespace },
    stringData: { "age.agekey": keyFileOf(["one", "two", "three", "hybrid"]) },
  };
  await kubernetes().apply(identities, git, applied);
  await ready(keyOf(applied));
  const want = Object.entries(VALUES).map(([key, value]) => [key, Buffer.from(value).toString("base64")] as const);
  for (const index of RULES.keys()) {
    const stored = await kubernetes().get({ apiVersion: "v1", kind: "Secret", name: name(index), namespace });
    expect(stored?.data).toEqual({ binary: "AP8=", ...Object.fromEntries(want) });
  }
});
