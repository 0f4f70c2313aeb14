import { BOOTSTRAP_SOURCE } from "../model/bootstrap.ts";
import { external, type ObjectRef } from "../model/reference.ts";

/** The source that `flux bootstrap` makes: GitRepository `flux-system`. It is there without being listed. */
export const fluxSystem: ObjectRef<"GitRepository"> = /* @__PURE__ */ external(
  BOOTSTRAP_SOURCE.kind,
  BOOTSTRAP_SOURCE.name,
  BOOTSTRAP_SOURCE.namespace,
);
