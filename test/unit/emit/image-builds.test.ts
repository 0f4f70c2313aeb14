// Programs, image automation, people and killed builds change one disk, in any order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { configMap, external, fromPolicy } from "../../../sdk/index.ts";
import { asBotWrites } from "./image-automation.ts";
import { build, clusterOf, type Disk } from "./simulated-builds.ts";

const FILE = "clusters/a/configmap-a.yaml";
const NAME = "ghcr.io/acme/app";

/** A program that starts from a version. */
function program(version: string, note: string) {
  const policy = external("ImagePolicy", "app");
  const image = `${NAME}:${version}`;
  const data = { note, tag: fromPolicy(policy, image, "tag"), image: fromPolicy(policy, image) };
  return clusterOf("a", configMap("a", { data }, { namespace: "default" }));
}

const textOn = (disk: Disk): string => String(disk.get(FILE));
const versionsOn = (disk: Disk): readonly string[] => textOn(disk).match(/\d+\.\d+\.\d+(?= #)/g) ?? [];

function automate(disk: Disk, tag: string): void {
  disk.set(FILE, asBotWrites(textOn(disk), { namespace: "flux-system", policy: "app", name: NAME, tag }));
}

const version = fc.tuple(fc.nat(20), fc.nat(20)).map(([minor, patch]) => `1.${minor}.${patch}`);
const step = fc.oneof(
  fc.record({ type: fc.constant("bot" as const), version }),
  fc.record({ type: fc.constant("build" as const), version, note: fc.constantFrom("x", "y  \n", "\u200b") }),
  fc.record({ type: fc.constant("kill" as const), version, note: fc.constantFrom("x", "z") }),
);

test("a version that image automation wrote is never lost, and no build is stopped by it", () => {
  fc.assert(
    fc.property(version, fc.array(step, { maxLength: 8 }), (first, steps) => {
      const disk: Disk = new Map();
      expect(build(disk, program(first, "x")).codes).toEqual([]);
      let written = first;
      let note = "x";
      for (const next of steps) {
        if (next.type === "bot") {
          automate(disk, next.version);
          written = next.version;
        } else {
          ({ note } = next);
          const settings = next.type === "kill" ? { killedAfter: 0 } : {};
          const { codes } = build(disk, program(next.version, note), settings);
          expect(codes).toEqual(next.version === written ? [] : ["image/kept"]);
        }
        expect(versionsOn(disk)).toEqual([written, written]);
      }
      expect(build(disk, program(first, note)).codes).toEqual(first === written ? [] : ["image/kept"]);
      expect(build(disk, program(first, note)).done).toEqual([]);
    }),
  );
});

test("what a person changed beside a version stops the build", () => {
  const disk: Disk = new Map();
  build(disk, program("1.0.0", "x"));
  automate(disk, "1.1.0");
  disk.set(FILE, textOn(disk).replace("note: x", "note: mine"));
  expect(build(disk, program("1.0.0", "y")).codes).toEqual(["image/kept", "layout/edited-file"]);
});

test("a file that people wrote with the same marker is taken over with its version", () => {
  const disk: Disk = new Map();
  build(disk, program("1.0.0", "x"));
  automate(disk, "1.1.0");
  const theirs = textOn(disk);
  const fresh: Disk = new Map([[FILE, theirs]]);
  expect(build(fresh, program("1.0.0", "x")).codes).toEqual(["image/kept", "layout/adopted"]);
  expect(textOn(fresh)).toBe(theirs);
  const other: Disk = new Map([[FILE, `# theirs\n${theirs}`]]);
  expect(build(other, program("1.0.0", "x")).codes).toEqual(["image/kept", "layout/foreign-file"]);
  build(other, program("1.0.0", "x"), { force: [FILE] });
  expect(versionsOn(other)).toEqual(["1.1.0", "1.1.0"]);
});

test("the place of a marker that is gone from the program is the program's", () => {
  const disk: Disk = new Map();
  build(disk, program("1.0.0", "x"));
  automate(disk, "1.1.0");
  const plain = clusterOf("a", configMap("a", { data: { note: "x", tag: "2.0.0" } }, { namespace: "default" }));
  expect(build(disk, plain)).toMatchObject({ codes: [], done: [`update ${FILE}`] });
});
