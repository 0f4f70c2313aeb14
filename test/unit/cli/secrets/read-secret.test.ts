import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { secretReader } from "../../../../sdk/cli/secrets/read-secret.ts";
import type { SecretOrigin } from "../../../../sdk/model/secret-value.ts";
import { temporaryFolder } from "../../../tools/project.ts";

const file = (path: string, more: object = {}): SecretOrigin => ({
  type: "file",
  path,
  encoding: "utf8",
  trim: false,
  ...more,
});

describe("a secret", () => {
  test("is a variable's value", () => {
    const read = secretReader("/", { TOKEN: " opensesame\n" });
    expect(read({ type: "env", name: "TOKEN" })).toEqual({ type: "text", text: " opensesame\n" });
  });

  test.each([
    [{}, "is not set"],
    [{ TOKEN: "" }, "is empty"],
  ])("is absent where its variable is %j", (environment, what) => {
    const reading = secretReader("/", environment)({ type: "env", name: "TOKEN" });
    expect(reading).toMatchObject({ type: "absent", reason: `environment variable "TOKEN" ${what}` });
  });

  test.each<[string, object, string]>([
    ["as it is", {}, " opensesame\n"],
    ["without what surrounds it", { trim: true }, "opensesame"],
    ["as bytes", { encoding: "base64" }, "IG9wZW5zZXNhbWUK"],
  ])("is a file's text, %s", (_, more, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "token"), " opensesame\n");
    expect(secretReader(folder, {})(file("token", more))).toEqual({ type: "text", text });
  });

  test.each<[string, string]>([
    ["none", "does not exist"],
    ["token/below", "does not exist"],
    ["folder", "is a folder"],
    ["bytes", "is no text in UTF-8"],
    ["empty", "is empty"],
    ["zero\u0000", "cannot be read"],
  ])("is absent where its file is %j", (path, reason) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "folder"));
    for (const [name, bytes] of Object.entries({ token: [97], bytes: [0xff, 0xfe, 0x41], empty: [] }))
      writeFileSync(join(folder, name), Uint8Array.from(bytes));
    expect(secretReader(folder, {})(file(path))).toMatchObject({
      type: "absent",
      reason: expect.stringContaining(reason),
    });
  });

  test("is absent where nobody may read its file", ({ skip }) => {
    skip(process.getuid?.() === 0, "root may read everything");
    const folder = temporaryFolder();
    writeFileSync(join(folder, "token"), "opensesame");
    chmodSync(join(folder, "token"), 0);
    expect(secretReader(folder, {})(file("token"))).toMatchObject({ type: "absent" });
  });

  test("is read once in a run, and anew in the next", () => {
    const folder = temporaryFolder();
    const write = (text: string): void => writeFileSync(join(folder, "token"), text);
    write("one");
    const read = secretReader(folder, {});
    expect(read(file("token"))).toMatchObject({ text: "one" });
    write("two");
    expect(read(file("token"))).toMatchObject({ text: "one" });
    expect(secretReader(folder, {})(file("token"))).toMatchObject({ text: "two" });
  });
});
