import { describe, expect, test } from "vitest";
import {
  cluster,
  directory,
  external,
  group,
  override,
  type Resource,
  type Resources,
  resource,
  secret,
  substitution,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";

const VALUE = "c2VjcmV0LXZhbHVl";
const inDefault = { namespace: "default" };

describe("a Secret with values", () => {
  const token = { apiVersion: "v1", kind: "Secret", metadata: { name: "token", namespace: "default" } } as const;
  const cases: Readonly<Record<string, { readonly given: Resource; readonly field: string }>> = {
    "under data": { given: secret("token", { data: { password: VALUE } }, inDefault), field: "data" },
    "under stringData": { given: secret("token", { stringData: { password: VALUE } }, inDefault), field: "stringData" },
    "of another builder": { given: resource({ ...token, stringData: { password: VALUE } }), field: "stringData" },
    "under data of another builder": { given: resource({ ...token, data: { password: VALUE } }), field: "data" },
    "that are text and no map": { given: resource({ ...token, stringData: VALUE }), field: "stringData" },
    "that are defaults of variables": {
      given: secret("token", { stringData: { password: substitution("PASSWORD", VALUE) } }, inDefault),
      field: "stringData",
    },
    "that are text around a variable": {
      given: secret("token", { stringData: { password: `${substitution("USER")}:${VALUE}` } }, inDefault),
      field: "stringData",
    },
    "that are no text": { given: resource({ ...token, data: { nested: { password: VALUE } } }), field: "data" },
  };
  for (const [what, { given, field }] of Object.entries(cases)) {
    test(`${what} is never written`, () => {
      const outcome = compileResources(given);
      const mistake = outcome.diagnostics.find(({ code }) => code === "secret/plaintext");
      if (mistake === undefined) throw new Error("It was not reported.");
      expect(mistake).toMatchObject({ severity: "error", path: [field] });
      expect(mistake.site).toBe(callSiteOf(given));
      expect(mistake.message).toContain("Secret default/token");
      expect(mistake.message).toContain(field);
      expect(mistake.hint).toContain('encryptedFile("token", ');
      expect(mistake.hint).toContain('external("Secret", "token")');
      expect(outcome.files).toEqual({});
    });

    test(`${what} is not in what is said of it`, () => {
      const { diagnostics } = compileResources(given);
      expect(diagnostics.map(({ code }) => code)).toContain("secret/plaintext");
      for (const { message, hint, related } of diagnostics)
        expect(JSON.stringify([message, hint, related])).not.toContain(VALUE);
    });
  }

  test("is reported once for all of its fields, and in a directory", () => {
    const both = secret("token", { data: { a: VALUE }, stringData: { b: VALUE } }, inDefault);
    const { codes } = compileResources(applying("apps", directory("apps", both)));
    expect(codes).toEqual(["secret/plaintext"]);
  });

  test("is reported when it comes along with what needs it", () => {
    const token2 = secret("token", { stringData: { value: VALUE } }, { namespace: "flux-system" });
    const remote = applying("remote", "./remote", { postBuild: { substituteFrom: [token2] } });
    expect(compileResources(remote).codes).toEqual(["secret/plaintext"]);
  });

  test("is reported when an override makes the values", () => {
    const empty = secret("token", {}, inDefault);
    const overrides = [override(external("Secret", "token", "default"), { spec: { stringData: { password: VALUE } } })];
    const outcome = compileResources(empty, { overrides });
    expect(outcome.codes).toEqual(["secret/plaintext"]);
    expect(outcome.messages.join()).not.toContain(VALUE);
  });

  test("cannot be silenced", () => {
    const given = secret("token", { stringData: { a: VALUE } }, { ...inDefault, silence: ["secret/plaintext"] });
    expect(compileResources(given).codes).toEqual(["secret/plaintext"]);
  });
});

describe("the line that a Secret with values stands in", () => {
  test("is not to be shown, whatever is said of it", () => {
    const token = secret("token", { stringData: { password: VALUE } });
    const again = secret("token", { stringData: { password: "other" } }, inDefault);
    const { diagnostics } = compileResources([token, group({ namespace: "default" }, token), again]);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["namespace/missing", "graph/duplicate-id", "secret/plaintext"]),
    );
    expect(diagnostics.filter(({ isConfidential }) => !isConfidential)).toEqual([]);
  });

  test("is not to be shown where an override gives the values", () => {
    const values = { spec: { stringData: { password: VALUE } } };
    const overrides = [override(external("Secret", "other", "default"), values)];
    const { diagnostics } = compileResources(secret("token", {}, inDefault), { overrides });
    expect(diagnostics.map(({ code, isConfidential }) => [code, isConfidential])).toEqual([
      ["override/unmatched", true],
    ]);
  });

  test("is shown when the Secret has none", () => {
    const { diagnostics } = compileResources(secret("token"));
    expect(diagnostics.map(({ code, isConfidential }) => [code, isConfidential])).toEqual([
      ["namespace/missing", undefined],
    ]);
  });
});

describe("nothing is said of a Secret", () => {
  const rest: Readonly<Record<string, Resources>> = {
    "without values": secret("token", {}, inDefault),
    "that Flux fills in": secret("token", { stringData: { password: substitution("PASSWORD") } }, inDefault),
    "that Flux fills in, as text": secret(
      "token",
      { stringData: { password: `${substitution("PASSWORD")}` }, data: { token: String(substitution("TOKEN")) } },
      inDefault,
    ),
    "whose maps are empty": secret("token", { data: {}, stringData: {} }, inDefault),
    "of another group's kind": resource({
      apiVersion: "example.com/v1",
      kind: "Secret",
      metadata: { name: "token", namespace: "default" },
      data: { a: "b" },
    }),
  };
  for (const [what, given] of Object.entries(rest)) {
    test(what, () => {
      expect(compileResources(given).codes).toEqual([]);
    });
  }
});

describe("with roots that Pulumi applies", () => {
  const token = secret("token", { stringData: { password: VALUE } }, inDefault);
  const build = (resources: Resources): readonly string[] =>
    compile(cluster("test", { path: "clusters/test", flux: "2.9", resources }), { roots: "api" }).codes;

  test("a Secret at the root may have values: no file holds it", () => {
    expect(build(token)).toEqual([]);
  });

  test("one in a directory may not: Git delivers it", () => {
    expect(build(applying("apps", directory("apps", token)))).toEqual(["secret/plaintext"]);
  });
});
