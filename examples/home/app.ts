import {
  directory,
  fluxSystem,
  type HelmReleaseSpecBase,
  type KustomizationSpecBase,
  type Resource,
  type Resources,
  withDefaults,
} from "sluice";
import { clusterSecrets, DOMAIN } from "./secrets.ts";

const { helmRelease, kustomization, ociRepository } = withDefaults({ interval: "1h" });

/** Something that many apps have beside their release. It is given the app's name. */
export type Component = (app: string) => Resources;

export interface AppOptions {
  /** The image without its tag. */
  readonly image: string;
  readonly tag: string;
  /** The port that it is reached at, as `<name>.<domain>`. */
  readonly port?: number;
  readonly components?: readonly Component[];
  readonly values?: object;
  /** Anything that this app does differently in its HelmRelease. */
  readonly release?: Partial<HelmReleaseSpecBase>;
  /** Anything that this app does differently in its Kustomization. */
  readonly sync?: Partial<KustomizationSpecBase>;
}

/** An app: a Kustomization, and in its folder a chart, a release and components, all of one name. */
export function app(namespace: Resource<"Namespace">, name: string, options: AppOptions): Resource<"Kustomization"> {
  const chart = ociRepository(name, {
    url: "oci://ghcr.io/bjw-s-labs/helm/app-template",
    ref: { tag: "4.4.0" },
    layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
  });

  const release = helmRelease(name, {
    chartRef: chart,
    values: {
      controllers: { [name]: { containers: { app: { image: { repository: options.image, tag: options.tag } } } } },
      ...(options.port !== undefined && {
        service: { app: { controller: name, ports: { http: { port: options.port } } } },
        ingress: {
          app: { hosts: [{ host: `${name}.${DOMAIN}`, paths: [{ path: "/", service: { identifier: "app" } }] }] },
        },
      }),
      ...options.values,
    },
    ...options.release,
  });

  return kustomization(name, {
    sourceRef: fluxSystem,
    path: directory(`apps/${namespace.metadata.name}/${name}`, [
      release,
      options.components?.map((component) => component(name)),
    ]),
    targetNamespace: namespace,
    prune: true,
    wait: true,
    postBuild: { substituteFrom: [clusterSecrets] },
    ...options.sync,
  });
}
