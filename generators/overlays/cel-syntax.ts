import type { Syntax } from "../../sdk/model/schema.ts";

/** An expression over the fields of an object that is not known here. It is read when the object is, and not compiled before. */
export const OBJECT_EXPRESSION: Syntax = { language: "cel" };

/** Whether a dependency is ready. Source: the controllers' `evalReadyExpr`. */
export const READY_EXPRESSION: Syntax = { language: "cel", variables: ["self", "dep"], result: "bool" };

/** The expressions of `healthCheckExprs`. */
export const HEALTH_CHECKS: Readonly<Record<string, Syntax>> = {
  "spec.healthCheckExprs[].inProgress": OBJECT_EXPRESSION,
  "spec.healthCheckExprs[].failed": OBJECT_EXPRESSION,
  "spec.healthCheckExprs[].current": OBJECT_EXPRESSION,
};

/** Whether a webhook is about a resource. Only with `generic-oidc` there are claims. Source: `newFilterExpression`. */
export const FILTER_EXPRESSION: Syntax = { language: "cel", variables: ["res", "req", "claims"], result: "bool" };

/** What is taken from the claims of a token. Source: `newOIDCClaimsProcessor`. */
export const CLAIM_EXPRESSION: Syntax = { language: "cel", variables: ["claims", "vars"] };

/** The name of a commit status. Source: `newCommitStatusExpression`. */
export const STATUS_EXPRESSION: Syntax = {
  language: "cel",
  variables: ["event", "alert", "provider"],
  result: "string",
};
