import { fluxKinds } from "../kinds/flux-kinds.gen.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { kindTable } from "../model/kind-table.ts";
import { configMap } from "./kubernetes/config-map.ts";
import { namespace } from "./kubernetes/namespace.ts";
import { secret } from "./kubernetes/secret.ts";
import { serviceAccount } from "./kubernetes/service-account.ts";
import { WELL_KNOWN_KINDS } from "./kubernetes/well-known-kinds.ts";

/** The kinds that Sluice ships, Flux's first. */
export function knownKinds(): KindTable {
  return kindTable([
    ...fluxKinds,
    configMap.definition,
    namespace.definition,
    secret.definition,
    serviceAccount.definition,
    ...WELL_KNOWN_KINDS,
  ]);
}
