import type { Readiness } from "../../sdk/model/kind-definition.ts";

type Exception = NonNullable<Readiness["except"]>[number];

const SUSPENDED: Exception = { path: ["spec", "suspend"], value: true };

/** What its controller reports on, with the fields of the spec that say how long it may take. */
export function reportsReadiness(...timeouts: readonly string[]): Readiness {
  return { except: [SUSPENDED], ...timeoutFields(timeouts) };
}

/** The same of a source: what it has to fetch is there already, so that whoever applies it may wait. */
export function sourceReadiness(timeouts: readonly string[], ...except: readonly Exception[]): Readiness {
  return { usual: true, except: [SUSPENDED, ...except], ...timeoutFields(timeouts) };
}

/** The same of what the flux-operator reconciles, which annotations control. Source: https://fluxoperator.dev/docs/crd/fluxinstance/ */
export const OPERATOR_READINESS: Readiness = {
  except: [{ path: ["metadata", "annotations", "fluxcd.controlplane.io/reconcile"], value: "disabled" }],
  timeouts: [["metadata", "annotations", "fluxcd.controlplane.io/reconcileTimeout"]],
};

function timeoutFields(fields: readonly string[]): Pick<Readiness, "timeouts"> {
  if (fields.length === 0) return {};
  return { timeouts: fields.map((field) => ["spec", ...field.split(".")]) };
}
