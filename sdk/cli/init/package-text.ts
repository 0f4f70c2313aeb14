import { ownVersion } from "../../places/own-package.ts";

/** What a new package needs, with the versions that it is to have. */
export const DEVELOPMENT: Readonly<Record<string, string>> = { sluice: `^${ownVersion()}`, typescript: "^5.9.0" };

/** The package.json of a new fleet. */
export function packageText(folderName: string): string {
  const data = {
    name: packageName(folderName),
    private: true,
    type: "module",
    scripts: { build: "sluice build", check: "sluice build --check", types: "tsc" },
    devDependencies: DEVELOPMENT,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The tsconfig.json of a new fleet. */
export function tsconfigText(): string {
  const compilerOptions = {
    module: "preserve",
    moduleResolution: "bundler",
    target: "es2023",
    lib: ["es2023"],
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  };
  return `${JSON.stringify({ compilerOptions, include: ["*.ts"] }, undefined, 2)}\n`;
}

function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "fleet" : name;
}
