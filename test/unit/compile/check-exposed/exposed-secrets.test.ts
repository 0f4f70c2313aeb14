import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  type Deferred,
  directory,
  gitRepository,
  group,
  helmRelease,
  helmRepository,
  kustomization,
  notSecret,
  provider,
  type Resource,
  resource,
  secret,
  substitution,
} from "../../../../sdk/index.ts";
import { fromEnv } from "../../../../sdk/model/secret-value.ts";
import { BASE32, GITHUB_TOKEN, privateKey, scrambled } from "../../../tools/sample-secrets.ts";
import { compile, compileResources, type Outcome } from "../compile-fleet.ts";
import { findings } from "../finding.ts";
import { applying } from "../small-resources.ts";

const charts = helmRepository("charts", { url: "https://charts.acme.example", interval: "1h" });

function release(values: Readonly<Record<string, unknown>>): Resource {
  const chart = { spec: { chart: "api", version: "1.x", sourceRef: charts } } as const;
  return helmRelease("api", { interval: "30m", chart, values }, { namespace: "flux-system" });
}

function settings(data: Readonly<Record<string, string>>): Resource {
  return configMap("settings", { data }, { namespace: "flux-system" });
}

/** What was found, as code, severity and field. */
function seen({ diagnostics }: Outcome): readonly string[] {
  return diagnostics.map(({ code, severity, path = [] }) => `${severity} ${code} ${path.join(".")}`);
}

const exposed = (path: string): readonly string[] => [`error secret/exposed ${path}`];
const inUrl = (severity: string, path: string): readonly string[] => [`${severity} secret/in-url ${path}`];
const suspicious = (path: string): readonly string[] => [`warning secret/suspicious ${path}`];

describe("a token or a private key in plain text", () => {
  test.each<[string, Resource, readonly string[]]>([
    [
      "in a text of several lines",
      settings({ "app.ini": `[github]\ntoken = ${GITHUB_TOKEN}\n` }),
      exposed("data.app.ini"),
    ],
    ["deep in values", release({ a: [{ b: [GITHUB_TOKEN] }] }), exposed("spec.values.a.0.b.0")],
    [
      "in a label's place",
      configMap("a", {}, { namespace: "flux-system", annotations: { a: GITHUB_TOKEN } }),
      exposed("metadata.annotations.a"),
    ],
    ["in a key", settings({ [GITHUB_TOKEN]: "x" }), exposed("data")],
    [
      "in a URL",
      gitRepository("a", { url: `https://x:${GITHUB_TOKEN}@git.acme.example/a`, interval: "1m" }),
      exposed("spec.url"),
    ],
    [
      "in a kind that nobody knows",
      resource({
        apiVersion: "acme.example/v1",
        kind: "Door",
        metadata: { name: "a", namespace: "flux-system" },
        key: privateKey(),
      }),
      exposed("key"),
    ],
    [
      "of AWS, beside its name",
      release({ s3: { accessKey: `AKIA${scrambled(16, BASE32)}`, secretKey: scrambled(40) } }),
      exposed("spec.values.s3.secretKey"),
    ],
    [
      "of AWS, in an environment",
      release({
        env: [
          { name: "AWS_ACCESS_KEY_ID", value: `AKIA${scrambled(16, BASE32)}` },
          { name: "AWS_SECRET_ACCESS_KEY", value: scrambled(40) },
        ],
      }),
      exposed("spec.values.env.1.value"),
    ],
    [
      "in the metadata of a Secret",
      secret("a", {}, { namespace: "flux-system", annotations: { a: GITHUB_TOKEN } }),
      exposed("metadata.annotations.a"),
    ],
  ])("is found %s", (_name, given, want) => {
    expect(seen(compileResources(given))).toEqual(want);
  });

  test("is found in what a group adds, and in a patch", () => {
    const listed = group({ annotations: { a: GITHUB_TOKEN } }, [configMap("a", {}, { namespace: "flux-system" })]);
    expect(seen(compileResources(listed))).toEqual(exposed("metadata.annotations.a"));
    const patched = kustomization("apps", {
      sourceRef: gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" }),
      path: "./apps",
      interval: "1h",
      prune: true,
      patches: [{ patch: `- op: add\n  path: /data/token\n  value: ${GITHUB_TOKEN}\n`, target: { kind: "ConfigMap" } }],
    });
    expect(seen(compileResources(patched))).toEqual(exposed("spec.patches.0.patch"));
  });

  test("is found in comments, and in what a directory says of itself", () => {
    const commented = configMap("a", {}, { namespace: "flux-system", comments: [`was ${GITHUB_TOKEN}`] });
    expect(seen(compileResources(commented))).toEqual(exposed(""));
    const generated = [{ name: "a", literals: [`token=${GITHUB_TOKEN}`] }];
    const directories = [
      directory("apps", [settings({})], { configMapGenerator: generated }),
      directory("apps", [settings({})], {
        patches: [{ patch: `data: { a: ${GITHUB_TOKEN} }`, target: { name: "x" } }],
      }),
    ];
    for (const apps of directories) expect(seen(compileResources(applying("apps", apps)))).toEqual(exposed(""));
  });

  test("is found beside what is only known later", () => {
    const later: Deferred<string> = { get: () => "", apply: () => later };
    const given = release({ later, token: GITHUB_TOKEN });
    const outcome = compile(cluster("test", { path: "clusters/test", flux: "2.9", resources: given }), {
      roots: "api",
    });
    expect(seen(outcome)).toEqual(exposed("spec.values.token"));
  });

  test("is not shown, nor is its line", () => {
    const outcome = compileResources(release({ a: GITHUB_TOKEN, b: privateKey() }));
    expect(outcome.diagnostics.map(({ isConfidential }) => isConfidential)).toEqual([true, true]);
    expect(JSON.stringify(findings(outcome, "secret/exposed"))).not.toContain(GITHUB_TOKEN.slice(4));
    expect(outcome.messages[0]).toContain("a token of GitHub");
  });

  test("is what other messages leave out", () => {
    const outcome = compileResources(gitRepository("a", { url: GITHUB_TOKEN, interval: GITHUB_TOKEN }));
    expect(outcome.codes).toContain("schema/pattern");
    expect(JSON.stringify(outcome.diagnostics.map(({ message, hint }) => [message, hint]))).not.toContain(
      GITHUB_TOKEN.slice(4),
    );
  });

  test("is another thing than a secret value, an encrypted text or the values of a Secret", () => {
    const sealed = secret(
      "a",
      { stringData: { token: GITHUB_TOKEN, other: fromEnv("A") } },
      { namespace: "flux-system" },
    );
    expect(findings(compileResources(sealed), "secret/exposed")).toEqual([]);
  });
});

