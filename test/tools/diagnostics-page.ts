import { CATALOG, catalogEntry, type DiagnosticCode, isDiagnosticCode } from "../../sdk/diagnostics/catalog.ts";
import type { Example } from "../../sdk/diagnostics/explanations/explanation.ts";
import { EXPLANATIONS } from "../../sdk/diagnostics/explanations.ts";

const codes: readonly DiagnosticCode[] = Object.keys(CATALOG).filter(isDiagnosticCode);

/** The page that lists every code, from the catalog. */
export function diagnosticsPage(): string {
  return `<!-- Made of sdk/diagnostics by test/golden/diagnostics-page.test.ts: edit there, then run it with -u. -->

# Diagnostics

Every code that Sluice reports. \`sluice explain CODE\` prints the same. An error is what the API server or a controller certainly
refuses, what loses data or what leaks a secret: nothing is written. A warning is what is likely wrong; it can be silenced by its code,
for a resource (\`{ silence: ["path/missing"] }\` among its options) or for a project (in \`sluice.config.ts\`). A remark (\`info\`) says
what was done. Examples leave imports out, and where they export nothing, what they declare is listed in a cluster.

| code | severity | rule |
| ---- | -------- | ---- |
${codes.map(row).join("\n")}

${codes.map(section).join("\n\n")}
`;
}

function row(code: DiagnosticCode): string {
  const { severity, title } = catalogEntry(code);
  return `| [\`${code}\`](#${code.replace("/", "")}) | ${severity} | ${title} |`;
}

function section(code: DiagnosticCode): string {
  const { severity, title } = catalogEntry(code);
  const { why, wrong, right } = EXPLANATIONS[code];
  return `## ${code}

**${title}** (${severity}). ${why}

Wrong:

${fenced(wrong)}

Right:

${fenced(right)}`;
}

function fenced(example: Example): string {
  const text = "program" in example ? example.program : example.text;
  const language =
    "program" in example || /\b(?:const|export|directory|kustomization|fromPolicy|encryptedFile)\b/.test(text);
  return `\`\`\`${language ? "ts" : "text"}\n${text.trim()}\n\`\`\``;
}
