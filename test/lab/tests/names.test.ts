// Where the checker refuses the name of an object of Kubernetes itself, a real API server does.
import { beforeAll, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { WELL_KNOWN_KINDS } from "../../../sdk/authoring/kubernetes/well-known-kinds.ts";
import { checkObject } from "../../../sdk/compile/check-schema/check-object.ts";
import { newestApiVersion } from "../../../sdk/model/define-kind.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";

const core = ["ConfigMap", "Namespace", "Secret", "ServiceAccount"].flatMap(
  (kind) => knownKinds().find("", kind) ?? [],
);

const NAMES = ["a", "1a", "a.b", "A", "a:b", "a_b", "a".repeat(64), `${"a".repeat(63)}.`.repeat(4), "a/b", "a%b"];

let oracle: Oracle;
beforeAll(async () => {
  oracle = await openOracle();
});

function named(definition: KindDefinition, name: string): KubeObject {
  const { kind, scope } = definition;
  const metadata = scope === "Cluster" ? { name } : { name, namespace: "default" };
  const role = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" };
  return {
    apiVersion: newestApiVersion(definition),
    kind,
    metadata,
    ...(kind.endsWith("RoleBinding") ? { roleRef: role } : {}),
  };
}

/** Controllers write these, under names that the server hardly looks at. */
const OTHERS_WRITE = ["Event", "CertificateSigningRequest"];
const kinds = [...core, ...WELL_KNOWN_KINDS].filter(({ kind }) => !OTHERS_WRITE.includes(kind));

test.for(kinds.map((definition) => [definition.kind, definition] as const))("%s", async ([, definition]) => {
  const documents = NAMES.map((name) => named(definition, name));
  const verdicts = await oracle.verdicts(documents);
  const refused = documents.filter((document) =>
    checkObject(document, definition).some(({ path }) => path[1] === "name"),
  );
  const taken = refused.filter((document) => {
    const verdict = verdicts[documents.indexOf(document)];
    return verdict === undefined || verdict.accepted || !verdict.causes.some(({ path }) => path === "metadata.name");
  });
  expect(refused.length).toBeGreaterThan(0);
  expect(taken.map(({ metadata }) => metadata.name)).toEqual([]);
});
