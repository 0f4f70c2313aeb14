// What Helm leaves out of a chart by a `.helmignore` is recorded: for each text, "none" where Helm stops at it, else 1 for each path that
// `ignore.Parse(…)` with `AddDefaults()` of helm.sh/helm/v4 ignores. Patterns that are broken behind a `*` are not there: Helm says of them
// what depends on the path.
import { expect, test } from "vitest";
import { readIgnoreRules } from "../../../../sdk/cli/charts/archive/helm-ignore.ts";
import recorded from "./recorded/helm-ignore.json" with { type: "json" };

test("a .helmignore means what Helm says", () => {
  const given = recorded.rules.map(([text = ""]) => {
    const isIgnored = readIgnoreRules(text.replace(/^\uFEFF/, ""));
    const bits = recorded.paths.map((path) => Number(isIgnored?.(path.replace(/\/$/, ""), path.endsWith("/"))));
    return [text, isIgnored === undefined ? "none" : bits.join("")];
  });
  expect(given.length).toBeGreaterThan(500);
  expect(given).toEqual(recorded.rules);
});
