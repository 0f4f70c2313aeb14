import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programSecrets } from "../../../../sdk/cli/secrets/program-secrets.ts";
import { sopsConfigs } from "../../../../sdk/cli/secrets/sops-configs.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";

const KEY = "age1ms66c6lzvryh2n5crr2ss25t7s3mxvkt3dff85csl5y3vy672ugq54lcrj";
const rule = (pattern: string, more = "encrypted_regex: ^(data|stringData)$"): string =>
  `creation_rules:\n  - path_regex: ${pattern}\n    ${more}\n    age: ${KEY}\n`;

test("the nearest configuration above a file counts, with paths from its folder", () => {
  const root = temporaryFolder();
  writeFiles(root, { ".sops.yaml": rule("^apps/"), "apps/shop/.sops.yaml": rule("^secret-") });
  const { ruleOf, problems } = sopsConfigs({});
  const configOf = (path: string) => ruleOf(join(root, path));
  expect(configOf("apps/a.yaml")).toMatchObject({ type: "rule", config: join(root, ".sops.yaml") });
  expect(configOf("apps/shop/secret-a.yaml")).toMatchObject({
    type: "rule",
    config: join(root, "apps/shop/.sops.yaml"),
  });
  expect(configOf("apps/shop/a.yaml")).toMatchObject({ type: "none", config: join(root, "apps/shop/.sops.yaml") });
  expect(configOf("clusters/a.yaml")).toMatchObject({ type: "none", config: join(root, ".sops.yaml") });
  expect(problems()).toEqual([]);
});

test("SOPS_CONFIG names the one that counts, with whole paths for files elsewhere", () => {
  const [root, elsewhere] = [temporaryFolder(), temporaryFolder()];
  writeFiles(root, { ".sops.yaml": rule("never") });
  writeFiles(elsewhere, { "own.yaml": rule(`^${root}/apps/`) });
  const { ruleOf } = sopsConfigs({ SOPS_CONFIG: join(elsewhere, "own.yaml") });
  expect(ruleOf(join(root, "apps/a.yaml"))).toMatchObject({ type: "rule", config: join(elsewhere, "own.yaml") });
  expect(ruleOf(join(root, "a.yaml"))).toMatchObject({ type: "none" });
});

test("what is wrong with a configuration is said once, with its line", () => {
  const root = temporaryFolder();
  writeFiles(root, { ".sops.yaml": rule("(") });
  mkdirSync(join(root, "folder/.sops.yaml"), { recursive: true });
  const { ruleOf, problems } = sopsConfigs({});
  for (const path of ["a.yaml", "b.yaml", "folder/a.yaml"])
    expect(ruleOf(join(root, path))).toMatchObject({ type: "broken" });
  expect(problems()).toMatchObject([
    { code: "sops/config", place: { line: 2 } },
    { code: "sops/config", file: expect.stringContaining(".sops.yaml") },
  ]);
});

test.each<[string, string, string]>([
  ["sealed", ".", "encrypted_regex: ^(data|stringData)$"],
  ["sealed", ".", "unencrypted_regex: ^(apiVersion|kind|metadata|type)$"],
  ["unfit", ".", "encrypted_regex: ^data$"],
  ["unfit", ".", "encrypted_regex: ^(password|token)$"],
  ["unfit", ".", "unencrypted_suffix: _plain"],
  ["none", "^other/", "encrypted_regex: ^(data|stringData)$"],
  ["broken", "(", "encrypted_regex: ^(data|stringData)$"],
])("a file is %s by the rule for %s with %s", (type, pattern, more) => {
  const root = temporaryFolder();
  writeFiles(root, { ".sops.yaml": rule(pattern, more) });
  expect(programSecrets(root, root, {}).sealing("apps/a.yaml")).toMatchObject({ type });
});
