import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, readView } from "../../../sdk/cli/disk/read-view.ts";
import type { FleetPlaces } from "../../../sdk/compile/inspect.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";

const NOWHERE: FleetPlaces = { folders: [], namedFolders: [], foldersAbove: [], encryptedFiles: [], hasSecrets: false };

function view(root: string, places: Partial<FleetPlaces>, ours: readonly string[] = []) {
  const wanted = { ...NOWHERE, ...places };
  const isOurs = (path: string): boolean => ours.includes(path);
  return readView({ root, places: wanted, paths: listFiles(root, wanted.folders), isOurs, programFolder: root });
}

describe("the files of a view", () => {
  test("are those below the folders that Sluice writes to, hidden ones too, each once", async () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "apps/a.yaml": "a: 1",
      "apps/.hidden/b.yml": "b: 1",
      "apps/readme.md": "",
      "apps/node_modules/x/c.yaml": "c: 1",
      "other/d.yaml": "d: 1",
    });
    const { files } = await view(root, { folders: ["apps", "apps/.hidden", "none"] });
    expect([...files].map(([path, { type }]) => `${type} ${path}`)).toEqual([
      "yaml apps/.hidden/b.yml",
      "yaml apps/a.yaml",
      "other apps/readme.md",
    ]);
  });

  test("of the whole folder leave out what is Git's and the index", async () => {
    const root = temporaryFolder();
    writeFiles(root, { ".git/a.yaml": "", ".sluice/index.json": "", "b.yaml": "" });
    expect([...(await view(root, { folders: [""] })).files.keys()]).toEqual(["b.yaml"]);
  });

  test("that Sluice wrote are not read", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "apps/a.yaml": ": no: yaml" });
    expect((await view(root, { folders: ["apps"] }, ["apps/a.yaml"])).files.get("apps/a.yaml")).toEqual({
      type: "ours",
    });
  });

  test("are not looked for outside of the output folder, nor behind links", async () => {
    const outside = temporaryFolder();
    const root = join(outside, "root");
    writeFiles(outside, { "a.yaml": "a: 1", "root/apps/b.yaml": "b: 1" });
    symlinkSync(outside, join(root, "apps/link"));
    symlinkSync(join(outside, "a.yaml"), join(root, "apps/link.yaml"));
    const { files } = await view(root, { folders: ["..", "/", "apps"] });
    expect([...files.keys()]).toEqual(["apps/b.yaml"]);
  });

  test("are also the kustomization files above them, and nothing else there", async () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "Kustomization/a.yaml": "a: 1",
      "kustomization.yml": "resources: []",
      "apps/a.yaml": "a: 1",
      "apps/kustomization.yaml": "resources: [shop]",
      "apps/shop/a.yaml": "a: 1",
    });
    const { files } = await view(root, { folders: ["apps/shop"], foldersAbove: ["apps", "", "none"] });
    expect([...files.keys()].sort()).toEqual(["apps/kustomization.yaml", "apps/shop/a.yaml", "kustomization.yml"]);
  });

  test("hold their documents, numbered as in the file", async () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "a/x.yaml": "---\n# nothing\n---\nkind: A\n---\nkind: B\n",
      "a/Kustomization": "resources: [x.yaml]\n",
    });
    const { files } = await view(root, { folders: ["a"] });
    expect(files.get("a/x.yaml")).toEqual({
      type: "yaml",
      documents: [
        { number: 2, data: { kind: "A" } },
        { number: 3, data: { kind: "B" } },
      ],
    });
    expect(files.get("a/Kustomization")).toMatchObject({ documents: [{ data: { resources: ["x.yaml"] } }] });
  });

  test.each([
    ["a: b: c", "it is no valid YAML at line 1"],
    ["a: 1\npassword: 'hunter2", "it is no valid YAML at line 2"],
    ["a: *hunter2\n", "it has an alias without an anchor, or too many aliases"],
  ])("%j says why it cannot be read, and quotes nothing of it", async (text, reason) => {
    const root = temporaryFolder();
    writeFiles(root, { "a/x.yaml": text });
    expect((await view(root, { folders: ["a"] })).files.get("a/x.yaml")).toEqual({ type: "unreadable", reason });
  });
});

