import { expect, test } from "vitest";
import { isConfidentialLine } from "../../../sdk/diagnostics/confidential-line.ts";

test.each([
  ['url: "https://flux:not-for-everyone@git.acme.example/app"', true],
  ['url: "https://not-for-everyone@git.acme.example/app"', true],
  ['url: "ssh://git:not-for-everyone@git.acme.example/app"', true],
  ['url: "ssh://git@git.acme.example:platform/app"', false],
  ['url: "https://git.acme.example/app", email: "bot@acme.example"', false],
])("of %s: %s", (line, isConfidential) => {
  expect(isConfidentialLine(line)).toBe(isConfidential);
});
