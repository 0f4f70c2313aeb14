/** Reads the versions that a module file requires, by module. */
export function requiredVersions(moduleFile: string): ReadonlyMap<string, string> {
  const blocks = [...moduleFile.matchAll(/^require \(\n([\s\S]*?)^\)/gm)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const lines = [...moduleFile.matchAll(/^require ([^(\n]+)$/gm)].map(([, line = ""]) => line);
  const entries = [...blocks, ...lines].flatMap((line): [string, string][] => {
    const [module, version] = line.trim().split(/\s+/);
    return module === undefined || version === undefined || module === "//" ? [] : [[module, version]];
  });
  return new Map(entries);
}

/** Gives the version of the module that a package is in: the longest of the required ones that its path begins with. */
export function versionOfPackage(path: string, versions: ReadonlyMap<string, string>): string | undefined {
  const owners = [...versions.keys()].filter((module) => path === module || path.startsWith(`${module}/`));
  const [owner] = owners.sort((a, b) => b.length - a.length);
  return owner === undefined ? undefined : versions.get(owner);
}
