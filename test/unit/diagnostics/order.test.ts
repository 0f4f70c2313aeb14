import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../../sdk/diagnostics/order.ts";

const base: Diagnostic = { code: "path/missing", severity: "warning", message: "m", hint: "h" };
const app = { group: "", kind: "Namespace", name: "app" };

const IN_ORDER: readonly Diagnostic[] = [
  base,
  { ...base, message: "n" },
  { ...base, file: "a.yaml" },
  { ...base, code: "reference/unresolved" },
  { ...base, resource: app },
  { ...base, cluster: "a" },
  { ...base, cluster: "a", resource: app },
  { ...base, cluster: "a", resource: app, path: ["spec", "path"] },
  { ...base, cluster: "a", resource: { ...app, name: "bpp" } },
  { ...base, cluster: "b" },
];

test("diagnostics have one order: by cluster, resource, field, code, file, message", () => {
  const shuffled = fc.shuffledSubarray([...IN_ORDER], { minLength: IN_ORDER.length });
  fc.assert(
    fc.property(shuffled, (given) => {
      expect(sortDiagnostics(given)).toEqual(IN_ORDER);
    }),
  );
});
