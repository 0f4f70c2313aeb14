// What zod infers is what the type of a spec resolves to, and a builder takes it. The compiler of the types is the test.
import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type * as sluice from "../../../sdk/index.ts";
import type { Resolved } from "../../../sdk/index.ts";
import type * as schemas from "../../../sdk/zod/index.ts";

/** A type with its members written out. A reference is its kind and name: which fields stand beside them, slots decide. */
type Plain<T> = T extends { kind: infer Kind; name: string }
  ? Exclude<keyof T, "apiVersion" | "kind" | "name" | "namespace"> extends never
    ? { kind: Kind; name: string }
    : Members<T>
  : Members<T>;

type Members<T> = T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;

test("what zod infers is the spec as it stands in YAML", () => {
  expectTypeOf<Plain<z.infer<typeof schemas.AlertSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.AlertSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.ArtifactGeneratorSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ArtifactGeneratorSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.BucketSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.BucketSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.ExternalArtifactSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ExternalArtifactSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.FluxInstanceSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.FluxInstanceSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.FluxReportSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.FluxReportSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.GitRepositorySpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.GitRepositorySpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.HelmChartSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.HelmChartSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.HelmReleaseSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.HelmReleaseSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.HelmRepositorySpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.HelmRepositorySpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.ImagePolicySpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ImagePolicySpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.ImageRepositorySpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ImageRepositorySpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.ImageUpdateAutomationSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ImageUpdateAutomationSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.KustomizationSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.KustomizationSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.OCIRepositorySpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.OCIRepositorySpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.ProviderSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.ProviderSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.ReceiverSpec>>>().toEqualTypeOf<Plain<Resolved<sluice.ReceiverSpec>>>();
  expectTypeOf<Plain<z.infer<typeof schemas.ResourceSetSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ResourceSetSpec>>
  >();
  expectTypeOf<Plain<z.infer<typeof schemas.ResourceSetInputProviderSpec>>>().toEqualTypeOf<
    Plain<Resolved<sluice.ResourceSetInputProviderSpec>>
  >();
});

test("a builder takes what zod gives", () => {
  expectTypeOf<z.infer<typeof schemas.AlertSpec>>().toExtend<sluice.AlertSpec>();
  expectTypeOf<z.infer<typeof schemas.ArtifactGeneratorSpec>>().toExtend<sluice.ArtifactGeneratorSpec>();
  expectTypeOf<z.infer<typeof schemas.BucketSpec>>().toExtend<sluice.BucketSpec>();
  expectTypeOf<z.infer<typeof schemas.ExternalArtifactSpec>>().toExtend<sluice.ExternalArtifactSpec>();
  expectTypeOf<z.infer<typeof schemas.FluxInstanceSpec>>().toExtend<sluice.FluxInstanceSpec>();
  expectTypeOf<z.infer<typeof schemas.FluxReportSpec>>().toExtend<sluice.FluxReportSpec>();
  expectTypeOf<z.infer<typeof schemas.GitRepositorySpec>>().toExtend<sluice.GitRepositorySpec>();
  expectTypeOf<z.infer<typeof schemas.HelmChartSpec>>().toExtend<sluice.HelmChartSpec>();
  expectTypeOf<z.infer<typeof schemas.HelmReleaseSpec>>().toExtend<sluice.HelmReleaseSpec>();
  expectTypeOf<z.infer<typeof schemas.HelmRepositorySpec>>().toExtend<sluice.HelmRepositorySpec>();
  expectTypeOf<z.infer<typeof schemas.ImagePolicySpec>>().toExtend<sluice.ImagePolicySpec>();
  expectTypeOf<z.infer<typeof schemas.ImageRepositorySpec>>().toExtend<sluice.ImageRepositorySpec>();
  expectTypeOf<z.infer<typeof schemas.ImageUpdateAutomationSpec>>().toExtend<sluice.ImageUpdateAutomationSpec>();
  expectTypeOf<z.infer<typeof schemas.KustomizationSpec>>().toExtend<sluice.KustomizationSpec>();
  expectTypeOf<z.infer<typeof schemas.OCIRepositorySpec>>().toExtend<sluice.OCIRepositorySpec>();
  expectTypeOf<z.infer<typeof schemas.ProviderSpec>>().toExtend<sluice.ProviderSpec>();
  expectTypeOf<z.infer<typeof schemas.ReceiverSpec>>().toExtend<sluice.ReceiverSpec>();
  expectTypeOf<z.infer<typeof schemas.ResourceSetSpec>>().toExtend<sluice.ResourceSetSpec>();
  expectTypeOf<z.infer<typeof schemas.ResourceSetInputProviderSpec>>().toExtend<sluice.ResourceSetInputProviderSpec>();
});
