/** A program with one HelmRelease a line behind its first, each with values of its own. */
export function releases(type: string, file: string, values: readonly string[]): string {
  const head = [
    'import { type Deferred, external, helmRelease } from "sluice";',
    `import type { ${type} } from "./${file}";`,
    "declare function later(): Deferred<string>;",
    'const base = { chartRef: external("OCIRepository", "a"), interval: "1h" };',
    "later();",
  ];
  return [head.join(" "), ...values.map((text) => `helmRelease<${type}>("a", { ...base, values: ${text} });`)].join(
    "\n",
  );
}

/** What a compiler says of each line of {@link releases}. */
export function saidOf(count: number, messages: readonly string[] = []): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) =>
    messages.filter((message) => Number.parseInt(message, 10) === index + 2),
  );
}
