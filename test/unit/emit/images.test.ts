import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { imageTexts } from "../../../sdk/cli/disk/image-texts.ts";
import type { CompiledFile, CompiledResource, MarkedImage, ResourceFile } from "../../../sdk/compile/compiled.ts";
import { emitFile } from "../../../sdk/emit/emit-file.ts";
import { withoutVersions } from "../../../sdk/emit/images.ts";
import { type FoundFile, keepImages } from "../../../sdk/emit/keep-images.ts";
import { policyMarker } from "../../../sdk/model/from-policy.ts";
import { nastyText, plainDocument } from "./arbitrary-data.ts";
import { compiledResource, resourceFile } from "./compiled-resource.ts";
import { asBotWrites } from "./image-automation.ts";
import { READERS } from "./yaml-readers.ts";

const read = await imageTexts();
const TAG = policyMarker("flux-system", "app", "tag");
const WHOLE = policyMarker("flux-system", "app", undefined);

/** A file with an object whose fields below `data` are these, some of them chosen by policies. */
function file(data: object, images: readonly MarkedImage[], more: readonly CompiledResource[] = []): ResourceFile {
  const manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data };
  return resourceFile({ ...compiledResource(manifest), images }, ...more);
}

const tag = (value: string, path: MarkedImage["path"] = ["data", "tag"]): MarkedImage => ({ path, marker: TAG, value });
const whole = (value: string, name: string): MarkedImage => ({ path: ["data", "image"], marker: WHOLE, value, name });
const BOT = { namespace: "flux-system", policy: "app", name: "ghcr.io/acme/app", tag: "2.0.0" };

/** What a build makes of files whose texts on disk are these. */
function kept(made: CompiledFile, onDisk: string): { readonly text: string; readonly codes: readonly string[] } {
  const found = new Map<string, FoundFile>([[made.path, { images: read(onDisk)?.images ?? [] }]]);
  const { files, diagnostics } = keepImages([made], found);
  const [only] = files;
  if (only?.type !== "resources") throw new Error("the file is gone");
  return { text: emitFile(only), codes: diagnostics.map(({ code }) => code) };
}

describe("a value that a policy chooses", () => {
  test("is printed with its marker, in a file that starts as image automation starts it", () => {
    const list = [tag("1.0.0"), { path: ["data", "list", 1], marker: WHOLE, value: "app:1", name: "app" }];
    const other = compiledResource({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "b" } });
    expect(emitFile(file({ tag: "1.0.0", list: ["x", "app:1"] }, list, [other]))).toBe(`apiVersion: v1
kind: ConfigMap
metadata:
  name: a
data:
  tag: 1.0.0 # {"$imagepolicy": "flux-system:app:tag"}
  list:
    - x
    - app:1 # {"$imagepolicy": "flux-system:app"}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: b
`);
  });

  test.each([
    ["1.0", '"1.0"'],
    ["1e3", '"1e3"'],
    ["", '""'],
    ["a # b", '"a # b"'],
    ["a\nb", '"a\\nb"'],
    ["#", '"#"'],
    ["{}", '"{}"'],
  ])("%j stands on one line", (value, want) => {
    expect(emitFile(file({ tag: value }, [tag(value)]))).toContain(`\n  tag: ${want} # ${TAG}\n`);
  });

  test.each(READERS)("is read as the same text by $name, whatever it and its policy are called", ({ read: parse }) => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, (value, policy, next) => {
        const image = { path: ["data", "image"], marker: policyMarker(policy, policy, "tag"), value };
        const text = emitFile(file({ image: value, next }, [image]));
        expect(parse(text)).toStrictEqual({
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: "a" },
          data: { image: value, next },
        });
      }),
    );
  });
});

