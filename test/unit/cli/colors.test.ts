import { expect, test } from "vitest";
import { type ColorWish, choosePalette } from "../../../sdk/cli/colors.ts";
import { COLORED, PLAIN } from "../../../sdk/diagnostics/palette.ts";

const WISH: ColorWish = { color: false, noColor: false, environment: {}, isTerminal: false };

test.each<[string, Partial<ColorWish>, boolean]>([
  ["a file", {}, false],
  ["a terminal", { isTerminal: true }, true],
  ["a terminal without colours", { isTerminal: true, environment: { TERM: "dumb" } }, false],
  ["NO_COLOR", { isTerminal: true, environment: { NO_COLOR: "1" } }, false],
  ["an empty NO_COLOR", { isTerminal: true, environment: { NO_COLOR: "" } }, true],
  ["FORCE_COLOR", { environment: { FORCE_COLOR: "1" } }, true],
  ["an empty FORCE_COLOR", { environment: { FORCE_COLOR: "" } }, true],
  ["FORCE_COLOR=0", { isTerminal: true, environment: { FORCE_COLOR: "0" } }, false],
  ["NO_COLOR and FORCE_COLOR", { environment: { NO_COLOR: "1", FORCE_COLOR: "1" } }, false],
  ["--color against NO_COLOR", { color: true, environment: { NO_COLOR: "1" } }, true],
  ["--no-color against FORCE_COLOR", { noColor: true, environment: { FORCE_COLOR: "1" } }, false],
  ["both options", { color: true, noColor: true }, false],
])("%s", (_, wish, hasColors) => {
  expect(choosePalette({ ...WISH, ...wish })).toBe(hasColors ? COLORED : PLAIN);
});
