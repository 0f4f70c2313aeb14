// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are parts of programs, where they are filled in.
import { canary, canaryKey } from "./canary.ts";
import { type Slot, slots } from "./slots.ts";

/** How a secret gets into a program. */
const FORMS = ["literal", "secretValue", "fromEnv", "fromFile", "secretText", "key"] as const;
type Form = (typeof FORMS)[number];

/** A program with canaries, and what it takes beside its text. */
export interface CanaryProgram {
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly placements: number;
}

/** Writes canaries into programs, each another one. */
class Planter {
  readonly files: Record<string, string> = {};
  readonly environment: Record<string, string> = {};
  #count = 0;

  /** Secrets whose values are bytes. */
  bytes(): readonly string[] {
    const encoded = Buffer.from(canary(++this.#count)).toString("base64");
    this.environment["BYTES"] = encoded;
    this.files["keys/bytes"] = canary(++this.#count);
    const values = [`secretValue("${encoded}")`, 'fromEnv("BYTES")', 'fromFile("keys/bytes", { encoding: "base64" })'];
    return values.map(
      (value, index) => `      secret("bytes-${index}", { data: { a: ${value} } }, { namespace: "default" }),`,
    );
  }

  program(text: string): CanaryProgram {
    const files = { ...this.files, "fleet.ts": text };
    return { files, environment: this.environment, placements: this.#count };
  }

  key(): string {
    return canaryKey(++this.#count);
  }

  /** An expression for a new canary. */
  plant(form: Form): string {
    const number = ++this.#count;
    const text = JSON.stringify(canary(number));
    switch (form) {
      case "literal":
        return text;
      case "secretValue":
        return `secretValue(${text})`;
      case "fromEnv":
        this.environment[`VALUE_${number}`] = canary(number);
        return `fromEnv("VALUE_${number}")`;
      case "fromFile":
        this.files[`keys/${number}.txt`] = `${canary(number)}\n`;
        return `fromFile("keys/${number}.txt")`;
      case "secretText":
        return `secretText\`user:\${secretValue(${text})}@host\``;
      case "key":
        return `secretValue(${JSON.stringify(canaryKey(number))})`;
    }
  }
}

const HEAD = 'import * as sluice from "sluice";\n';

function namesOf(): string {
  const builders = [...new Set(slots().map(({ builder }) => builder))];
  return `const { ${[...builders, "secretValue", "fromEnv", "fromFile", "secretText", "cluster", "directory", "kustomization", "gitRepository", "helmRelease", "configMap", "fluxSystem", "external", "namespace", "override", "group", "resource", "notSecret", "encryptedFile", "alert", "provider"].join(", ")} } = sluice;\n`;
}

/** A program whose Secrets hold a canary in each slot, in each form. Some slots take no such text, which is said of them. */
export function slotProgram(isWanted: (name: string) => boolean = () => true): CanaryProgram {
  const planter = new Planter();
  const calls = slots().flatMap((slot, index) => formsOf(slot, index).map((form) => ({ slot, form })));
  const lines = calls.map(({ slot: { builder, args }, form }, index) => {
    const name = `s${index}`;
    // Canaries have the same numbers whatever is wanted.
    const filled = args.replaceAll("VALUE", () => planter.plant(form));
    if (!isWanted(name)) return "";
    return `      ${builder}("${name}", ${filled}, { namespace: "default" }),`;
  });
  const text = `${HEAD}${namesOf()}
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [
  kustomization("apps", { sourceRef: fluxSystem, interval: "10m", prune: true, decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
    path: directory("apps", [
${[...lines, ...planter.bytes()].join("\n")}
    ]) }),
] });
`;
  return planter.program(text);
}

/** The types of notification providers have so many slots that each gets one form. */
function formsOf({ builder }: Slot, index: number): readonly Form[] {
  if (builder !== "providerSecret") return FORMS;
  const form = FORMS[index % FORMS.length];
  return form === undefined ? [] : [form];
}

/** Where a secret does not belong: `V` is one. */
const MISPLACED: readonly string[] = [
  'configMap("a", { data: { a: V } }, NS)',
  'configMap("a", { data: { [String(V)]: "a" } }, NS)',
  'configMap("a", { data: { a: "b" } }, { ...NS, annotations: { "acme.example/a": V } })',
  'configMap("a", { data: { a: "b" } }, { ...NS, labels: { a: V } })',
  'configMap("a", { data: { a: "b" } }, { namespace: V })',
  "configMap(V, {}, NS)",
  'group({ namespace: "default", labels: { a: V }, annotations: { b: V } }, [configMap("a", {})])',
  'namespace("a", { labels: { a: V } })',
  'gitRepository("a", { url: V, interval: "1m" })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: V })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", ref: { branch: V } })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", secretRef: V })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", secretRef: { name: V } })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", unknown: V })',
  'gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", [String(V)]: 1 })',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", values: { a: { password: V } } }, NS)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", values: V }, NS)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", valuesFrom: [{ kind: "Secret", name: V }] }, NS)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", kubeConfig: { secretRef: { name: V, key: V } } }, NS)',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: V })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: V, path: "./b" })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: "./b", postBuild: { substitute: { A: V } } })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: "./b", targetNamespace: V })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: "./b", patches: [{ patch: V }] })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: "./b", decryption: { provider: "sops", secretRef: { name: V } } })',
  'kustomization("b", { sourceRef: fluxSystem, interval: "1h", prune: true, path: directory(V, []) })',
  'alert("a", { providerRef: { name: V }, eventSources: [{ kind: V, name: V }], summary: V })',
  'provider("a", { type: "slack", address: V, channel: V })',
  'secret("a", { type: V, stringData: { a: "b" } }, NS)',
  'secret("a", { immutable: V, stringData: { a: "b" } }, NS)',
  'secret("a", { stringData: V }, NS)',
  'secret("a", { stringData: { a: { b: V } } }, NS)',
  'secret("a", { stringData: { a: [V] } }, NS)',
  'secret("a", { stringData: { [String(V)]: "a" } }, NS)',
  'secret("a", { stringData: { a: "b" } }, { ...NS, annotations: { a: V } })',
  'secret("a", { data: { a: V } }, NS)',
  'gitSshSecret("a", V)',
  "gitSshSecret(V, { identity: V, known_hosts: V })",
  'registrySecret("a", { [String(V)]: { username: "u", password: "p" } }, NS)',
  'external("Secret", V)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", values: { a: notSecret("b", V) } }, NS)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", values: { a: notSecret(V, "b") } }, NS)',
  'helmRelease("a", { chartRef: external("OCIRepository", "a"), interval: "1h", values: { url: `https://user:${V}@host.example/a` } }, NS)',
  "encryptedFile(V, V, NS)",
  "sluice.substitution(V)",
  "sluice.fromPolicy(V, V)",
  "sluice.fromEnv(V)",
  "sluice.fromFile(V)",
  'resource({ apiVersion: "acme.example/v1", kind: "Thing", metadata: { name: "a", namespace: "default" }, spec: { token: V } })',
  'resource({ apiVersion: "acme.example/v1", kind: "Thing", metadata: { name: "a", namespace: "default", annotations: { a: V } }, data: V })',
  'resource({ apiVersion: V, kind: "Thing", metadata: { name: "a" } })',
  'resource({ apiVersion: "acme.example/v1", kind: V, metadata: { name: "a" } })',
  'resource({ apiVersion: "v1", kind: "Secret", metadata: { name: "a", namespace: "default" }, stringData: { a: V } })',
  'secret("a", { stringData: { a: "b" } }, { ...NS, silence: [V] })',
  'secret("a", { stringData: { a: "b" } }, { ...NS, file: V })',
  "V",
  "[V]",
];

/** So few mistakes are made at once that each is shown with its line. */
const AT_ONCE = 24;

/** A program that gives secrets to places that take none, and how to run it for all of them. */
export function misplacedProgram(): CanaryProgram & { readonly firsts: readonly string[] } {
  const planter = new Planter();
  const forms = ["secretValue", "fromEnv", "fromFile", "secretText"] as const;
  const entries = MISPLACED.flatMap((call) =>
    forms.map((form) => `  () => [${call.replaceAll(/\bV\b/g, () => planter.plant(form))}],`),
  );
  // Each call is in a cluster of its own, so that no mistake hides another.
  const text = `${HEAD}${namesOf()}const { fleet } = sluice;
const NS = { namespace: "default" };
const calls: (() => any)[] = [
${entries.join("\n")}
];
const first = Number(process.env.FIRST ?? 0);
const wanted = calls.slice(first, first + ${AT_ONCE});
export default fleet(...wanted.flatMap((call, index) => {
  try {
    return [cluster(\`c\${index}\`, { path: \`clusters/c\${index}\`, flux: "2.9", resources: call() })];
  } catch (error) {
    // A builder may refuse what it is given, with an error that people print.
    console.error(error);
    return [];
  }
}));
`;
  const firsts = entries.flatMap((_, index) => (index % AT_ONCE === 0 ? [String(index)] : []));
  return { ...planter.program(text), firsts };
}

/** The bodies of programs that go wrong while a secret is at hand: `V` is one. */
const FAILING: readonly string[] = [
  "throw new Error(`cannot use ${V}`);",
  "throw V;",
  "throw { token: V };",
  "throw new Error('no', { cause: V });",
  "throw new AggregateError([new Error('a'), V]);",
  "throw Object.assign(new Error('no'), { token: V });",
  "const token = V; token.missing.field;",
  "const token = V; token();",
  "JSON.parse(String(V));",
  "new URL(String(V));",
  "Promise.reject(V); export default cluster('a', { path: 'a', flux: '2.9', resources: [] });",
  "Promise.reject(new Error(`late ${V}`)); export default cluster('a', { path: 'a', flux: '2.9', resources: [] });",
  "setTimeout(() => { throw new Error(`late ${V}`); }, 1); await new Promise((resolve) => setTimeout(resolve, 20)); export default cluster('a', { path: 'a', flux: '2.9', resources: [] });",
  "const layout = () => { throw new Error(`in a layout of ${V}`); }; export default cluster('a', { path: 'a', flux: '2.9', resources: layout() });",
  "export default V;",
  "export default { token: V };",
  "export default cluster(V, { path: 'a', flux: '2.9', resources: [] });",
  "export default cluster('a', { path: V, flux: '2.9', resources: [] });",
  "export default cluster('a', { path: 'a', flux: V, resources: [] });",
  "export default cluster('a', { path: 'a', flux: '2.9', resources: V });",
  "console.log(V, { a: V }, [V], `${V}`, JSON.stringify({ a: V })); console.error('%s %o %j', V, V, V); export default cluster('a', { path: 'a', flux: '2.9', resources: [] });",
  "const x: = V;",
  "import missing from './missing'; export default missing(V);",
  "export default cluster('a', { path: 'a', flux: '2.9', resources: [secret('a', { stringData: { get a() { throw new Error(`read ${V}`); } } }, { namespace: 'default' })] });",
  "export default cluster('a', { path: 'a', flux: '2.9', resources: [secret('a', { stringData: { a: V, b: { get: () => { throw V; }, apply: () => { throw V; } } } }, { namespace: 'default' })] });",
  "export default cluster('a', { path: 'a', flux: '2.9', resources: [secret('a', { stringData: { a: V } }, { namespace: 'default' })], overrides: [override(external('Secret', 'a', 'default'), { spec: () => { throw new Error(`override ${V}`); } })] });",
  "export default cluster('a', { path: 'a', flux: '2.9', resources: [secret('a', { stringData: { a: V } }, { namespace: 'default' }), secret('a', { stringData: { a: V, b: V } }, { namespace: 'default' })] });",
];

/** Programs that fail. */
export function failingPrograms(): readonly CanaryProgram[] {
  return FAILING.map((body) => {
    const planter = new Planter();
    const text = `${HEAD}${namesOf()}${body.replaceAll(/\bV\b/g, () => planter.plant("secretValue"))}\n`;
    return planter.program(text);
  });
}

const KINDS = ["Secret", "secret", "Secrets"];

/** YAML with a canary in each place of a Secret, as people write it right and wrong. */
export function canaryYaml(): CanaryProgram {
  const planter = new Planter();
  const plant = (): string => JSON.parse(planter.plant("literal"));
  const base64 = (): string => Buffer.from(plant()).toString("base64");
  const bodies: readonly (() => string)[] = [
    () => `data:\n  password: ${base64()}\n`,
    () => `data:\n  password: ${plant()}\n`,
    () =>
      `stringData:\n  password: ${plant()} # ${plant()}\n  key: |\n    ${planter.key().replaceAll("\n", "\n    ")}\n`,
    () => `stringData: { password: "${plant()}", number: 5, list: ["${plant()}"], map: { a: ${plant()} } }\n`,
    () => `stringData:\n  password: ${plant()}\n  password: ${plant()}\n`,
    () => `stringData:\n  password: "${plant()}\n`,
    () => `stringData:\n  - ${plant()}\n password: ${plant()}\n`,
    () => `stringData: ${plant()}\n`,
    () => `strngData:\n  password: ${plant()}\n`,
    () => `type: ${plant()}\nimmutable: ${plant()}\n`,
    () => `type: kubernetes.io/tls\nstringData:\n  tls.key: ${plant()}\n`,
    () => `type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{"auths": {"${plant()}'\n`,
    () =>
      `data:\n  password: ENC[AES256_GCM,data:${base64()},iv:YQ==,tag:YQ==,type:str]\n  other: ${plant()}\nsops:\n  mac: ${plant()}\n  lastmodified: ${plant()}\n`,
    () =>
      `stringData:\n  password: ${plant()}\nsops:\n  age:\n    - recipient: age1a\n      enc: ${plant()}\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ${plant()}\n  encrypted_regex: ^(data|stringData)$\n`,
  ];
  for (const kind of KINDS) {
    for (const [index, body] of bodies.entries()) {
      const head = `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n  namespace: default\n`;
      planter.files[`clusters/${kind}-${index}.yaml`] = head + body();
    }
  }
  return planter.program("");
}