describe("what is on disk", () => {
  test("is the same when image automation wrote it in its own style", () => {
    const data = { tag: "1.0.0", trail: "a  \nb\n", odd: "\u200b\u0007 🐙", text: "x\n  y\n", float: 1e21 };
    const made = file(data, [tag("1.0.0")]);
    const text = asBotWrites(emitFile(made), BOT);
    const updated = emitFile(file(data, [tag("2.0.0")]));
    expect(text).not.toBe(updated);
    expect(read(text)).toEqual({
      text: updated,
      masked: emitFile(withoutVersions(made)),
      images: [{ object: expect.any(String), path: ["data", "tag"], marker: TAG, value: "2.0.0" }],
    });
  });

  test.each([
    ["a comment above a field", "  # mine\n  tag: 1.0.0"],
    ["a comment behind a value", "  more: 1 # mine\n  tag: 1.0.0"],
    ["an anchor", "  more: &a 1\n  tag: 1.0.0"],
    ["an alias", "  more: &a 1\n  again: *a\n  tag: 1.0.0"],
    ["a tag", "  more: !mine 1\n  tag: 1.0.0"],
  ])("is somebody's when it has %s", (_, line) => {
    const text = emitFile(file({ tag: "1.0.0" }, [tag("1.0.0")])).replace("  tag: 1.0.0", line);
    const found = read(text);
    expect(found).toMatchObject({ text: undefined, masked: undefined, images: [{ value: "1.0.0" }] });
  });

  test("is somebody's when a comment ends it", () => {
    expect(read(`${emitFile(file({ tag: "1" }, [tag("1")]))}# the end\n`)?.text).toBeUndefined();
  });

  test("keeps the comments above an object", () => {
    const made = { ...file({}, []).resources[0], comments: ["one", "", "two # three"] };
    const object = {
      ...made,
      manifest: { ...made.manifest, data: { tag: "1" } },
      images: [tag("1")],
    } as CompiledResource;
    for (const given of [resourceFile(object), resourceFile(object, { ...object, comments: ["of the second"] })]) {
      const text = emitFile(given);
      expect(read(text)?.text).toBe(text);
    }
  });

  test.each([
    ["no marker", "a: 1\n"],
    ["no YAML", `a: [ # ${TAG}\n`],
    ["no object", `- a # ${TAG}\n`],
    ["an alias of nothing", `a: *b # ${TAG}\n`],
  ])("is not read when it has %s", (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test("a marker inside a text is none", () => {
    const text = emitFile(file({ script: `x: 1 # ${TAG}\ny: 2\n` }, []));
    expect(read(text)).toEqual({ text: undefined, masked: undefined, images: [] });
  });
});

describe("a build", () => {
  const data = { tag: "1.0.0", image: "ghcr.io/acme/app:1.0.0" };
  const made = file(data, [tag("1.0.0"), whole("ghcr.io/acme/app:1.0.0", "ghcr.io/acme/app")]);
  const bots = asBotWrites(emitFile(made), BOT);

  test("keeps what image automation wrote, and says so", () => {
    const { text, codes } = kept(made, bots);
    expect(text).toBe(bots);
    expect(codes).toEqual(["image/kept"]);
  });

  test("says nothing of what is as the program says", () => {
    expect(kept(made, emitFile(made))).toEqual({ text: emitFile(made), codes: [] });
  });

  test("keeps it in a file that says something else now", () => {
    const { text } = kept(file({ first: "new", ...data }, made.resources[0]?.images ?? []), bots);
    expect(text).toContain('first: new\n  tag: 2.0.0 # {"$imagepolicy": "flux-system:app:tag"}');
  });

  test.each<readonly [string, MarkedImage, readonly string[]]>([
    ["another policy", { ...tag("1.0.0"), marker: policyMarker("flux-system", "b", "tag") }, ["image/replaced"]],
    ["another image", { ...whole("ghcr.io/acme/b:1", "ghcr.io/acme/b") }, ["image/replaced"]],
    ["another field", tag("1.0.0", ["data", "version"]), []],
  ])("goes back to the program with %s", (_, image, want) => {
    const given = file({ [String(image.path[1])]: image.value }, [image]);
    expect(kept(given, bots)).toEqual({ text: emitFile(given), codes: want });
  });

  test("tells objects of one file apart", () => {
    const object = (name: string): CompiledResource => ({
      ...compiledResource({ apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: { tag: "1.0.0" } }),
      images: [tag("1.0.0")],
    });
    const text = emitFile(resourceFile(object("a"), object("b"))).replace("tag: 1.0.0", "tag: 3.0.0");
    const result = kept(resourceFile(object("b"), object("a")), text).text;
    expect(result.match(/\d\.0\.0/g)).toEqual(["1.0.0", "3.0.0"]);
  });

  test("keeps a version when the object moves to another file of its cluster, and to no other's", () => {
    const { images = [] } = read(bots) ?? {};
    const found = (...clusters: readonly string[]) =>
      new Map([["clusters/a/old.yaml", { images, goneFrom: clusters }]]);
    expect(keepImages([made], found("a")).diagnostics.map(({ code }) => code)).toEqual(["image/kept"]);
    expect(keepImages([made], found("b"))).toEqual({ files: [made], diagnostics: [] });
  });
});

test("whatever else is in a file, a version is kept exactly when its marker is the same, and nothing else changes", () => {
  const version = fc.stringMatching(/^\w[\w.-]{0,20}$/);
  fc.assert(
    fc.property(plainDocument, nastyText, version, version, fc.boolean(), (document, key, before, after, isSame) => {
      const data = { [key]: before, rest: document, tag: before };
      const own = policyMarker("flux-system", isSame ? "app" : "other", "tag");
      const images = [
        { path: ["data", key], marker: own, value: before },
        { path: ["data", "tag"], marker: TAG, value: before },
      ];
      const made = file(data, key === "tag" ? images.slice(1) : images);
      const bots = asBotWrites(emitFile(made), { ...BOT, tag: after });
      const result = kept(made, bots).text;
      const want = images.map((image) => ({ ...image, value: image.marker === TAG ? after : before }));
      const [object] = made.resources;
      if (!object) throw new Error("no object");
      expect(result).toBe(emitFile(resourceFile({ ...object, images: key === "tag" ? want.slice(1) : want })));
      expect(read(bots)?.text).toBe(result);
      expect(read(bots)?.masked).toBe(emitFile(withoutVersions(made)));
      // Nothing is left to do in the build after.
      expect(kept(made, result).text).toBe(result);
    }),
  );
});
