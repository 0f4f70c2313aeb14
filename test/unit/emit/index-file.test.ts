import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Index, type IndexEntry, identityOfKey, printIndex, readIndex } from "../../../sdk/emit/index-file.ts";
import { identityKey } from "../../../sdk/model/identity.ts";

const entry: IndexEntry = {
  digest: "0a",
  clusters: new Map([["production", ["root"]]]),
  objects: ["/Namespace//shop"],
  unpruned: [],
  keeping: [],
};

describe("printIndex", () => {
  test("gives a line to each file, sorted, and ends alike whatever stands last", () => {
    const index: Index = new Map([
      ["clusters/b.yaml", { ...entry, unpruned: ["/Namespace//shop"] }],
      [
        "clusters/a.yaml",
        {
          ...entry,
          clusters: new Map([
            ["b", ["root"]],
            ["a", ["x/K/n/m", "root"]],
          ]),
        },
      ],
    ]);
    expect(printIndex(index)).toBe(`{
"clusters/a.yaml": {"digest":"0a","clusters":{"a":["x/K/n/m","root"],"b":["root"]},"objects":["/Namespace//shop"]},
"clusters/b.yaml": {"digest":"0a","clusters":{"production":["root"]},"objects":["/Namespace//shop"],"unpruned":["/Namespace//shop"]},
"version": 1
}
`);
  });

  test("of an empty index is read as one", () => {
    expect(readIndex(printIndex(new Map()))).toEqual({ type: "read", index: new Map() });
  });
});

describe("readIndex", () => {
  test("reads what was printed", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,9}$/);
    const entries = fc.record({
      digest: fc.string(),
      clusters: fc
        .dictionary(fc.string({ minLength: 1 }), fc.array(fc.string()), { maxKeys: 3 })
        .map((record) => new Map(Object.entries(record))),
      objects: fc.array(fc.string()),
      unpruned: fc.array(fc.string()),
      keeping: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(fc.dictionary(name, entries, { maxKeys: 5 }), (record) => {
        delete record["version"];
        const index: Index = new Map(Object.entries(record));
        const found = readIndex(printIndex(index));
        expect(found).toEqual({ type: "read", index });
      }),
    );
  });

  const line = (value: unknown) => JSON.stringify({ "a.yaml": value, version: 1 });
  test.each([
    ["nothing", ""],
    ["a part of an index", printIndex(new Map([["a.yaml", entry]])).slice(0, -10)],
    ["a merge conflict around no line of ours", `{\n<<<<<<< HEAD\n"a": {},\n=======\n>>>>>>> other\n"version": 1\n}`],
    ["half of a merge conflict", `<<<<<<< HEAD\n${printIndex(new Map([["a.yaml", entry]]))}`],
    ["another version", '{"version": 2}'],
    ["no version", "{}"],
    ["a list", "[]"],
    ["a line that is no object", line(1)],
    ["a line without a digest", line({ clusters: {}, objects: [] })],
    ["a line with owners that are none", line({ digest: "", clusters: { a: "root" }, objects: [] })],
    ["a line with objects that are none", line({ digest: "", clusters: {}, objects: [{}] })],
    [
      "a path that leads outside",
      JSON.stringify({ "../a.yaml": { digest: "", clusters: {}, objects: [] }, version: 1 }),
    ],
  ])("does not read %s", (_, text) => {
    expect(readIndex(text).type).toBe("unreadable");
  });

  const lineOf = (path: string, more: Partial<IndexEntry> = {}) =>
    printIndex(new Map([[path, { ...entry, ...more }]])).split("\n")[1] ?? "";
  const conflict = (ours: readonly string[], base: readonly string[], theirs: readonly string[]) =>
    ["<<<<<<< HEAD", ...ours, "||||||| 1234", ...base, "=======", ...theirs, ">>>>>>> other"].join("\n");

  test("reads both sides of a merge conflict, and not what they had before", () => {
    const sides = conflict([lineOf("a.yaml")], [lineOf("old.yaml")], [lineOf("b.yaml")]);
    const found = readIndex(`{\n${sides}\n${lineOf("c.yaml")}\n"version": 1\n}\n`);
    expect(found.type === "read" && [...found.index.keys()].sort()).toEqual(["a.yaml", "b.yaml", "c.yaml"]);
  });

  test("joins the two lines that a file has in a merge conflict", () => {
    const other = { digest: "0b", objects: ["/Namespace//more"], clusters: new Map([["production", ["root:b"]]]) };
    const sides = conflict([lineOf("a.yaml", { unpruned: ["/Namespace//shop"] })], [], [lineOf("a.yaml", other)]);
    expect(readIndex(`{\n${sides}\n"version": 1\n}\n`.replaceAll("\n", "\r\n"))).toEqual({
      type: "read",
      index: new Map([
        [
          "a.yaml",
          {
            digest: "0a",
            otherDigests: ["0b"],
            clusters: new Map([["production", ["root", "root:b"]]]),
            objects: ["/Namespace//shop", "/Namespace//more"],
            unpruned: [],
            keeping: [],
          },
        ],
      ]),
    });
  });
});

test.each([
  { group: "apps", kind: "Deployment", namespace: "shop", name: "web" },
  { group: "", kind: "Namespace", namespace: undefined, name: "shop" },
  { group: "example.com", kind: "Odd", namespace: undefined, name: "a/b" },
])("identityOfKey undoes identityKey for $kind", (id) => {
  expect(identityOfKey(identityKey(id))).toEqual(id);
});
