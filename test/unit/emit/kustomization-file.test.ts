import { expect, test } from "vitest";
import { emitFile } from "../../../sdk/emit/emit-file.ts";
import { kustomizationFile } from "./compiled-resource.ts";

test.each([
  {
    name: "the files that it lists",
    given: kustomizationFile(["a.yaml", "b.yaml"], {}),
    want: `---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - a.yaml
  - b.yaml
`,
  },
  {
    name: "everything that a directory can say, always in one order",
    given: kustomizationFile(["b.yaml"], {
      configMapGenerator: [
        { literals: ["A=1"], options: { disableNameSuffixHash: true }, files: ["values.yaml"], name: "values" },
      ],
      patches: [
        { target: { name: "podinfo", kind: "Deployment" }, patch: "- op: remove\n  path: /spec/replicas\n" },
        { path: "patch.yaml", target: undefined },
      ],
      components: ["../components/alerts"],
      include: ["z.yaml", "a"],
      ignore: ["notes/*.yaml"],
      namespace: "apps",
    }),
    want: `---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: apps
resources:
  - b.yaml
  - z.yaml
  - a
components:
  - ../components/alerts
patches:
  - patch: |
      - op: remove
        path: /spec/replicas
    target:
      kind: Deployment
      name: podinfo
  - path: patch.yaml
configMapGenerator:
  - name: values
    files:
      - values.yaml
    literals:
      - A=1
    options:
      disableNameSuffixHash: true
`,
  },
  {
    name: "nothing",
    given: kustomizationFile([], { include: [], components: [], patches: [], configMapGenerator: [] }),
    want: `---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: []
`,
  },
])("a kustomization.yaml says $name", ({ given, want }) => {
  expect(emitFile(given)).toBe(want);
});
