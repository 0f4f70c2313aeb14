import {
  app,
  fluxSystem,
  type HelmReleaseSpecBase,
  type KustomizationSpecBase,
  type Resource,
  type Resources,
} from "sluice";
import { clusterSecrets, DOMAIN } from "./secrets.ts";

/** The chart of all apps. Each has a source of its own, so that a new version of the chart can be tried with one. */
const CHART = {
  url: "oci://ghcr.io/bjw-s-labs/helm/app-template",
  ref: { tag: "4.4.0" },
  layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
} as const;

/** Something that many apps have beside their release. It is given the app's name. */
export type Component = (app: string) => Resources;

export interface HouseApp {
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

/** An app of the house: its folder, its chart, its address and its variables, all of one name. */
export function houseApp(namespace: Resource<"Namespace">, name: string, options: HouseApp): Resource<"Kustomization"> {
  return app(name, {
    path: `apps/${namespace.metadata.name}/${name}`,
    interval: "1h",
    chart: CHART,
    release: {
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
    },
    sync: {
      sourceRef: fluxSystem,
      targetNamespace: namespace,
      prune: true,
      wait: true,
      postBuild: { substituteFrom: [clusterSecrets] },
      ...options.sync,
    },
    resources: options.components?.map((component) => component(name)),
  });
}