describe("a password in a URL", () => {
  const url = "postgres://shop:correct-horse@db.acme.example/shop";
  test.each<[string, Resource, readonly string[]]>([
    [
      "that Flux reads is an error",
      gitRepository("a", { url: "https://a:correct-horse@git.acme.example/a", interval: "1m" }),
      inUrl("error", "spec.url"),
    ],
    [
      "of a provider is an error",
      provider("a", { type: "generic", address: "https://a:correct-horse@hooks.acme.example" }),
      inUrl("error", "spec.address"),
    ],
    [
      "of a proxy is an error",
      provider("a", {
        type: "generic",
        address: "https://hooks.acme.example",
        proxy: "http://a:correct-horse@proxy.acme.example",
      }),
      inUrl("error", "spec.proxy"),
    ],
    ["in values is a warning", release({ database: url }), inUrl("warning", "spec.values.database")],
    ["in a text is a warning", settings({ "app.conf": `db = ${url}\n` }), inUrl("warning", "data.app.conf")],
    [
      "that is a token is a warning",
      settings({ hook: `https://hooks.acme.example/in?token=${scrambled(32)}` }),
      inUrl("warning", "data.hook"),
    ],
  ])("%s", (_name, given, want) => {
    expect(seen(compileResources(given))).toEqual(want);
  });

  test.each([
    "ssh://git@git.acme.example/a",
    "https://acme@dev.azure.com/acme/shop/_git/shop",
    `postgres://shop:\${DB_PASSWORD}@db/shop`,
    "postgres://shop:$(DB_PASSWORD)@db/shop",
    "postgres://shop:<password>@db/shop",
    "rtsp://view:{CAMERA_PASSWORD}@door:554/",
    "postgres://postgres:postgres@db/shop",
    "oci://ghcr.io/acme/app:1.0.0@sha256:0000000000000000000000000000000000000000000000000000000000000000",
    "https://example.com:8080/@acme/app",
    `https://app.acme.example/?key=\${API_KEY}`,
  ])("is not found in %s", (text) => {
    expect(seen(compileResources(settings({ text })))).toEqual([]);
  });
});

