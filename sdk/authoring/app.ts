import {
  type HelmReleaseChartSpec,
  type HelmReleaseSpecBase,
  type HelmReleaseSpecWithChart,
  type HelmReleaseSpecWithChartRef,
  helmRelease,
} from "../kinds/helm-release.gen.ts";
import { type KustomizationSpec, type KustomizationSpecBase, kustomization } from "../kinds/kustomization.gen.ts";
import { type OCIRepositorySpec, type OCIRepositorySpecBase, ociRepository } from "../kinds/oci-repository.gen.ts";
import { type DirectoryOptions, directory } from "../model/directory.ts";
import type { Resources } from "../model/group.ts";
import type { Input } from "../model/input.ts";
import type { RefTo } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";

/**
 * Where an app's chart comes from: the spec of an OCIRepository of the app's name, a chart in a Helm repository, or the object that
 * holds the chart, which apps can share.
 */
export type AppChart =
  | (Partial<OCIRepositorySpecBase> & Pick<OCIRepositorySpec, "url">)
  | HelmReleaseChartSpec
  | RefTo<"OCIRepository" | "HelmChart" | "ExternalArtifact">;

/** What an app is made of. */
export interface AppOptions {
  /** The folder that is written for it, from the repository's root: `"apps/media/jellyfin"`. */
  readonly path: string;
  /** How often Flux looks at each of its objects that says nothing else. */
  readonly interval: Input<string>;
  readonly chart: AppChart;
  /** Fields of its HelmRelease: values, remediation, what it waits for. */
  readonly release?: Partial<HelmReleaseSpecBase> | undefined;
  /** Fields of its Kustomization: source, target namespace, what it waits for, variables. */
  readonly sync: Partial<Omit<KustomizationSpecBase, "path">> & Pick<KustomizationSpec, "sourceRef" | "prune">;
  /** What else lies in the folder. */
  readonly resources?: Resources;
  /** What the folder's kustomization.yaml says beside its files. */
  readonly directory?: DirectoryOptions | undefined;
}

/**
 * An app: a Kustomization and, in the folder that it applies, a HelmRelease and the source of its chart, all of one name. It is
 * nothing but builders that call each other. Put what your apps have in common into a function of your own around it.
 *
 * @param name The name of the Kustomization, of the HelmRelease and, where it is made here, of the OCIRepository.
 * @param app The app's folder, chart and fields.
 * @param options Namespace, labels and annotations of the Kustomization. The release's namespace is `sync.targetNamespace`.
 * @returns The Kustomization: list it in a cluster, or in a directory of another one.
 */
export function app(
  name: string,
  { path, interval, chart, release, sync, resources, directory: settings }: AppOptions,
  options?: ResourceOptions,
): Resource<"Kustomization", KustomizationSpec> {
  const made = helmRelease(name, { interval, ...chartOf(name, chart, interval), ...release });
  const content = directory(path, [made, resources], settings);
  return kustomization(name, { interval, ...sync, path: content }, options);
}

type ChartFields = Pick<HelmReleaseSpecWithChart, "chart"> | Pick<HelmReleaseSpecWithChartRef, "chartRef">;

function chartOf(name: string, chart: AppChart, interval: Input<string>): ChartFields {
  if ("kind" in chart) return { chartRef: chart };
  if ("url" in chart) return { chartRef: ociRepository(name, { interval, ...chart }) };
  return { chart: { spec: chart } };
}
