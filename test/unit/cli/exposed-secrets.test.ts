import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { checkText } from "../../../sdk/cli/check/yaml/check-text.ts";
import { shownDiagnostic } from "../../../sdk/diagnostics/exposed/shown-diagnostic.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";
import { renderText } from "../../../sdk/diagnostics/render-text.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";
import { GITHUB_TOKEN, privateKey, scrambled } from "../../tools/sample-secrets.ts";

function check(text: string): readonly LocatedDiagnostic[] {
  return checkText({ name: "a.yaml", text, isNamed: true }, { kinds: knownKinds(), flux: undefined, isComplete: false })
    .diagnostics;
}

/** Severity, code, line and column of what is found. */
function found(text: string): readonly string[] {
  return check(text).map(
    ({ severity, code, places: [place] }) => `${severity} ${code} ${place?.line}:${place?.column}`,
  );
}

const head = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: default }\n";
const data = (fields: string): string => `${head}data:\n${fields}`;
const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");

describe("a secret in YAML", () => {
  test.each<[string, string, readonly string[]]>([
    ["in a value", data(`  token: ${GITHUB_TOKEN}\n`), ["error secret/exposed 5:10"]],
    [
      "in a text of several lines",
      data(`  b: c\n  a.ini: |\n    x\n    y=${GITHUB_TOKEN}\n`),
      ["error secret/exposed 6:3"],
    ],
    ["in a block with a private key", data(`  tls.key: |\n${indented(privateKey())}`), ["error secret/exposed 5:3"]],
    ["in a key", data(`  ${GITHUB_TOKEN}: x\n`), ["error secret/exposed 4:1"]],
    ["in a comment", data(`  a: b # once ${GITHUB_TOKEN}\n`), ["error secret/exposed 5:15"]],
    [
      "in a value and in a comment",
      data(`  a: ${GITHUB_TOKEN}\n  b: c # ${GITHUB_TOKEN}\n`),
      ["error secret/exposed 5:6", "error secret/exposed 6:10"],
    ],
    ["in a comment alone", `# ${GITHUB_TOKEN}\n${data("  a: b\n")}`, ["error secret/exposed 1:3"]],
    [
      "in a line of a text that looks like a comment",
      data(`  a.sh: |\n    # ${GITHUB_TOKEN}\n`),
      ["error secret/exposed 5:3"],
    ],
    [
      "in the second document",
      `${data("  a: b\n")}---\n${data(`  a: ${GITHUB_TOKEN}\n`)}`,
      ["error secret/exposed 11:6"],
    ],
    [
      "in an item of a list",
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: a }\n  data: { a: ${GITHUB_TOKEN} }\n`,
      ["error secret/exposed 7:14"],
    ],
    ["in values of a chart", `image: app\ngithub: { a: ${GITHUB_TOKEN} }\n`, ["error secret/exposed 2:14"]],
    ["in a template", `{{- if .a }}\na: ${GITHUB_TOKEN}\n{{- end }}\n`, ["error secret/exposed 2:4"]],
    [
      "a URL that Flux reads",
      "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: a }\nspec: { interval: 1m, url: 'https://a:correct-horse@git.acme.example/a' }\n",
      ["error secret/in-url 4:28"],
    ],
    ["a URL elsewhere", data("  db: postgres://shop:correct-horse@db/shop\n"), ["warning secret/in-url 5:7"]],
    ["a password", data("  DB_PASSWORD: correct-horse\n"), ["warning secret/suspicious 5:16"]],
    ["a password of something that is no object", "password: correct-horse\n", []],
    ["an encrypted value", data("  password: ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]\n"), []],
    ["a variable", data(`  password: \${PASSWORD}\n`), []],
  ])("%s", (_name, text, want) => {
    expect(found(text)).toEqual(want);
  });
});

describe("a comment that says why something is no secret", () => {
  const token = `  a: ${GITHUB_TOKEN}`;
  test.each<[string, string, readonly string[]]>([
    ["above", data(`  # sluice-not-secret: revoked\n${token}\n`), []],
    ["above, with others between", data(`  # sluice-not-secret: revoked\n  # and more\n${token}\n`), []],
    ["behind", data(`${token} # sluice-not-secret: revoked\n`), []],
    ["above a text of several lines", data(`  # sluice-not-secret: revoked\n  a: |\n    b\n    ${GITHUB_TOKEN}\n`), []],
    [
      "behind the start of a text of several lines",
      data(`  a: | # sluice-not-secret: revoked\n    ${GITHUB_TOKEN}\n`),
      [],
    ],
    ["for a warning", data("  # sluice-not-secret: a demo\n  password: correct-horse\n"), []],
    ["for a comment", data(`  # sluice-not-secret: revoked\n  # ${GITHUB_TOKEN}\n  a: b\n`), []],
    [
      "above another line",
      data(`  # sluice-not-secret: revoked\n  b: c\n${token}\n`),
      ["error secret/exposed 7:6", "warning secret/nothing-found 5:3"],
    ],
    ["without a reason", data(`  # sluice-not-secret:\n${token}\n`), ["warning secret/no-reason 5:3"]],
    [
      "where there is nothing",
      data("  # sluice-not-secret: a greeting\n  a: hello\n"),
      ["warning secret/nothing-found 5:3"],
    ],
    [
      "that only silences warnings",
      `# sluice-silence: secret/exposed\n${data(`${token}\n`)}`,
      ["error secret/exposed 6:6"],
    ],
    ["that silences a warning", `# sluice-silence: secret/suspicious\n${data("  password: correct-horse\n")}`, []],
  ])("%s", (_name, text, want) => {
    expect(found(text)).toEqual(want);
  });
});

