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
import { type GroupOptions, group, type Resources } from "../model/group.ts";
import type { Input } from "../model/input.ts";
import type { RefTo } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";

/**
 * Where an app's chart comes from: the spec of an OCIRepository of the app's name, a chart in a Helm repository, or the object that
 * holds the chart, which apps can share.
 */
export type AppChart = OwnChart | HelmReleaseChartSpec | RefTo<"OCIRepository" | "HelmChart" | "ExternalArtifact">;

type OwnChart = Partial<OCIRepositorySpecBase> & Pick<OCIRepositorySpec, "url">;

/**
 * What an app is made of.
 *
 * @typeParam V The values of its chart.
 */
export interface AppOptions<V extends object = object> {
  /** The folder that is written for it, from the repository's root: `"apps/media/jellyfin"`. */
  readonly path: string;
  /** How often Flux looks at each of its objects that says nothing else. */
  readonly interval: Input<string>;
  readonly chart: AppChart;
  /** The namespace of what lies in the folder. `sync.targetNamespace` puts it there too, and wins. */
  readonly namespace?: GroupOptions["namespace"];
  /** Fields of its HelmRelease: values, remediation, what it waits for. */
  readonly release?: Partial<HelmReleaseSpecBase<V>> | undefined;
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
 * @typeParam V What its values hold. It is never inferred: without it, any object.
 * @param name The name of the Kustomization, of the HelmRelease and, where it is made here, of the OCIRepository.
 * @param app The app's folder, chart and fields.
 * @param options Namespace, labels and annotations of the Kustomization.
 * @returns The Kustomization: list it in a cluster, or in a directory of another one.
 */
export function app<V extends object = object>(
  name: string,
  { path, interval, chart, namespace, release, sync, resources, directory: settings }: AppOptions<NoInfer<V>>,
  options?: ResourceOptions,
): Resource<"Kustomization", KustomizationSpec> {
  const [own, fields] = chartOf(name, chart, interval);
  const content = [own, helmRelease(name, { interval, ...fields, ...release }), resources];
  const folder = directory(path, namespace === undefined ? content : group({ namespace }, content), settings);
  return kustomization(name, { interval, ...sync, path: folder }, options);
}

type ChartFields = Pick<HelmReleaseSpecWithChart, "chart"> | Pick<HelmReleaseSpecWithChartRef, "chartRef">;

/** The source that is made for the app alone, if one is, and what the release says of its chart. */
function chartOf(name: string, chart: AppChart, interval: Input<string>): readonly [Resource | undefined, ChartFields] {
  if ("kind" in chart) return [undefined, { chartRef: chart }];
  if ("chart" in chart) return [undefined, { chart: { spec: chart } }];
  const own = ociRepository(name, { interval, ...chart });
  return [own, { chartRef: own }];
}
