/**
 * Loads the function that prints one document. js-yaml is version 4, which prints faster than 5, and is asked for its fastest way:
 * not to look for repeated objects, and not to fold lines.
 */
export async function printerOf(name) {
  switch (name) {
    case "yaml": {
      const { stringify } = await import("yaml");
      return (manifest) => `---\n${stringify(manifest)}`;
    }
    case "js-yaml": {
      const { dump } = await import("js-yaml");
      return (manifest) => `---\n${dump(manifest, { noRefs: true, lineWidth: -1 })}`;
    }
    case "json":
      return (manifest) => `${JSON.stringify(manifest)}\n`;
    default:
      throw new Error(`There is no printer "${name}"`);
  }
}