describe("what is said of YAML shows no secret", () => {
  const KUSTOMIZATION =
    "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\nspec:\n  interval: 1m\n  prune: true\n  path: ./a\n  sourceRef: { kind: GitRepository, name: a }\n";
  test.each<[string, string]>([
    ["a token", data(`  a: ${GITHUB_TOKEN}\n`)],
    ["a private key", data(`  a: |\n${indented(privateKey())}`)],
    ["a password in a URL", data("  a: https://a:correct-horse@git.acme.example\n")],
    ["a password", data("  password: correct-horse\n")],
    ["a value of another form", KUSTOMIZATION.replace("1m", GITHUB_TOKEN)],
    ["an unknown field with a password", `${KUSTOMIZATION}  password: correct-horse\n`],
    ["an unknown field called like a token", `${KUSTOMIZATION}  ${GITHUB_TOKEN}: 1\n`],
    ["a password of several lines", data("  password: >-\n    correct-horse\n\t: [\n")],
    ["a variable of a container", data("  env: [\n    - name: DB_PASSWORD\n      value: correct-horse: 1\n")],
    ["a key that stands twice", data("  password: a\n  password: correct-horse\n")],
    ["broken YAML with a token", `a: [\n${GITHUB_TOKEN}: ]\n`],
    ["broken YAML with something random", `a: b\n  c: ${scrambled(40)}: x\n`],
    ["a label", `${head.replace("name: a", `name: a, labels: { token: "correct-horse!" }`)}data: {}\n`],
  ])("%s", (_name, text) => {
    const diagnostics = check(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    const shown = renderText(diagnostics.map(shownDiagnostic), PLAIN);
    for (const secret of [GITHUB_TOKEN, GITHUB_TOKEN.slice(6, 20), "correct-horse", scrambled(64), scrambled(40)])
      expect(shown).not.toContain(secret);
  });

  test("and lines without one are shown", () => {
    const [diagnostic] = check(`${KUSTOMIZATION}  prun: true\n`);
    expect(diagnostic?.places[0]?.lineText).toBe("  prun: true");
  });
});
