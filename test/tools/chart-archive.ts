import { gzipSync } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";

/** The archive of a chart, as `helm package` makes it: everything stands in a folder. */
export function chartArchive(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder = "chart",
): Promise<Uint8Array> {
  return archiveOf(Object.entries(files).map(([path, body]) => ({ name: `${folder}/${path}`, body })));
}

/** Any archive. What is said of an entry beside its name and its body goes into its header. */
export async function archiveOf(
  entries: readonly (TarEntry["header"] extends infer Header
    ? Partial<Header> & { readonly name: string; readonly body?: string | Uint8Array }
    : never)[],
): Promise<Uint8Array> {
  const tar = await packTar(
    entries.map(({ body = "", ...header }) => ({
      header: { size: Buffer.byteLength(body), mtime: new Date(0), ...header },
      body,
    })),
  );
  return gzipSync(tar);
}

/** The least that a chart is made of. */
export function chartYaml(name: string, version = "1.0.0", more = ""): string {
  return `apiVersion: v2\nname: ${name}\nversion: ${version}\n${more}`;
}
