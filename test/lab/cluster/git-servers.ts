import { generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import type { GitFolders } from "./lab.ts";
import { freePorts } from "./ports.ts";
import type { Processes } from "./processes.ts";
import type { Programs } from "./programs.ts";
import { openSshPublicKey } from "./ssh-key.ts";

/** Makes the folders that both Git servers read. */
export async function makeGitFolders(folder: string): Promise<GitFolders> {
  const at = (name: string): string => join(folder, "git", name);
  const folders: GitFolders = { repositories: at("repositories"), keys: at("keys"), passwords: at("passwords") };
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true });
  return folders;
}

/** Starts the Git server for SSH, with a host key of its own. */
export async function startGitOverSsh(
  processes: Processes,
  programs: Programs,
  folders: GitFolders,
): Promise<{ readonly url: string; readonly knownHosts: string }> {
  const [port = 0] = await freePorts(1);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const hostKey = join(processes.folder, "git", "host.key");
  await writeFile(hostKey, privateKey.export({ type: "sec1", format: "pem" }), { mode: 0o600 });
  const args = [`127.0.0.1:${port}`, hostKey, folders.repositories, folders.keys];
  processes.start("git-ssh", programs.pathOf("git-ssh"), args);
  await processes.until("a Git server for SSH", () => accepts(port));
  return { url: `ssh://git@127.0.0.1:${port}`, knownHosts: `[127.0.0.1]:${port} ${openSshPublicKey(publicKey)}\n` };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
