import { describe, expect, test } from "vitest";
import { checkDockerConfig } from "../../../../sdk/compile/secret-content/docker-config.ts";

const login = { username: "flux", password: "canary-password" };
const check = (auths: object, host?: string, reader?: "image" | "helm") =>
  checkDockerConfig(JSON.stringify({ auths }), { key: ".dockerconfigjson", host, reader });
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a registry is found", () => {
  const cases: readonly [name: string, host: string, reader?: "image" | "helm"][] = [
    ["ghcr.io", "ghcr.io"],
    ["https://ghcr.io", "ghcr.io", "helm"],
    ["ghcr.io/acme", "ghcr.io"],
    ["*.azurecr.io", "acme.azurecr.io"],
    ["registry.example.com:5000", "registry.example.com:5000"],
    ["https://index.docker.io/v1/", "docker.io"],
    ["https://index.docker.io/v1/", "index.docker.io"],
    ["registry-1.docker.io", "registry-1.docker.io", "helm"],
  ];
  test.each(cases)("%s for %s", (name, host, reader) => {
    expect(check({ "other.example.com": login, [name]: login }, host, reader)).toBeUndefined();
  });
});

describe("a registry is not found", () => {
  const cases: readonly [name: string, host: string, reader?: "image" | "helm"][] = [
    ["ghcr.io", "quay.io"],
    ["registry.example.com", "registry.example.com:5000"],
    ["*.azurecr.io", "acme.azurecr.io", "helm"],
    ["*.io", "acme.azurecr.io"],
    ["docker.io", "docker.io"],
    ["https://index.docker.io/v1/", "registry-1.docker.io", "helm"],
  ];
  test.each(cases)("%s for %s", (name, host, reader) => {
    expect(check({ [name]: login }, host, reader)).toMatchObject({ message: expect.stringContaining(host) });
  });
});

test("an image may be pulled without credentials, a chart is not looked for without them", () => {
  expect(check({}, "ghcr.io", "image")?.severity).toBe("warning");
  expect(check({}, "ghcr.io", "helm")?.severity).toBeUndefined();
});

describe("what is no configuration", () => {
  const cases: readonly [name: string, text: string][] = [
    ["words", "canary"],
    ["a list", "[]"],
    ["the older form", JSON.stringify({ "ghcr.io": login })],
    ["no text", JSON.stringify({ auths: { "ghcr.io": { auth: 1 } } })],
    ["no base64", JSON.stringify({ auths: { "ghcr.io": { auth: "canary canary" } } })],
    ["no colon", JSON.stringify({ auths: { "ghcr.io": { auth: base64("canary") } } })],
  ];
  test.each(cases)("%s", (_, text) => {
    const problem = checkDockerConfig(text, { key: ".dockerconfigjson" });
    expect(problem).toMatchObject({ key: ".dockerconfigjson" });
    expect(problem?.severity).toBeUndefined();
    expect(JSON.stringify(problem)).not.toContain("canary");
  });
});

test("credentials that a credential store keeps are not there", () => {
  expect(check({ "ghcr.io": {} }, "ghcr.io")?.severity).toBe("warning");
  expect(check({ "ghcr.io": { auth: base64("flux:canary") } }, "ghcr.io")).toBeUndefined();
});