describe("a literal that is called like a secret", () => {
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["password", { auth: { password: "correct-horse" } }, suspicious("spec.values.auth.password")],
    ["adminPassword", { adminPassword: "hunter22" }, suspicious("spec.values.adminPassword")],
    ["DB_PASSWORD", { env: { DB_PASSWORD: "correct-horse" } }, suspicious("spec.values.env.DB_PASSWORD")],
    ["SMTP_PASS", { env: { SMTP_PASS: "correct-horse" } }, suspicious("spec.values.env.SMTP_PASS")],
    [
      "in an environment",
      { env: [{ name: "DB_PASSWORD", value: "correct-horse" }] },
      suspicious("spec.values.env.0.value"),
    ],
    ["apiKey", { apiKey: scrambled(32) }, suspicious("spec.values.apiKey")],
    ["token", { token: scrambled(32) }, suspicious("spec.values.token")],
  ])("is a warning: %s", (_name, values, want) => {
    expect(seen(compileResources(release(values)))).toEqual(want);
  });

  test.each<[string, unknown]>([
    ["password", ""],
    ["password", `\${PASSWORD}`],
    ["password", "$(PASSWORD)"],
    ["password", "$PASSWORD"],
    ["password", "<password>"],
    ["password", "{{ .Values.password }}"],
    ["password", "changeme"],
    ["password", "change-me-please"],
    ["password", "YOUR_PASSWORD_HERE"],
    ["password", "********"],
    ["password", "/run/secrets/password"],
    ["password", "DB_PASSWORD"],
    ["password", "db-password"],
    ["password", "env:DB_PASSWORD"],
    ["password", "vault:secret/data/db#password"],
    ["password", 12345],
    ["password", true],
    ["password", "true"],
    ["password", { name: "db", key: "password" }],
    ["password", substitution("PASSWORD")],
    ["existingSecret", "db-auth-0f3a9c"],
    ["secretName", "db-auth-0f3a9c"],
    ["passwordSecretRef", "db-auth-0f3a9c"],
    ["passwordKey", "postgres-pw"],
    ["tokenSecret", "api-auth"],
    ["secretKey", "config.json"],
    ["tokenUrl", "https://login.acme.example"],
    ["maxTokens", "4096"],
    ["privateKey", "ECDSA"],
    ["clientSecret", "oidc-shop"],
    ["passwordless", "correct-horse"],
    ["compass", "correct-horse"],
    ["bypass", "correct-horse"],
  ])("is none: %s %j", (name, value) => {
    expect(seen(compileResources(release({ [name]: value })))).toEqual([]);
  });

  test("can be silenced", () => {
    const silent = configMap(
      "a",
      { data: { password: "correct-horse" } },
      { namespace: "flux-system", silence: ["secret/suspicious"] },
    );
    expect(seen(compileResources(silent))).toEqual([]);
  });
});

describe("notSecret()", () => {
  test("acknowledges what is found at its leaf, and is written as it is", () => {
    const outcome = compileResources([
      release({
        token: notSecret(GITHUB_TOKEN, "revoked"),
        list: [notSecret("https://a:correct-horse@git.acme.example", "a demo")],
        password: notSecret("correct-horse", "a demo"),
      }),
      gitRepository("a", { url: notSecret("https://a:correct-horse@git.acme.example/a", "a demo"), interval: "1m" }),
    ]);
    expect(seen(outcome)).toEqual([]);
    expect(outcome.manifest("HelmRelease flux-system/api")["spec"]).toMatchObject({
      values: {
        token: GITHUB_TOKEN,
        list: ["https://a:correct-horse@git.acme.example"],
        password: "correct-horse",
      },
    });
    expect(outcome.manifest("GitRepository flux-system/a")["spec"]).toMatchObject({
      url: "https://a:correct-horse@git.acme.example/a",
    });
  });

  test("acknowledges nothing at another leaf", () => {
    const given = release({ one: notSecret(GITHUB_TOKEN, "revoked"), two: GITHUB_TOKEN });
    expect(seen(compileResources(given))).toEqual(exposed("spec.values.two"));
  });

  test("is text in a template string, which acknowledges nothing", () => {
    const given = release({ header: `Bearer ${notSecret(GITHUB_TOKEN, "revoked")}` });
    expect(seen(compileResources(given))).toEqual(exposed("spec.values.header"));
  });

  test("wants a reason, and something to be about", () => {
    expect(seen(compileResources(release({ a: notSecret(GITHUB_TOKEN, " ") })))).toEqual([
      "warning secret/no-reason spec.values.a",
    ]);
    expect(seen(compileResources(release({ a: notSecret("hello", "a greeting") })))).toEqual([
      "warning secret/nothing-found spec.values.a",
    ]);
  });

  test("of something else is refused", () => {
    const number: unknown = 5;
    expect(compileResources(release({ a: notSecret(number as string, "a number") })).codes).toEqual([
      "value/unsupported",
    ]);
    expect(compileResources(release({ a: notSecret("x", number as string) })).codes).toEqual(["value/unsupported"]);
  });

  test("in one of several places that make an object counts for all", () => {
    const [one, other] = [
      settings({ a: GITHUB_TOKEN }),
      configMap("settings", { data: { a: notSecret(GITHUB_TOKEN, "revoked") } }, { namespace: "flux-system" }),
    ];
    for (const both of [
      [one, other],
      [other, one],
    ])
      expect(seen(compileResources(both))).toEqual([]);
  });
});
