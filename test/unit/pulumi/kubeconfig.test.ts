import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { kindsOfServer } from "../../../sdk/pulumi/known-kinds-of-server.ts";
import { readKubeconfig } from "../../../sdk/pulumi/kubeconfig.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";

const config = (user: object, cluster: object = {}): string =>
  JSON.stringify({
    "current-context": "one",
    contexts: [
      { name: "one", context: { cluster: "one", user: "one" } },
      { name: "two", context: { cluster: "two", user: "one" } },
    ],
    clusters: [
      { name: "one", cluster: { server: "https://one.example.com:6443", ...cluster } },
      { name: "two", cluster: { server: "https://two.example.com" } },
    ],
    users: [{ name: "one", user }],
  });

describe("a kubeconfig", () => {
  test("says which server is meant, and how to be known there", async () => {
    const text = config({ token: "hidden" }, { "certificate-authority-data": Buffer.from("pem").toString("base64") });
    const access = await readKubeconfig(text, undefined);
    expect(access?.server.href).toBe("https://one.example.com:6443/");
    expect(access?.options).toMatchObject({
      ca: Buffer.from("pem"),
      rejectUnauthorized: true,
      headers: { authorization: "Bearer hidden" },
    });
    expect((await readKubeconfig(text, "two"))?.server.href).toBe("https://two.example.com/");
  });

  test("may be a file", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { config: config({}) });
    expect((await readKubeconfig(join(folder, "config"), undefined))?.server.hostname).toBe("one.example.com");
  });

  test.each([
    ["a program gives the credentials", config({ exec: { command: "aws" } }), undefined],
    ["a proxy stands in between", config({}, { "proxy-url": "http://proxy" }), undefined],
    ["there is no such context", config({}), "three"],
    ["it is none", "a: [", undefined],
    ["it is a file that is not there", "/not/there", undefined],
  ])("leads nowhere where %s", async (_, text, context) => {
    expect(await readKubeconfig(text, context)).toBeUndefined();
  });
});

describe("an API server", () => {
  async function served(status: number, body: string): Promise<ReadonlySet<string> | undefined> {
    const server = createServer((_, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    return kindsOfServer({ server: new URL(`http://127.0.0.1:${port}`), options: {} }, "example.com/v1");
  }

  test.each<[string, number, string, readonly string[] | undefined]>([
    [
      "the kinds that it serves",
      200,
      JSON.stringify({ resources: [{ kind: "Site" }, { kind: "Page" }] }),
      ["Site", "Page"],
    ],
    ["that it serves none", 404, "", []],
    ["nothing when it refuses", 403, "", undefined],
    ["nothing that can be read", 200, "<html>", undefined],
  ])("says %s", async (_, status, body, want) => {
    const found = await served(status, body);
    expect(found && [...found]).toEqual(want);
  });

  test("that is not there says nothing", async () => {
    const access = { server: new URL("http://127.0.0.1:9"), options: {} };
    expect(await kindsOfServer(access, "example.com/v1")).toBeUndefined();
  });
});
