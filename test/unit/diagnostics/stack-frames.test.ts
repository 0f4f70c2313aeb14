import { expect, test } from "vitest";
import { stackFrames } from "../../../sdk/diagnostics/stack-frames.ts";

test.each([
  ["at file:///a/fleet.ts:3:6", [undefined, "file:///a/fleet.ts", 3, 6]],
  ["at app (file:///a/fleet.ts:3:6)", ["app", "file:///a/fleet.ts", 3, 6]],
  ["at async app (sluice:program:12:5)", ["app", "sluice:program", 12, 5]],
  ["at async file:///a/fleet.ts:3:6", [undefined, "file:///a/fleet.ts", 3, 6]],
  ["at new Thing (/a b/with (brackets)/fleet.js:3:6)", ["new Thing", "/a b/with (brackets)/fleet.js", 3, 6]],
  ["at Object.<anonymous> (C:\\a\\fleet.js:3:6)", ["Object.<anonymous>", "C:\\a\\fleet.js", 3, 6]],
  ["at Map.get [as find] (node:internal/x:1:2)", ["Map.get [as find]", "node:internal/x", 1, 2]],
] as const)("reads %j", (line, [name, file, number, column]) => {
  expect(stackFrames(`Error: wrong\n    ${line}`)).toEqual([{ name, file, line: number, column, depth: 0 }]);
});

test.each([
  "at <anonymous>",
  "at Array.map (<anonymous>)",
  "at eval (eval at run (file:///a.js:1:1), <anonymous>:1:1)",
  "Error: at b:1:1",
])("leaves out %j", (line) => {
  expect(stackFrames(`Error\n    ${line}`)).toEqual([]);
});

test("counts the calls in between, also those that are in no file", () => {
  const stack = "Error: wrong\nat no frame\n    at Array.map (<anonymous>)\n    at a (/a.ts:1:2)\r\n    at /b.ts:3:4";
  expect(stackFrames(stack).map(({ file, depth }) => [file, depth])).toEqual([
    ["/a.ts", 1],
    ["/b.ts", 2],
  ]);
});
