import {
  type AlertSpecBase,
  type ArtifactGeneratorSpecBase,
  alert,
  artifactGenerator,
  type BucketSpecBase,
  bucket,
  type FluxInstanceSpecBase,
  fluxInstance,
  type GitRepositorySpecBase,
  gitRepository,
  type HelmChartSpecBase,
  type HelmReleaseSpec,
  type HelmReleaseSpecBase,
  type HelmRepositorySpecBase,
  helmChart,
  helmRelease,
  helmRepository,
  type ImagePolicySpecBase,
  type ImageRepositorySpecBase,
  type ImageUpdateAutomationSpecBase,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
  type KustomizationSpecBase,
  kustomization,
  type OCIRepositorySpecBase,
  ociRepository,
  type ProviderSpecBase,
  provider,
  type ReceiverSpecBase,
  type ResourceSetInputProviderSpecBase,
  type ResourceSetSpecBase,
  receiver,
  resourceSet,
  resourceSetInputProvider,
} from "../kinds/index.gen.ts";
import { frozenCopy, isFields, setField } from "../model/copy.ts";
import type { Builder } from "../model/define-kind.ts";
import { newestApiVersion } from "../model/define-kind.ts";
import type { KindDefinition } from "../model/kind-definition.ts";
import { makeResource, SPEC_ARGUMENTS } from "../model/make-resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";
import { callSiteOf, captureCallSite } from "../model/source-location.ts";

/** The fields that can have a default: those of every kind's spec. A field that several kinds have must fit all of them. */
export type Defaults = Partial<
  GitRepositorySpecBase &
    OCIRepositorySpecBase &
    HelmRepositorySpecBase &
    HelmChartSpecBase &
    BucketSpecBase &
    KustomizationSpecBase &
    HelmReleaseSpecBase &
    ReceiverSpecBase &
    AlertSpecBase &
    ProviderSpecBase &
    ImageRepositorySpecBase &
    ImagePolicySpecBase &
    ImageUpdateAutomationSpecBase &
    ArtifactGeneratorSpecBase &
    FluxInstanceSpecBase &
    ResourceSetSpecBase &
    ResourceSetInputProviderSpecBase
>;

/** Some fields of a spec, which may be left out. */
export type OptionalFields<Spec, Field extends keyof Spec> = { readonly [Key in Field]?: Spec[Key] | undefined };

/** A spec whose fields with defaults may be left out. It distributes over the arms of a spec. */
export type WithDefaults<Spec, Given> = Spec extends unknown
  ? Omit<Spec, keyof Given> & OptionalFields<Spec, keyof Spec & keyof Given>
  : never;

/** A builder whose fields with defaults may be left out. */
export type DefaultedBuilder<Kind extends string, Spec, Given> = (
  name: string,
  spec: WithDefaults<Spec, Given>,
  options?: ResourceOptions,
) => Resource<Kind, Spec>;

/** The builder of HelmReleases whose fields with defaults may be left out. */
export type DefaultedHelmReleaseBuilder<Given> = <Values extends object = object>(
  name: string,
  spec: WithDefaults<HelmReleaseSpec<NoInfer<Values>>, Given>,
  options?: ResourceOptions,
) => Resource<"HelmRelease", HelmReleaseSpec>;

type SpecOf<Made> = Made extends Builder<string, infer Spec> ? Spec : never;

