import { describe, expect, test } from "vitest";
import type { Sealing, View } from "../../../sdk/compile/view.ts";
import {
  directory,
  external,
  fromEnv,
  helmRelease,
  namespace,
  type Resources,
  resource,
  secret,
  secretValue,
} from "../../../sdk/index.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";

const inDefault = { namespace: "default" };
const token = secret("token", { stringData: { token: fromEnv("TOKEN") } }, inDefault);

function sealing(found: Sealing): View {
  return { files: new Map(), folders: new Map(), encryptedFiles: new Map(), sealing: () => found };
}

const SEALED = sealing({ type: "sealed", config: ".sops.yaml" });

describe("a Secret whose file has a rule in .sops.yaml", () => {
  test("is a file to encrypt", () => {
    const { codes, files } = compileResources(token, { decryption: true }, SEALED);
    expect(codes).toEqual([]);
    expect(files).toEqual({ "clusters/test/secret-token.yaml": ["Secret default/token, encrypted"] });
  });

  test("has a file of its own", () => {
    const file = "both.yaml";
    const other = resource(
      { apiVersion: "v1", kind: "Service", metadata: { name: "a", namespace: "default" }, spec: {} },
      { file },
    );
    const mine = secret("token", { stringData: { token: secretValue("a") } }, { ...inDefault, file });
    expect(mistakeIn(compileResources([other, mine], { decryption: true }, SEALED))).toMatchObject({
      code: "layout/file-name",
    });
  });

  test("has none when a rule would leave it readable", () => {
    const unfit = sealing({ type: "unfit", config: "a/.sops.yaml", message: "it stays readable", hint: "change it" });
    const mistake = mistakeIn(compileResources(token, {}, unfit));
    expect(mistake).toMatchObject({ code: "secret/plaintext", hint: "change it", path: ["stringData"] });
  });

  test("is told the path that no rule is for", () => {
    const none = sealing({ type: "none", config: ".sops.yaml" });
    const { message } = mistakeIn(compileResources(applying("apps", directory("apps", token)), {}, none));
    expect(message).toContain('"apps/secret-token.yaml"');
  });
});

describe("a Secret that is to be encrypted has to be decrypted", () => {
  const data = secret("token", { data: { token: fromEnv("TOKEN") } }, inDefault);
  test.each<[string, Resources, boolean | undefined, string[]]>([
    ["at a root of which nothing is known", token, undefined, ["error"]],
    ["at such a root, where Flux refuses what is encrypted", data, undefined, ["warning"]],
    ["at a root that is decrypted", token, true, []],
    ["at a root that is not", data, false, ["error"]],
    ["in a directory without decryption", applying("apps", directory("apps", token)), true, ["error"]],
  ])("%s", (_, given, decryption, severities) => {
    const { diagnostics } = compileResources(given, { decryption }, SEALED);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
      severities.map((severity) => ["secret/undecrypted", severity]),
    );
  });
});

describe("a secret value outside a Secret", () => {
  const cases: Readonly<Record<string, readonly [Resources, readonly (string | number)[]]>> = {
    "among values": [
      helmRelease(
        "a",
        { interval: "1h", chartRef: external("OCIRepository", "a"), values: { list: [{ password: fromEnv("A") }] } },
        inDefault,
      ),
      ["spec", "values", "list", 0, "password"],
    ],
    "in an annotation": [
      // Types refuse it; a program without types does not.
      namespace("a", {}, { annotations: { key: secretValue("a") as unknown as string } }),
      ["metadata", "annotations", "key"],
    ],
    "in a kind that nobody knows": [
      resource({ apiVersion: "example.com/v1", kind: "Any", metadata: { name: "a" }, data: { a: secretValue("a") } }),
      ["data", "a"],
    ],
    "as the type of a Secret": [secret("a", { type: fromEnv("TYPE") as unknown as string }, inDefault), ["type"]],
  };
  for (const [what, [given, path]] of Object.entries(cases))
    test(what, () => expect(mistakeIn(compileResources(given))).toMatchObject({ code: "secret/misplaced", path }));
});
