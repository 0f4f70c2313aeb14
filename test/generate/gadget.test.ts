import { expect, test } from "vitest";
import { generate } from "../../generators/generate.ts";
import { gadgetInput } from "./gadget/gadget.ts";

/** Generated files stand in `sdk`; here they stand elsewhere, and are type-checked and formatted like all others. */
function generated(input = gadgetInput()): ReadonlyMap<string, string> {
  const { files, problems } = generate(input);
  expect(problems).toEqual([]);
  return new Map(
    [...files].map(([path, text]) => [
      path
        .replace(/^sdk\/(kinds|model)\//, "")
        .replace("sdk/cli/explain/", "")
        .replace("sdk/zod/", "zod/"),
      text
        .replaceAll('"../model/', '"../../../../sdk/model/')
        .replaceAll(/"\.\/(metadata|code-points|uniqueness)\.ts"/g, '"../../../../../sdk/zod/$1.ts"')
        .replaceAll('"../kind-texts', '"../../../../../sdk/cli/explain/kind-texts'),
    ]),
  );
}

test("a kind with every construct is generated as expected", async () => {
  const files = generated();
  expect([...files.keys()].sort()).toEqual([
    "flux-kinds.gen.ts",
    "flux-versions.gen.ts",
    "index.gen.ts",
    "texts/index.gen.ts",
    "texts/xml-gadget.gen.ts",
    "xml-gadget.gen.ts",
    "zod/index.gen.ts",
    "zod/xml-gadget.gen.ts",
  ]);
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(`gadget/expected/${name}`);
});

test("the same input gives the same bytes, in whatever order it is read", () => {
  const input = gadgetInput();
  const reversed = { ...input, locks: new Map([...input.locks].reverse()) };
  expect([...generated(input)]).toEqual([...generated(reversed)]);
});

test("one more served version changes data only", () => {
  const input = gadgetInput();
  const before = generated(input);
  const withMore = [...input.locks].map(([file, text]) => {
    const lock: { release: string; versions: { name: string }[] } = JSON.parse(text);
    const [v1] = lock.versions;
    if (lock.release === "toys-2.9" && v1 !== undefined) lock.versions.push({ ...v1, name: "v1beta2" });
    return [file, JSON.stringify(lock)] as const;
  });
  const after = generated({ ...input, locks: new Map(withMore) });
  expect(changedLines(before, after)).toEqual([['+    { name: "v1beta2", flux: ["2.9"] },', "xml-gadget.gen.ts"]]);
});

test("a field that a newer release brings changes its own lines only", () => {
  const input = gadgetInput();
  const before = generated(input);
  const docs = [...input.docs].map(
    ([file, text]) => [file, text.replace("    size:", "    colour: Its colour.\n    size:")] as const,
  );
  const locks = [...input.locks].map(([file, text]) => {
    const line = '"spec.config": {';
    return [file, text.replace(line, `"spec.colour": {"type":"string"},\n        ${line}`)] as const;
  });
  const after = generated({ ...input, docs: new Map(docs), locks: new Map(locks) });
  // Which of several comment openings is the new one, nobody can say.
  expect(
    changedLines(before, after)
      .map(([line]) => line)
      .sort(),
  ).toEqual(
    [
      "+  /**",
      "+   * Its colour.",
      "+   *",
      "+   * @since Flux 2.9",
      "+   * @see https://toys.example.com/gadgets/",
      "+   */",
      "+  readonly colour?: Input<string> | undefined;",
      '+          colour: { type: "string", since: "2.9" },',
      '+        colour: "Its colour.",',
      // Each of the two alternatives has it.
      ...["+  colour: z.ZodOptional<z.ZodString>;", "+  colour: z.optional(z.string()),"].flatMap((line) => [
        line,
        line,
      ]),
    ].sort(),
  );
});

/** The lines that one set of files has more often than the other, with the file's name. */
function changedLines(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[][] {
  return [...after].flatMap(([name, text]) => {
    const old = (before.get(name) ?? "").split("\n");
    const changes: string[][] = [];
    for (const line of text.split("\n")) {
      if (line === old[0]) old.shift();
      else changes.push([`+${line}`, name]);
    }
    return [...changes, ...old.map((line) => [`-${line}`, name])];
  });
}
