import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "../../tools/project.ts";
import { type Compilation, type CompilerVersion, compile } from "../compiler.ts";

/** Compiles generated types with programs, as strictly as a user may. What it says of each file stands by the file's name. */
export async function compileValues(
  version: CompilerVersion,
  { scratch, declarations }: { readonly scratch: string; readonly declarations: string },
  files: Readonly<Record<string, string>>,
): Promise<Compilation> {
  const folder = mkdtempSync(join(scratch, "values-"));
  writeFiles(folder, files);
  const result = await compile({
    version,
    declarations,
    folder: join(folder, "settings"),
    include: [`${folder}/*.ts`],
    options: {
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      ...(version === "5.4" ? {} : { declaration: true, isolatedDeclarations: true }),
    },
  });
  const errors = [...result.errors].map(([file, said]) => [file.slice(file.lastIndexOf("/") + 1), said] as const);
  return { ...result, errors: new Map(errors) };
}
