import { expect, test } from "vitest";
import { configMap, type Resource } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";

function silencing(...silence: readonly string[]): Resource {
  return configMap("settings", {}, { namespace: "default", silence });
}

test("a code to silence that is none is a warning, for it silences nothing", () => {
  const made = silencing("path/missing", "path/mising");
  const mistake = mistakeIn(compileResources(made));
  expect(mistake).toMatchObject({ code: "silence/unknown", severity: "warning", site: callSiteOf(made) });
  expect(mistake.message).toContain('ConfigMap "settings" silences "path/mising"');
});

test.each(["path/missing", "namespace/uncreated", "secret/plaintext", "silence/unknown"])("%s is one", (code) => {
  expect(compileResources(silencing(code)).codes).toEqual([]);
});

test("what every object has is no code", () => {
  expect(compileResources(silencing("toString")).codes).toEqual(["silence/unknown"]);
});
