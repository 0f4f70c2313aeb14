// Our verdicts against those that a real API server gave: see recording.ts.
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../sdk/compile/check-schema/check-object.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import { casesOf } from "./cases.ts";
import { readRecording } from "./recording.ts";
import { ourText } from "./verdict-text.ts";

describe("our verdict is the API server's", () => {
  test.for(fluxKinds.map((definition) => [definition.kind, definition] as const))("on %s", ([kind, definition]) => {
    const recorded = readRecording(kind);
    const cases = casesOf(definition);
    expect([...recorded.keys()]).toEqual(cases.map(({ name }) => name));
    const different = cases.flatMap(({ name, object }) => {
      const ours = ourText(checkObject(object, definition, { flux: "2.9" }));
      const server = recorded.get(name);
      return ours === server ? [] : [{ name, ours, server }];
    });
    expect(different).toEqual([]);
  });
});
