import type { Explanations } from "./explanation.ts";

/** Why each `crd/…` is a rule, and what it looks like. */
export const CRD: Explanations<"crd"> = {
  "crd/defined-twice": {
    why: "Two CRDs with one group and kind cannot both be installed, and the kind of one would not fit the objects of the other.",
    wrong: { text: "\n$ sluice generate crd toys-1.0.yaml toys-2.0.yaml --out kinds\n" },
    right: { text: "\n$ sluice generate crd toys-2.0.yaml --out kinds    # the one that the cluster has\n" },
  },
  "crd/drift": {
    why: "With --check nothing is written: a kind of an older CRD takes fields that the cluster refuses, and lacks others.",
    wrong: {
      text: `
$ cp ../downloads/toys.yaml crds/
$ sluice generate crd crds --out kinds --check
`,
    },
    right: {
      text: `
$ cp ../downloads/toys.yaml crds/
$ sluice generate crd crds --out kinds
$ git add crds kinds
`,
    },
  },
  "crd/edited-file": {
    why: "The first line of a generated file holds a digest of the others. Where it does not fit, somebody has changed the file, and writing it again would lose the change.",
    wrong: {
      text: `
// kinds/toy.ts
export const redToy = (name: string) => toy(name, { colour: "red" });
`,
    },
    right: {
      text: `
// red-toy.ts
import { toy } from "./kinds/index.js";
export const redToy = (name: string) => toy(name, { colour: "red" });
`,
    },
  },
  "crd/foreign-file": {
    why: "The file does not start as generated files do, so it is somebody's own.",
    wrong: { text: "\n$ ls src\nindex.ts\n$ sluice generate crd toys.yaml --out src\n" },
    right: { text: "\n$ sluice generate crd toys.yaml --out src/kinds    # a folder of their own\n" },
  },
  "crd/no-kinds": {
    why: "Nothing is written when there is nothing to generate: a path that went wrong would otherwise remove the kinds of before.",
    wrong: { text: "\n$ sluice generate crd deployment.yaml --out kinds\n" },
    right: { text: "\n$ sluice generate crd crds.yaml --out kinds\n" },
  },
  "crd/no-schema": {
    why: "Without a schema nothing is known of an object's fields, so its builder takes any, and nothing about them is checked.",
    wrong: { text: "\nversions:\n  - name: v1\n    served: true\n" },
    right: {
      text: `
versions:
  - name: v1
    served: true
    schema:
      openAPIV3Schema: { type: object, properties: { spec: { type: object } } }
`,
    },
  },
  "crd/not-a-crd": {
    why: "Release files hold CRDs among other objects. Those are passed over, and named, in case one of them was meant.",
    wrong: { text: "\n$ sluice generate crd install.yaml --out kinds      # with Deployments and more\n" },
    right: { text: "\n$ sluice generate crd install.crds.yaml --out kinds\n" },
  },
  "crd/not-served": {
    why: "The API server takes no object of a version that is not served.",
    wrong: { text: "\nversions:\n  - name: v1alpha1\n    served: false\n" },
    right: { text: "\nversions:\n  - name: v1\n    served: true\n" },
  },
  "crd/not-written": {
    why: "The folder cannot be made, or a file cannot be written there. What was written before it stays: each file is whole.",
    wrong: { text: "\n$ chmod -w kinds\n$ sluice generate crd toys.yaml --out kinds\n" },
    right: { text: "\n$ chmod +w kinds\n$ sluice generate crd toys.yaml --out kinds\n" },
  },
  "crd/unknown-reference": {
    why: "A reference that is declared for a field which is not there, or which holds no name, would never be linked.",
    wrong: { text: "\nToy:\n  spec.parts: { kinds: [Part] }        # a list\n" },
    right: { text: "\nToy:\n  spec.parts[]: { kinds: [Part] }      # its items\n" },
  },
  "crd/unreadable": {
    why: "A kind that is left out would break the programs that use it, so nothing is written before everything can be read.",
    wrong: { text: "\n$ sluice generate crd charts/toys/templates/crds.yaml --out kinds    # a template of Helm\n" },
    right: { text: "\n$ helm template toys charts/toys --include-crds | sluice generate crd - --out kinds\n" },
  },
  "crd/unrepresented": {
    why: "A schema can demand what a type cannot express, and old schemas hold what Kubernetes no longer takes. The message names the place; the rest is generated.",
    wrong: { text: "\nsize: { type: string, enum: [small, 7] }\n" },
    right: { text: '\nsize: { type: string, enum: [small, "7"] }\n' },
  },
};
