import fc from "fast-check";
import { expect, test } from "vitest";
import { sortDiagnostics } from "../../../sdk/diagnostics/order.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";

const base: LocatedDiagnostic = {
  code: "path/missing",
  severity: "warning",
  message: "m",
  hint: "h",
  places: [],
  relatedPlaces: [],
};
const app = { group: "", kind: "Namespace", name: "app" };

const IN_ORDER: readonly LocatedDiagnostic[] = [
  base,
  { ...base, message: "n" },
  { ...base, file: "a.yaml" },
  { ...base, message: "a", places: [{ file: "b.ts", line: 9, column: 20 }] },
  { ...base, message: "a", places: [{ file: "b.ts", line: 10, column: 3 }] },
  { ...base, message: "a", places: [{ file: "b.ts", line: 10, column: 20 }] },
  { ...base, code: "reference/unresolved" },
  { ...base, resource: app },
  { ...base, cluster: "a" },
  { ...base, cluster: "a", resource: app },
  { ...base, cluster: "a", resource: app, path: ["spec", "path"] },
  { ...base, cluster: "a", resource: { ...app, name: "bpp" } },
  { ...base, cluster: "b" },
];

test("diagnostics have one order: by cluster, resource, field, code, place, message", () => {
  const shuffled = fc.shuffledSubarray([...IN_ORDER], { minLength: IN_ORDER.length });
  fc.assert(
    fc.property(shuffled, (given) => {
      expect(sortDiagnostics(given)).toEqual(IN_ORDER);
    }),
  );
});
