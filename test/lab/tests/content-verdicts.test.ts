// What is said of the content of Secrets and ConfigMaps is what the API server says.
import { beforeAll, expect, test } from "vitest";
import { CONTENT_CASES } from "../../unit/verdicts/content-cases.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";

let oracle: Oracle;
beforeAll(async () => {
  oracle = await openOracle();
});

test("Secrets and ConfigMaps are taken or refused as the tables say", async () => {
  // Some are made to be no such object, and go to the server as they are.
  const verdicts = await oracle.verdicts(CONTENT_CASES.map(({ object }) => object as unknown as KubeObject));
  const said = verdicts.map(
    ({ accepted }, index) => `${CONTENT_CASES[index]?.name}: ${accepted ? "taken" : "refused"}`,
  );
  expect(said).toEqual(CONTENT_CASES.map(({ name, isRefused }) => `${name}: ${isRefused ? "refused" : "taken"}`));
});
