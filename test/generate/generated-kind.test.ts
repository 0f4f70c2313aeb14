import { expect, test } from "vitest";
import { fluxKinds } from "./gadget/expected/flux-kinds.gen.ts";
import { type XMLGadgetSpec, xmlGadget } from "./gadget/expected/index.gen.ts";

test("what was generated makes resources", () => {
  const spec: XMLGadgetSpec = { url: "https://toys.example.com", mode: "fancy", retry: { name: "Once", wait: "1m" } };
  expect(xmlGadget("clockwork", spec)).toMatchObject({
    apiVersion: "toys.example.com/v1",
    kind: "XMLGadget",
    metadata: { name: "clockwork" },
    spec,
  });
  expect(fluxKinds).toEqual([xmlGadget.definition]);
});
