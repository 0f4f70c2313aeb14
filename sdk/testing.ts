import { knownKinds } from "./authoring/known-kinds.ts";
import { compileFleet } from "./compile/compile.ts";
import { emitFile, isPrinted } from "./emit/emit-file.ts";
import type { Cluster } from "./model/cluster.ts";
import { formatFieldPath } from "./model/field-path.ts";
import { type Fleet, fleet } from "./model/fleet.ts";
import { formatIdentity } from "./model/identity.ts";

/** A finding as a test compares it. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint: string;
  /** `Kustomization flux-system/apps`. */
  readonly resource?: string | undefined;
  /** `spec.dependsOn[0]`. */
  readonly path?: string | undefined;
}

/** What a program gives, in memory. */
export interface Built {
  /** The text of every file, by its path from the repository's root. Empty when there are errors. Encrypted files are left out. */
  readonly files: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/**
 * Builds a fleet, or one cluster, without touching the disk: for tests of your own functions. What depends on files that
 * exist already is not checked. Of kinds that are not shipped, neither rules nor patterns are looked at; an information says so.
 *
 * @param program What `sluice build` would get as the default export.
 */
export function buildInMemory(program: Fleet | Cluster): Built {
  const compiled = compileFleet(program.sluice === "fleet/1" ? program : fleet(program), { kinds: knownKinds() });
  const files: Record<string, string> = {};
  for (const file of compiled.files) if (isPrinted(file)) files[file.path] = emitFile(file);
  const findings = compiled.diagnostics.map(({ code, severity, message, hint, resource, path }) => ({
    code,
    severity,
    message,
    hint,
    ...(resource === undefined ? {} : { resource: formatIdentity(resource) }),
    ...(path === undefined ? {} : { path: formatFieldPath(path) }),
  }));
  return { files, findings };
}
