import { expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";

function kindsWith(fact: keyof KindDefinition): readonly string[] {
  return fluxKinds.filter((definition) => definition[fact] === true).map(({ kind }) => kind);
}

test("fifteen kinds of Flux and four of its operator are known", () => {
  const counts: Record<string, number> = {};
  for (const { group } of fluxKinds) counts[group] = (counts[group] ?? 0) + 1;
  expect(counts).toEqual({
    "fluxcd.controlplane.io": 4,
    "helm.toolkit.fluxcd.io": 1,
    "image.toolkit.fluxcd.io": 3,
    "kustomize.toolkit.fluxcd.io": 1,
    "notification.toolkit.fluxcd.io": 3,
    "source.extensions.fluxcd.io": 1,
    "source.toolkit.fluxcd.io": 6,
  });
});

test.each<readonly [string, keyof KindDefinition, readonly string[]]>([
  [
    "what applies and what it is applied from is not lost unseen",
    "guarded",
    [
      "GitRepository",
      "OCIRepository",
      "HelmRepository",
      "HelmChart",
      "Bucket",
      "ExternalArtifact",
      "Kustomization",
      "HelmRelease",
      "ArtifactGenerator",
      "FluxInstance",
      "ResourceSet",
    ],
  ],
  [
    "charts, templates and the operator make what is not seen from here",
    "opaqueContent",
    ["HelmRelease", "FluxInstance", "ResourceSet"],
  ],
  ["the operator's instance makes the sync of the root", "syncsRoot", ["FluxInstance"]],
  ["controllers alone write what they report", "byController", ["ExternalArtifact", "FluxReport"]],
])("%s", (_, fact, kinds) => {
  expect(kindsWith(fact)).toEqual(kinds);
});

test("what lives where Flux does is put there without being told", () => {
  const elsewhere = fluxKinds.filter(({ defaultNamespace }) => defaultNamespace !== "flux-system");
  expect(elsewhere.map(({ kind }) => kind)).toEqual(["HelmRelease", "ResourceSet", "ResourceSetInputProvider"]);
});

test("a kind is found without its group, Flux's before others of its name", () => {
  const kinds = knownKinds();
  for (const definition of fluxKinds) expect(kinds.findByKind(definition.kind)).toBe(definition);
});