/** The builders of Flux's kinds, with defaults. */
export interface DefaultedBuilders<Given> {
  readonly gitRepository: DefaultedBuilder<"GitRepository", SpecOf<typeof gitRepository>, Given>;
  readonly ociRepository: DefaultedBuilder<"OCIRepository", SpecOf<typeof ociRepository>, Given>;
  readonly helmRepository: DefaultedBuilder<"HelmRepository", SpecOf<typeof helmRepository>, Given>;
  readonly helmChart: DefaultedBuilder<"HelmChart", SpecOf<typeof helmChart>, Given>;
  readonly bucket: DefaultedBuilder<"Bucket", SpecOf<typeof bucket>, Given>;
  readonly kustomization: DefaultedBuilder<"Kustomization", SpecOf<typeof kustomization>, Given>;
  readonly helmRelease: DefaultedHelmReleaseBuilder<Given>;
  readonly receiver: DefaultedBuilder<"Receiver", SpecOf<typeof receiver>, Given>;
  readonly alert: DefaultedBuilder<"Alert", SpecOf<typeof alert>, Given>;
  readonly provider: DefaultedBuilder<"Provider", SpecOf<typeof provider>, Given>;
  readonly imageRepository: DefaultedBuilder<"ImageRepository", SpecOf<typeof imageRepository>, Given>;
  readonly imagePolicy: DefaultedBuilder<"ImagePolicy", SpecOf<typeof imagePolicy>, Given>;
  readonly imageUpdateAutomation: DefaultedBuilder<
    "ImageUpdateAutomation",
    SpecOf<typeof imageUpdateAutomation>,
    Given
  >;
  readonly artifactGenerator: DefaultedBuilder<"ArtifactGenerator", SpecOf<typeof artifactGenerator>, Given>;
  readonly fluxInstance: DefaultedBuilder<"FluxInstance", SpecOf<typeof fluxInstance>, Given>;
  readonly resourceSet: DefaultedBuilder<"ResourceSet", SpecOf<typeof resourceSet>, Given>;
  readonly resourceSetInputProvider: DefaultedBuilder<
    "ResourceSetInputProvider",
    SpecOf<typeof resourceSetInputProvider>,
    Given
  >;
}

/**
 * The builders with fields that are filled in where a spec leaves them out. A default reaches every kind that has the field, and
 * no other; of a kind with alternatives, only the fields that all of them have: `timeout` reaches sources too, where Flux takes seconds and minutes but no hours. A field that a spec gives replaces the
 * default whole, also one with fields of its own.
 *
 * @param defaults Fields of any kind's spec: `{ interval: "1h", prune: true }`.
 */
export function withDefaults<const Given extends Defaults>(
  defaults: Given & { readonly [Field in Exclude<keyof Given, keyof Defaults>]: never },
): DefaultedBuilders<Given> {
  const given = { ...frozenCopy(defaults) };
  captureCallSite(given, withDefaults, { holds: [["spec"]] });
  const builders = {
    gitRepository: fill(gitRepository.definition, given),
    ociRepository: fill(ociRepository.definition, given),
    helmRepository: fill(helmRepository.definition, given),
    helmChart: fill(helmChart.definition, given),
    bucket: fill(bucket.definition, given),
    kustomization: fill(kustomization.definition, given),
    helmRelease: fill(helmRelease.definition, given),
    receiver: fill(receiver.definition, given),
    alert: fill(alert.definition, given),
    provider: fill(provider.definition, given),
    imageRepository: fill(imageRepository.definition, given),
    imagePolicy: fill(imagePolicy.definition, given),
    imageUpdateAutomation: fill(imageUpdateAutomation.definition, given),
    artifactGenerator: fill(artifactGenerator.definition, given),
    fluxInstance: fill(fluxInstance.definition, given),
    resourceSet: fill(resourceSet.definition, given),
    resourceSetInputProvider: fill(resourceSetInputProvider.definition, given),
  };
  // Each builder is its kind's own; what its spec lacks is in the defaults, as the types above say.
  return builders as unknown as DefaultedBuilders<Given>;
}

function fill(
  definition: KindDefinition,
  defaults: object,
): (name: string, spec: object, options?: ResourceOptions) => Resource {
  const apiVersion = newestApiVersion(definition);
  let own: object | undefined;
  const build = (name: string, spec: object, options?: ResourceOptions): Resource => {
    own ??= defaultsOf(definition, defaults);
    const fields = Object.keys(own).filter((field) => Reflect.get(Object(spec), field) === undefined);
    const parts = { apiVersion, kind: definition.kind, name, body: { spec: filled(spec, own) }, options };
    const site = callSiteOf(defaults);
    return makeResource({ ...parts, holds: SPEC_ARGUMENTS, defaults: { site, fields } }, build);
  };
  return build;
}

function filled(spec: object, defaults: object): object {
  if (typeof spec !== "object" || spec === null || !isFields(spec)) return spec;
  const result: Record<string, unknown> = { ...defaults };
  for (const [field, value] of Object.entries(spec)) if (value !== undefined) setField(result, field, value);
  return result;
}

/** The defaults that reach a kind. */
function defaultsOf({ body, undefaulted = [] }: KindDefinition, defaults: object): object {
  const spec = body?.().properties["spec"];
  const fields = new Set(spec?.type === "object" ? Object.keys(spec.properties) : []);
  return Object.fromEntries(
    Object.entries(defaults).filter(([field]) => fields.has(field) && !undefaulted.includes(field)),
  );
}
