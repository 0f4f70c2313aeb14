import type { DiagnosticCode } from "./catalog.ts";
import { CHART } from "./explanations/chart.ts";
import { CLUSTER } from "./explanations/cluster.ts";
import { CONFIG } from "./explanations/config.ts";
import { CRD } from "./explanations/crd.ts";
import { DEFERRED } from "./explanations/deferred.ts";
import { DIRECTORY } from "./explanations/directory.ts";
import type { Explanation } from "./explanations/explanation.ts";
import { GRAPH } from "./explanations/graph.ts";
import { IDENTITY } from "./explanations/identity.ts";
import { IMAGE } from "./explanations/image.ts";
import { KUSTOMIZE } from "./explanations/kustomize.ts";
import { LAYOUT } from "./explanations/layout.ts";
import { METADATA } from "./explanations/metadata.ts";
import { NAMESPACE } from "./explanations/namespace.ts";
import { OVERRIDE } from "./explanations/override.ts";
import { PATH } from "./explanations/path.ts";
import { PLACEMENT } from "./explanations/placement.ts";
import { PROGRAM } from "./explanations/program.ts";
import { PULUMI } from "./explanations/pulumi.ts";
import { REFERENCE } from "./explanations/reference.ts";
import { REMOVAL } from "./explanations/removal.ts";
import { RESOURCE } from "./explanations/resource.ts";
import { RULE } from "./explanations/rule.ts";
import { SCHEMA } from "./explanations/schema.ts";
import { SECRET } from "./explanations/secret.ts";
import { SILENCE } from "./explanations/silence.ts";
import { SOPS } from "./explanations/sops.ts";
import { SUBSTITUTION } from "./explanations/substitution.ts";
import { SYNTAX } from "./explanations/syntax.ts";
import { VALUE } from "./explanations/value.ts";
import { VALUES } from "./explanations/values.ts";
import { VERSION } from "./explanations/version.ts";
import { INDEX } from "./explanations/written-index.ts";
import { YAML } from "./explanations/yaml-text.ts";

/** The explanation of every code. Only what explains codes loads it: a build does not. */
export const EXPLANATIONS: Readonly<Record<DiagnosticCode, Explanation>> = {
  ...CHART,
  ...CLUSTER,
  ...CONFIG,
  ...CRD,
  ...DEFERRED,
  ...DIRECTORY,
  ...GRAPH,
  ...IDENTITY,
  ...IMAGE,
  ...INDEX,
  ...KUSTOMIZE,
  ...LAYOUT,
  ...METADATA,
  ...NAMESPACE,
  ...OVERRIDE,
  ...PATH,
  ...PLACEMENT,
  ...PROGRAM,
  ...PULUMI,
  ...REFERENCE,
  ...REMOVAL,
  ...RESOURCE,
  ...RULE,
  ...SCHEMA,
  ...SECRET,
  ...SILENCE,
  ...SOPS,
  ...SUBSTITUTION,
  ...SYNTAX,
  ...VALUE,
  ...VALUES,
  ...VERSION,
  ...YAML,
};
