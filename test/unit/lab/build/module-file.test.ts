import { expect, test } from "vitest";
import { requiredVersions, versionOfPackage } from "../../../lab/build/module-file.ts";

const FILE = `module example.com/lab

go 1.26.0

tool example.com/a/cmd/a

require example.com/alone v3.0.0

require (
	example.com/a v1.0.0
	example.com/a/b v2.0.0
)

require (
	// A remark.
	example.com/c v0.1.0 // indirect
)

replace example.com/a => example.com/a v1.0.1
`;

test("reads what is required, and nothing else", () => {
  expect([...requiredVersions(FILE)].sort()).toEqual([
    ["example.com/a", "v1.0.0"],
    ["example.com/a/b", "v2.0.0"],
    ["example.com/alone", "v3.0.0"],
    ["example.com/c", "v0.1.0"],
  ]);
});

test.for([
  ["example.com/a", "v1.0.0"],
  ["example.com/a/cmd/a", "v1.0.0"],
  ["example.com/a/b/cmd/b", "v2.0.0"],
  ["example.com/ab", undefined],
  ["./own", undefined],
] as const)("the package %s is of version %s", ([path, want]) => {
  expect(versionOfPackage(path, requiredVersions(FILE))).toBe(want);
});