test("folders that are named are looked up", async () => {
  const root = temporaryFolder();
  writeFiles(root, { "infrastructure/a.yaml": "", file: "" });
  const { folders } = await view(root, { namedFolders: ["infrastructure", "none", "file", "", "../outside"] });
  expect(folders).toEqual(
    new Map([
      ["infrastructure", true],
      ["none", false],
      ["file", false],
      ["", true],
    ]),
  );
});

describe("an encrypted file", () => {
  const ENCRYPTED = "ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ=,type:str]";
  const secret = (fields: string, sops = `sops:\n  mac: ${ENCRYPTED}\n`): string =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: token\n  namespace: apps\n${fields}${sops}`;

  async function look(text: string | Buffer) {
    const root = temporaryFolder();
    writeFileSync(join(root, "token.yaml"), text);
    const { encryptedFiles, encryptedTexts } = await view(root, { encryptedFiles: ["./token.yaml"] });
    return { seen: encryptedFiles.get("./token.yaml"), text: encryptedTexts.get("./token.yaml") };
  }

  test("is what it says, and its text is kept as it is", async () => {
    const text = `# kept\r\n${secret(`data:\n  token: ${ENCRYPTED}\n  empty: ""\n`)}`;
    expect(await look(text)).toEqual({
      seen: {
        type: "read",
        documents: 1,
        apiVersion: "v1",
        kind: "Secret",
        name: "token",
        namespace: "apps",
        sops: true,
        plainPaths: [],
        hasStringData: false,
        secretType: undefined,
        labels: {},
        annotations: {},
        keys: ["token", "empty"],
      },
      text,
    });
  });

  test.each([
    ["data:\n  token: aHVudGVyMg==\n", ["data.token"]],
    ["stringData:\n  token: hunter2\n  number: 5\n", ["stringData.token", "stringData.number"]],
    [`stringData:\n  a.b: ${ENCRYPTED} hunter2\n`, ['stringData["a.b"]']],
    [`data: hunter2\n`, ["data"]],
  ])("%j is seen to be readable, and its values go nowhere", async (fields, plainPaths) => {
    const { seen } = await look(secret(fields));
    expect(seen).toMatchObject({ plainPaths });
    expect(JSON.stringify(seen)).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  test.each([
    ["without metadata of SOPS", secret("", "")],
    ["without a message authentication code", secret("", "sops:\n  age: []\n")],
  ])("%s is not encrypted by SOPS", async (_, text) => {
    expect((await look(text)).seen).toMatchObject({ sops: false });
  });

  test("tells stringData from data", async () => {
    expect((await look(secret(`stringData:\n  a: ${ENCRYPTED}\n`))).seen).toMatchObject({ hasStringData: true });
    expect((await look(secret("stringData: {}\n"))).seen).toMatchObject({ hasStringData: false });
  });

  test("that cannot be read says why, and quotes nothing", async () => {
    expect(await look("a: 'hunter2")).toEqual({
      seen: { type: "unreadable", reason: "it is no valid YAML at line 1" },
      text: "a: 'hunter2",
    });
    expect(await look(Buffer.from([0x61, 0xff]))).toEqual({
      seen: { type: "unreadable", reason: "it is no text in UTF-8" },
    });
  });

  test("may be missing, or a folder", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "folder/x": "" });
    const { encryptedFiles } = await view(root, { encryptedFiles: ["none.yaml", "folder"] });
    expect([...encryptedFiles.values()]).toEqual([
      { type: "missing" },
      { type: "unreadable", reason: "it is a folder" },
    ]);
  });
});

test("a folder or file whose name no file system takes is not there", async () => {
  const long = "x".repeat(300);
  const { files, folders } = await view(temporaryFolder(), { folders: [long], namedFolders: [long, `a/${long}`] });
  expect(files.size).toBe(0);
  expect([...folders.values()]).toEqual([false, false]);
});
