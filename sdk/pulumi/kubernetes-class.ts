import * as admissionRegistrationV1 from "@pulumi/kubernetes/admissionregistration/v1/index.js";
import { CustomResource as AnyObject } from "@pulumi/kubernetes/apiextensions/customResource.js";
import * as apiExtensionsV1 from "@pulumi/kubernetes/apiextensions/v1/index.js";
import * as apiRegistrationV1 from "@pulumi/kubernetes/apiregistration/v1/index.js";
import * as appsV1 from "@pulumi/kubernetes/apps/v1/index.js";
import * as autoscalingV2 from "@pulumi/kubernetes/autoscaling/v2/index.js";
import * as batchV1 from "@pulumi/kubernetes/batch/v1/index.js";
import * as certificatesV1 from "@pulumi/kubernetes/certificates/v1/index.js";
import * as coordinationV1 from "@pulumi/kubernetes/coordination/v1/index.js";
import * as coreV1 from "@pulumi/kubernetes/core/v1/index.js";
import * as discoveryV1 from "@pulumi/kubernetes/discovery/v1/index.js";
import * as networkingV1 from "@pulumi/kubernetes/networking/v1/index.js";
import * as nodeV1 from "@pulumi/kubernetes/node/v1/index.js";
import * as policyV1 from "@pulumi/kubernetes/policy/v1/index.js";
import * as rbacV1 from "@pulumi/kubernetes/rbac/v1/index.js";
import * as schedulingV1 from "@pulumi/kubernetes/scheduling/v1/index.js";
import * as storageV1 from "@pulumi/kubernetes/storage/v1/index.js";
import type { CustomResource, CustomResourceOptions, Inputs } from "@pulumi/pulumi";
import type { Manifest } from "../compile/compiled.ts";

/** A class of `@pulumi/kubernetes`: its instances are objects of one kind. */
type KubernetesClass = new (name: string, args: Inputs, options: CustomResourceOptions) => CustomResource;

/** The versions of Kubernetes' own APIs, with what the provider's package exports for each. */
const APIS: Readonly<Record<string, object>> = {
  v1: coreV1,
  "admissionregistration.k8s.io/v1": admissionRegistrationV1,
  "apiextensions.k8s.io/v1": apiExtensionsV1,
  "apiregistration.k8s.io/v1": apiRegistrationV1,
  "apps/v1": appsV1,
  "autoscaling/v2": autoscalingV2,
  "batch/v1": batchV1,
  "certificates.k8s.io/v1": certificatesV1,
  "coordination.k8s.io/v1": coordinationV1,
  "discovery.k8s.io/v1": discoveryV1,
  "networking.k8s.io/v1": networkingV1,
  "node.k8s.io/v1": nodeV1,
  "policy/v1": policyV1,
  "rbac.authorization.k8s.io/v1": rbacV1,
  "scheduling.k8s.io/v1": schedulingV1,
  "storage.k8s.io/v1": storageV1,
};

/**
 * Registers an object with the provider's own class for its kind, where it has one, so that the state holds the type it would have.
 *
 * @param lacks Called for a field without which the class makes nothing.
 */
export function registerObject(
  name: string,
  inputs: Inputs & Manifest,
  options: CustomResourceOptions,
  lacks: (field: string) => never,
): CustomResource {
  const found = ownClass(inputs);
  if (!found) return new AnyObject(name, inputs, options);
  try {
    return new found(name, inputs, options);
  } catch (error) {
    const [, field] = /^Missing required property '(.+)'$/.exec(error instanceof Error ? error.message : "") ?? [];
    if (field === undefined) throw error;
    return lacks(field);
  }
}

/** Says whether the provider has a class for a kind: whether it is one of Kubernetes' own. */
export function hasOwnClass(object: Pick<Manifest, "apiVersion" | "kind">): boolean {
  return ownClass(object) !== undefined;
}

function ownClass({ apiVersion, kind }: Pick<Manifest, "apiVersion" | "kind">): KubernetesClass | undefined {
  const api = APIS[apiVersion];
  const found: unknown = api && Object.hasOwn(api, kind) ? Reflect.get(api, kind) : undefined;
  // What such a module exports under the name of a kind is the kind's class.
  return typeof found === "function" ? (found as KubernetesClass) : undefined;
}

/** The type that the provider knows a kind by. */
export function typeToken(apiVersion: string, kind: string): string {
  return `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
}
