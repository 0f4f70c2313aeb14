// `sluice generate crd`, and programs with the kinds that it makes.
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { COMMAND, sluice, startSluice } from "./sluice.ts";

function crd(kind: string, fields: string): string {
  const plural = `${kind.toLowerCase()}s`;
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${plural}.toys.example.com }
spec:
  group: toys.example.com
  scope: Namespaced
  names: { kind: ${kind}, plural: ${plural} }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: { ${fields} }
`;
}

const TOY = crd("Toy", "size: { type: integer, description: How big it is. }");
const GADGET = crd("Gadget", "toyName: { type: string }");

function generatedIn(project: string): readonly string[] {
  return readdirSync(join(project, "kinds")).sort();
}

describe("sluice generate crd", () => {
  test("writes once, then nothing; what is gone from the CRDs is removed, and what is not ours stays", () => {
    const project = userProject({ "crds/toy.yaml": TOY, "crds/more/gadget.yml": GADGET, "crds/notes.md": "words" });
    expect(sluice(project, ["generate", "crd", "crds", "--out", "kinds"])).toMatchObject({ status: 0, stdout: "" });
    expect(generatedIn(project)).toEqual(["gadget.ts", "index.ts", "toy.ts"]);
    expect(readFileSync(join(project, "kinds/toy.ts"), "utf8")).toContain("/** How big it is. */");
    writeFileSync(join(project, "kinds/own.ts"), "export {};\n");
    const again = sluice(project, ["generate", "crd", "crds", "--out", "kinds"]);
    expect(again.stderr).toBe("2 kinds: 0 files changed, 3 unchanged\n");
    expect(sluice(project, ["generate", "crd", "crds", "--out", "kinds", "--check"]).status).toBe(0);

    const lessened = sluice(project, ["generate", "crd", "crds/toy.yaml", "--out", "kinds", "--check"]);
    expect(lessened.status).toBe(1);
    expect(lessened.stderr).toContain('"kinds/gadget.ts" is of a CRD that is gone');
    expect(generatedIn(project)).toContain("gadget.ts");
    expect(sluice(project, ["generate", "crd", "crds/toy.yaml", "--out", "kinds"]).status).toBe(0);
    expect(generatedIn(project)).toEqual(["index.ts", "own.ts", "toy.ts"]);
  });

  test("keeps what a person edited, unless it is forced; other line ends are no edit", () => {
    const project = userProject({ "toy.yaml": TOY });
    const generate = ["generate", "crd", "toy.yaml", "--out", "kinds"];
    expect(sluice(project, generate).status).toBe(0);
    const file = join(project, "kinds/toy.ts");
    const generated = readFileSync(file, "utf8");

    writeFileSync(file, generated.replaceAll("\n", "\r\n"));
    expect(sluice(project, [...generate, "--check"]).status).toBe(0);

    writeFileSync(file, generated);
    appendFileSync(file, "// mine\n");
    expect(sluice(project, generate)).toMatchObject({ status: 1, stderr: expect.stringContaining("crd/edited-file") });
    expect(readFileSync(file, "utf8")).toBe(`${generated}// mine\n`);
    expect(sluice(project, [...generate, "--force", "kinds/toy.ts"]).status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(generated);
  });

  test("reads standard input, and says what it did as data", () => {
    const project = userProject({});
    const args = [COMMAND, "generate", "crd", "-", "--out", "kinds", "--output", "json"];
    const stdout = execFileSync(process.execPath, args, { cwd: project, input: TOY, encoding: "utf8" });
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [],
      kinds: [{ file: "toy.ts", apiVersion: "toys.example.com/v1", kind: "Toy", builder: "toy", others: [] }],
      changes: [
        { action: "create", path: "kinds/index.ts" },
        { action: "create", path: "kinds/toy.ts" },
      ],
    });
  });

  test("fetches a URL that it is given, and keeps its credentials to itself", async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url?.startsWith("/toy.yaml") === true ? 200 : 404;
      response.end(TOY);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const project = userProject({});
    const generate = (url: string) => startSluice(project, ["generate", "crd", url, "--out", "kinds"]).ended;

    const gone = await generate(`http://127.0.0.1:${port}/gone.yaml?token=correct-horse`);
    expect(gone).toMatchObject({ status: 1, stderr: expect.stringContaining("the server answers 404") });
    expect(gone.stderr).not.toContain("correct-horse");
    expect(await generate(`http://127.0.0.1:${port}/toy.yaml?token=correct-horse`)).toMatchObject({ status: 0 });
    expect(generatedIn(project)).toEqual(["index.ts", "toy.ts"]);
  });

  test.each<[args: readonly string[], says: string]>([
    [["toy.yaml"], "needs --out"],
    [["--out", "kinds"], "needs the source"],
    [["toy.yaml", "--out", "toy.yaml"], '"toy.yaml" is no folder'],
  ])("says how it is called when it is called with %j", (args, says) => {
    const { status, stderr } = sluice(userProject({ "toy.yaml": TOY }), ["generate", "crd", ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

test("a program with generated kinds is built: linked by what was declared, and checked by schema, patterns and rules", () => {
  const rule = '{ rule: "self.size() > 1", message: it needs two parts }';
  const fields = [
    "size: { type: integer, minimum: 1 }",
    'colour: { type: string, pattern: "^[a-z]+$" }',
    `parts: { type: array, items: { type: string }, x-kubernetes-validations: [${rule}] }`,
  ].join(", ");
  const program = (spec: string): string => `
import { cluster } from "sluice";
import { gadget, toy } from "./kinds/index.js";

const robot = toy("robot", ${spec}, { namespace: "default" });
const key = gadget("key", { toyName: robot }, { namespace: "default" });
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [key] });
`;
  const project = userProject({
    "crds.yaml": `${crd("Toy", fields)}---\n${GADGET}`,
    "references.yaml": "Gadget: { spec.toyName: { kinds: [Toy] } }\n",
    "fleet.ts": program('{ size: 2, colour: "red", parts: ["a", "b"] }'),
  });
  const generate = ["generate", "crd", "crds.yaml", "--out", "kinds", "--references", "references.yaml"];
  expect(sluice(project, generate).status).toBe(0);
  expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
  const written = join(project, "clusters/production");
  expect(readdirSync(written).sort()).toEqual(["gadget-key.yaml", "toy-robot.yaml"]);
  expect(readFileSync(join(written, "gadget-key.yaml"), "utf8")).toContain("spec:\n  toyName: robot\n");

  writeFileSync(join(project, "fleet.ts"), program('{ size: 0, colour: "RED", parts: ["a", "b"] }'));
  const schema = sluice(project, ["check"]);
  expect(schema.status).toBe(1);
  expect(codesIn(schema.stderr)).toEqual(["schema/bound", "schema/pattern"]);

  writeFileSync(join(project, "fleet.ts"), program('{ parts: ["a"] }'));
  const broken = sluice(project, ["check"]);
  expect(codesIn(broken.stderr)).toEqual(["rule/broken"]);
  expect(broken.stderr).toContain("it needs two parts");
});

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/^error\[(.*?)\]/gm)].map(([, code = ""]) => code).sort();
}
