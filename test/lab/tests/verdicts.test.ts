// The verdicts of an API server that the repository holds are still what a server says. To record them anew:
// npx vitest run --config vitest.lab.config.ts test/lab/tests/verdicts.test.ts -u
import { beforeAll, expect, test } from "vitest";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import { newestApiVersion } from "../../../sdk/model/define-kind.ts";
import { casesOf } from "../../unit/verdicts/cases.ts";
import { recordedFile, recordingOf } from "../../unit/verdicts/recording.ts";
import { serverText } from "../../unit/verdicts/verdict-text.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { type KubeObject, keyOf } from "../cluster/objects.ts";
import { condition } from "../cluster/wait.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";
import { crdOfLock, WITHOUT_CONTROLLER } from "./crd-of-lock.ts";

let oracle: Oracle;
beforeAll(async () => {
  const definitions = await kubernetes().apply(...WITHOUT_CONTROLLER.map(crdOfLock));
  for (const definition of definitions) await condition(keyOf(definition), "Established", "True");
  oracle = await openOracle();
});

test.for(fluxKinds.map((definition) => [`${newestApiVersion(definition)} ${definition.kind}`, definition] as const))(
  "%s",
  async ([, definition]) => {
    const cases = casesOf(definition);
    // What is asked about is made to be wrong in every way, and goes to the server as it is.
    const verdicts = await oracle.verdicts(cases.map(({ object }) => object as KubeObject));
    await expect(recordingOf(cases, verdicts.map(serverText))).toMatchFileSnapshot(recordedFile(definition.kind));
  },
);
