import { describe, expect, test } from "vitest";
import { external, fromPolicy } from "../../../sdk/index.ts";
import {
  imageParts,
  isPolicyImage,
  policyImageText,
  policyMarker,
  readMarker,
} from "../../../sdk/model/from-policy.ts";
import { isSubstitution } from "../../../sdk/model/substitution.ts";

const policy = external("ImagePolicy", "app");
const DIGEST = "sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

describe("imageParts", () => {
  test.each([
    ["nginx", { name: "nginx" }],
    ["nginx:1.27", { name: "nginx", tag: "1.27" }],
    ["ghcr.io/acme/app:1.0.0", { name: "ghcr.io/acme/app", tag: "1.0.0" }],
    ["localhost:5000/app", { name: "localhost:5000/app" }],
    ["localhost:5000/app:1", { name: "localhost:5000/app", tag: "1" }],
    [`ghcr.io/acme/app:1.0.0@${DIGEST}`, { name: "ghcr.io/acme/app", tag: "1.0.0", digest: DIGEST }],
    [`ghcr.io/acme/app@${DIGEST}`, { name: "ghcr.io/acme/app", digest: DIGEST }],
  ])("takes %s apart", (given, want) => {
    expect(imageParts(given)).toEqual(want);
  });

  test.each([
    "",
    ":1.0.0",
    "app:",
    "app:1 # note",
    "app:a\nb",
    "a b",
    "app:1:2",
    "/app",
    "app/",
    "app@1.0.0",
    "app:1.0.0@",
  ])("takes %j for no image", (given) => {
    expect(imageParts(given)).toBeUndefined();
  });
});

test.each([
  ["ghcr.io/acme/app:1.0.0", undefined, "ghcr.io/acme/app:1.0.0"],
  ["ghcr.io/acme/app:1.0.0", "name", "ghcr.io/acme/app"],
  ["ghcr.io/acme/app:1.0.0", "tag", "1.0.0"],
  [`ghcr.io/acme/app:1.0.0@${DIGEST}`, "digest", DIGEST],
  ["ghcr.io/acme/app:1.0.0", "digest", ""],
  ["ghcr.io/acme/app", "tag", undefined],
  ["no image", "name", undefined],
] as const)("what is written of %s, part %s", (image, part, want) => {
  expect(policyImageText({ image, part })).toBe(want);
});

test("two of one policy, image and part are equal as data", () => {
  const make = () => fromPolicy(policy, "ghcr.io/acme/app:1.0.0", "tag");
  expect(make()).toEqual(make());
  expect(Object.isFrozen(make())).toBe(true);
});

test("it is told from other leaves, and is its text in a template string", () => {
  const image = fromPolicy(policy, "ghcr.io/acme/app:1.0.0", "tag");
  expect([isPolicyImage(image), isPolicyImage({ image: "x" }), isSubstitution(image)]).toEqual([true, false, false]);
  expect(`v${image}`).toBe("v1.0.0");
});

describe("markers", () => {
  test.each([
    ["flux-system", "app", undefined, '{"$imagepolicy": "flux-system:app"}'],
    ["flux-system", "app", "tag", '{"$imagepolicy": "flux-system:app:tag"}'],
    ["a", 'b"\n#\u2028é', "name", '{"$imagepolicy": "a:b\\"\\n#\\u2028\\u00e9:name"}'],
  ] as const)("of %s/%j, part %s", (namespace, name, part, want) => {
    expect(policyMarker(namespace, name, part)).toBe(want);
    expect(readMarker(` ${want}`)).toBe(want);
  });

  test.each([
    [' {"$imagepolicy":"a:b"}', '{"$imagepolicy": "a:b"}'],
    ['# {"other": "x", "$imagepolicy" : "a:b:tag"} ', '{"$imagepolicy": "a:b:tag"}'],
    [" just a note", undefined],
    [' {"$imagepolicy": ""}', undefined],
    [' {"$imagepolicy": 1}', undefined],
    [' see {"$imagepolicy": "a:b"}', undefined],
    [' {"$imagepolicy": "a:b"} and more', undefined],
    [" null $imagepolicy", undefined],
  ])("a comment %j is read as image automation reads it", (comment, want) => {
    expect(readMarker(comment)).toBe(want);
  });
});
