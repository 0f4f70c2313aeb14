import { OBJECT_EXPRESSION } from "./cel-syntax.ts";
import type { Overlay } from "./overlay.ts";
import { OPERATOR_READINESS } from "./readiness.ts";
import { inLanguage, labelSelector } from "./syntaxes.ts";

const STEPS_ALONE = "!has(self.steps) || (!has(self.resources) && !has(self.resourcesTemplate))";
const SOMETHING_TO_MAKE = "has(self.steps) || has(self.resources) || has(self.resourcesTemplate)";
const STEP_MAKES_SOMETHING = "has(self.resources) || has(self.resourcesTemplate)";
const NAME_OR_SELECTOR = "has(self.name) || has(self.selector)";
const NAME_WITHOUT_SELECTOR = "!has(self.name) || !has(self.selector)";
const EMPTY_PROVIDERS_ONLY_PERMUTED = "!has(self.includeEmptyProviders) || self.name == 'Permute'";

/** Source: https://fluxoperator.dev/docs/crd/resourceset/ */
export const resourceSet: Overlay = {
  group: "fluxcd.controlplane.io",
  kind: "ResourceSet",
  page: "https://fluxoperator.dev/docs/crd/resourceset/",
  guarded: true,
  readiness: OPERATOR_READINESS,
  // Its templates are not read, and they may make anything.
  opaqueContent: true,
  references: {
    // What is waited for is often made by something that is not seen from here.
    "spec.dependsOn[]": {
      kinds: "any",
      edge: "mention",
      always: ["apiVersion", "namespace"],
      ordering: true,
      unresolved: "ignore",
    },
    "spec.inputsFrom[]": { edge: "need" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
  },
  arms: {
    spec: {
      rules: [STEPS_ALONE, SOMETHING_TO_MAKE],
      cases: {
        WithSteps: { requires: ["steps"], forbids: ["resources", "resourcesTemplate"] },
        WithResourcesTemplate: { requires: ["resourcesTemplate"], forbids: ["steps"] },
        WithResources: { requires: ["resources"], forbids: ["steps"] },
      },
    },
    "spec.steps[]": {
      rules: [STEP_MAKES_SOMETHING],
      atLeastOne: ["resourcesTemplate", "resources"],
    },
    "spec.inputsFrom[]": {
      rules: [NAME_OR_SELECTOR, NAME_WITHOUT_SELECTOR],
      exactlyOne: ["selector", "name"],
    },
    "spec.inputStrategy": {
      rules: [EMPTY_PROVIDERS_ONLY_PERMUTED],
      field: "includeEmptyProviders",
      onlyWith: { discriminant: "name", values: ["Permute"] },
    },
  },
  messages: {
    [STEPS_ALONE]: '"steps" stands for "resources" and "resourcesTemplate": give it without them',
    [SOMETHING_TO_MAKE]: 'nothing says what to make: give "resources", "resourcesTemplate" or "steps"',
    [STEP_MAKES_SOMETHING]: 'nothing says what the step makes: give "resources" or "resourcesTemplate"',
    [NAME_OR_SELECTOR]: 'nothing says which ResourceSetInputProvider is meant: give "name" or "selector"',
    [NAME_WITHOUT_SELECTOR]: 'give "name" or "selector", and not both',
    [EMPTY_PROVIDERS_ONLY_PERMUTED]: 'leave "includeEmptyProviders" out: it is only possible with "name" "Permute"',
    "self.all(s, self.exists_one(t, t.name == s.name))": "give each step a name of its own",
  },
  syntax: {
    ...inLanguage("operator-template", "spec.resourcesTemplate", "spec.steps[].resourcesTemplate"),
    ...labelSelector("spec.inputsFrom[].selector"),
    "spec.dependsOn[].readyExpr": OBJECT_EXPRESSION,
  },
  order: {
    spec: [
      "dependsOn",
      "inputs",
      "inputsFrom",
      "inputStrategy",
      "resources",
      "resourcesTemplate",
      "steps",
      "serviceAccountName",
      "commonMetadata",
      "wait",
    ],
    "spec.commonMetadata": ["labels", "annotations"],
    "spec.dependsOn[]": ["apiVersion", "kind", "name", "namespace", "ready", "readyExpr"],
    "spec.inputStrategy": ["name", "includeEmptyProviders"],
    "spec.inputsFrom[].selector": ["matchLabels", "matchExpressions"],
    "spec.steps[]": ["name", "timeout", "resources", "resourcesTemplate"],
  },
  names: {
    "spec.inputsFrom[]": "ResourceSetInputsFrom",
    "spec.inputsFrom[].selector": "ResourceSetSelector",
    "spec.inputsFrom[].selector.matchExpressions[]": "ResourceSetSelectorRequirement",
    "spec.steps[]": "ResourceSetStep",
  },
};
