import { expect, test } from "vitest";
import { plainScalar, taggedScalar } from "../../../sdk/sops/go-scalar.ts";

test.each([
  ["", "null", ""],
  ["~", "null", ""],
  ["NULL", "null", ""],
  ["nUll", "str", "nUll"],
  ["true", "bool", "True"],
  ["FALSE", "bool", "False"],
  ["yes", "str", "yes"],
  ["0", "int", "0"],
  ["-0", "int", "0"],
  ["+12", "int", "12"],
  ["1_000", "int", "1000"],
  ["0x1F", "int", "31"],
  ["0o17", "int", "15"],
  ["017", "int", "15"],
  ["-0b101", "int", "-5"],
  ["9223372036854775807", "int", "9223372036854775807"],
  ["08", "float", "8"],
  ["1.", "float", "1"],
  ["1.50", "float", "1.5"],
  ["-0.0", "float", "-0"],
  ["1e3", "float", "1000"],
  ["1.5e-7", "float", "0.00000015"],
  ["1e21", "float", "1000000000000000000000"],
  ["123456789012345678901234567890", "float", "123456789012345680000000000000"],
  [".5_1", "float", "0.51"],
  ["._5", "str", "._5"],
  ["1e400", "str", "1e400"],
  ["0o8", "str", "0o8"],
  ["1:30", "str", "1:30"],
  [".inf", "float", "+Inf"],
  ["-.INF", "float", "-Inf"],
  [".nan", "float", "NaN"],
  ["2001-12-14", "time", "2001-12-14T00:00:00Z"],
  ["2001-12-14t21:59:43.10-05:00", "time", "2001-12-14T21:59:43.1-05:00"],
  ["2001-2-3 4:5:6.7", "time", "2001-02-03T04:05:06.7Z"],
  ["0001-12-14T21:59:43+00:00", "time", "0001-12-14T21:59:43Z"],
  ["2001-02-29", "str", "2001-02-29"],
  ["2001-12-14 21:59:43 -5", "str", "2001-12-14 21:59:43 -5"],
  ["12001-12-14", "str", "12001-12-14"],
])("%j is %s %j", (text, type, want) => {
  expect(plainScalar(text)).toEqual({ type, text: want });
});

test.each(["9223372036854775808", "0xffffffffffffffff"])("%s is more than SOPS takes", (text) => {
  expect(plainScalar(text)).toMatchObject({ type: "unreadable" });
});

test.each([
  ["!!str", "5", { type: "str", text: "5" }],
  ["!!int", "5", { type: "int", text: "5" }],
  ["!!int", "five", { type: "null", text: "" }],
  ["!!float", "5", { type: "float", text: "5" }],
  ["!!binary", "c2Vz\nYW1l", { type: "str", text: "sesame" }],
  ["!!binary", "?", { type: "null", text: "" }],
  ["!!binary", "/w==", { type: "str", text: "\ufffd", bytes: Uint8Array.of(255) }],
  ["!own", "5", { type: "str", text: "5" }],
])("%s %j", (tag, text, want) => {
  expect(taggedScalar(tag, text)).toEqual(want);
});
