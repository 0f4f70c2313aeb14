import { FLUX_NAMESPACE } from "./flux-version.ts";

/** The source that `flux bootstrap` makes, and that every cluster is taken to have. */
export const BOOTSTRAP_SOURCE: {
  readonly group: string;
  readonly kind: "GitRepository";
  readonly namespace: string;
  readonly name: string;
} = {
  group: "source.toolkit.fluxcd.io",
  kind: "GitRepository",
  namespace: FLUX_NAMESPACE,
  name: FLUX_NAMESPACE,
};
