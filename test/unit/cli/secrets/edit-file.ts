import { readFileSync, writeFileSync } from "node:fs";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { unwrapWithAge, wrapForAge } from "../../../../sdk/sops/age.ts";
import { newDataKey } from "../../../../sdk/sops/data-key.ts";
import { decryptFile } from "../../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../../sdk/sops/encrypt.ts";
import type { AgeKey } from "../../sops/age-keys.ts";
import { ageRule, sopsFile } from "../../sops/sealed-file.ts";

/** Opens an encrypted file as `sops decrypt` does. */
export async function openFile(path: string, { identity }: AgeKey): Promise<{ readonly plain: object }> {
  const file = sopsFile(readFileSync(path, "utf8"));
  const dataKey = await unwrapWithAge(file, [identity]);
  const decrypted = dataKey === undefined ? undefined : decryptFile(file, dataKey);
  if (decrypted?.type !== "decrypted" || !decrypted.isMacRight) throw new Error(`${path} cannot be opened`);
  return { plain: decrypted.data[0] ?? {} };
}

/** Changes an encrypted file as `sops edit` and `sops rotate` do: everything is encrypted with another data key. */
export async function editFile(path: string, key: AgeKey, change: (plain: object) => object): Promise<void> {
  const { plain } = await openFile(path, key);
  const rule = ageRule(key.recipient, "encrypted_regex: ^(data|stringData)$");
  const dataKey = newDataKey();
  const keys = await wrapForAge(dataKey, rule);
  const manifest = change(plain);
  writeFileSync(path, emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified: new Date() })));
}

/** Encrypts what a file holds under another name, as a person would, with a comment. */
export async function encryptedCopy(from: string, to: string, key: AgeKey, name: string): Promise<void> {
  const { plain } = await openFile(from, key);
  const metadata = { ...Object(plain).metadata, name };
  writeFileSync(to, readFileSync(from));
  await editFile(to, key, () => ({ ...plain, metadata }));
  writeFileSync(to, `# by hand\n${readFileSync(to, "utf8")}`);
}
