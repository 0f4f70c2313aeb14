// What a user reads of the rules of Flux's kinds: in our words, each rule that does not hold on its own.
import { expect, test } from "vitest";
import { bucket, external, fluxInstance, type Resource, receiver } from "../../../sdk/index.ts";
import { compileResources } from "./compile-fleet.ts";

const login = { secretRef: external("Secret", "key"), serviceAccountName: external("ServiceAccount", "files") };
const distribution = { version: "2.x", registry: "ghcr.io/fluxcd" };

test.each<readonly [string, Resource, readonly string[]]>([
  [
    "two rules of one place",
    bucket("files", { interval: "1m", bucketName: "files", endpoint: "s3.example", ...login }),
    [
      'leave "serviceAccountName" out: it is only possible with "provider" "aws", "azure" or "gcp", and the default is "generic"',
      '"secretRef" and "serviceAccountName" are two ways to log in: give one of them',
    ],
  ],
  [
    "a rule that the types have too, in a program without types",
    // The types refuse it.
    receiver("push", { type: "github", resources: [] } as never),
    ['"secretRef" has to name the Secret with the webhook\'s token; only "type" "generic-oidc" does without'],
  ],
  [
    "a rule on the whole object",
    fluxInstance("fleet", { distribution }),
    ['call it "flux": a cluster has one FluxInstance, of this name'],
  ],
])("%s", (_, made, hints) => {
  const { diagnostics } = compileResources(made);
  expect(diagnostics.map(({ code }) => code)).toEqual(hints.map(() => "rule/broken"));
  expect(diagnostics.map(({ hint }) => hint)).toEqual(hints);
});
