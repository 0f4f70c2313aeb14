import type { Explanations } from "./explanation.ts";

/** Why each `metadata/…` is a rule, and what it looks like. */
export const METADATA: Explanations<"metadata"> = {
  "metadata/annotation": {
    why: "The API server refuses keys that are no qualified names, values that are no strings, and more than 256 KiB of both together.",
  },
  "metadata/field": {
    why: "Flux applies objects with strict validation, so a field that metadata does not have stops the whole Kustomization.",
  },
  "metadata/finalizer": {
    why: "The API server refuses finalizers that are no qualified names.",
  },
  "metadata/label": {
    why: "Labels are looked up by selectors, so the API server takes short texts of few characters only.",
  },
  "metadata/name": {
    why: "Names are parts of URLs and of domain names, so the API server takes few characters, and how many depends on the kind.",
  },
  "metadata/namespace": {
    why: "The name of a namespace is a label of a domain: the API server has no namespace of another name.",
  },
  "metadata/size": {
    why: "The API server takes no request that is larger than 3 MiB, and etcd usually keeps no object that is larger than 1.5 MiB.",
  },
};
