import type { Overlay } from "./overlay.ts";

/** Source: https://fluxoperator.dev/docs/crd/fluxreport/ */
export const fluxReport: Overlay = {
  group: "fluxcd.controlplane.io",
  kind: "FluxReport",
  page: "https://fluxoperator.dev/docs/crd/fluxreport/",
  defaultNamespace: "flux-system",
  byController: true,
  messages: {
    "self.metadata.name == 'flux'": 'call it "flux": a cluster has one FluxReport, of this name',
  },
  order: {
    spec: ["distribution", "operator", "cluster", "components", "reconcilers", "sync"],
    "spec.components[]": ["name", "image", "ready", "status"],
    "spec.distribution": ["status", "version", "entitlement", "managedBy"],
    "spec.cluster": ["serverVersion", "platform", "nodes"],
    "spec.operator": ["apiVersion", "version", "platform"],
    "spec.sync": ["id", "path", "source", "ready", "status"],
  },
  names: {
    "spec.components[]": "FluxReportComponent",
    "spec.reconcilers[]": "FluxReportReconciler",
  },
};
