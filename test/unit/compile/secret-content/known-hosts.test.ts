import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkKnownHosts } from "../../../../sdk/compile/secret-content/known-hosts.ts";
import { newPublicLine } from "../../../tools/ssh-keys.ts";

const key = newPublicLine();
const check = (text: string, host?: string, port?: string) => checkKnownHosts(text, { key: "known_hosts", host, port });

function hashed(name: string): string {
  const salt = randomBytes(20);
  return `|1|${salt.toString("base64")}|${createHmac("sha1", salt).update(name).digest("base64")}`;
}

describe("a host is found", () => {
  const cases: readonly [name: string, pattern: string, host: string, port?: string][] = [
    ["by its name", "git.example.com", "git.example.com"],
    ["among others", "git.example.com,10.0.0.1", "10.0.0.1"],
    ["with a port", "[git.example.com]:2222", "git.example.com", "2222"],
    ["with a port and no brackets", "git.example.com:2222", "git.example.com", "2222"],
    ["with the usual port", "[git.example.com]:22", "git.example.com"],
    ["by a pattern", "*.example.com", "git.example.com"],
    ["by a mark", "git?.example.com", "git1.example.com"],
    ["by its hash", hashed("git.example.com"), "git.example.com"],
    ["by its hash with a port", hashed("[git.example.com]:2222"), "git.example.com", "2222"],
    ["by an address", "::1", "::1"],
    ["by an address with a port", "[::1]:2222", "::1", "2222"],
    ["by an authority", "@cert-authority *.example.com", "git.example.com"],
  ];
  test.each(cases)("%s", (_, pattern, host, port) => {
    expect(check(`# a comment\n\n${pattern} ${key} some words\r\n`, host, port)).toBeUndefined();
  });
});

describe("a host is not found", () => {
  const cases: readonly [name: string, pattern: string, host: string, port?: string][] = [
    ["another", "git.example.org", "git.example.com"],
    ["another port", "git.example.com", "git.example.com", "2222"],
    ["the usual port", "[git.example.com]:2222", "git.example.com"],
    ["a name below", "example.com", "git.example.com"],
    ["an exception", "*.example.com,!git.example.com", "git.example.com"],
    ["another hash", hashed("git.example.org"), "git.example.com"],
    ["a hash without the port", hashed("git.example.com"), "git.example.com", "2222"],
    ["revoked", "@revoked git.example.com", "git.example.com"],
    ["dots are dots", "gitxexample.com", "git.example.com"],
  ];
  test.each(cases)("%s", (_, pattern, host, port) => {
    expect(check(`other.example.com ${key}\n${pattern} ${key}`, host, port)).toMatchObject({
      key: "known_hosts",
      message: expect.stringContaining(host),
    });
  });
});

describe("a line cannot be read", () => {
  const cases: readonly [name: string, line: string][] = [
    ["a host alone", "git.example.com"],
    ["no key", "git.example.com ssh-ed25519"],
    ["a key cut short", `git.example.com ${key.slice(0, -8)}`],
    ["a word for a key", "git.example.com ssh-ed25519 c2VjcmV0"],
    ["another hash", `|2|${hashed("a").slice(3)} ${key}`],
    ["brackets without a port", `[git.example.com] ${key}`],
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----"],
    ["a lonely mark", `! ${key}`],
  ];
  test.each(cases)("%s", (_, line) => {
    const problem = check(`other.example.com ${key}\n${line}`);
    expect(problem?.message).toContain("line 2");
    expect(JSON.stringify(problem)).not.toContain(line);
  });
});

test("comments alone are no host", () => {
  expect(check("# git.example.com\n")?.message).toBe("knows no host");
});
