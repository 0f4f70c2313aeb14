import { isInProcess } from "../../sops/recipient.ts";
import type { Environment } from "./read-secret.ts";
import { runSops } from "./sops-command.ts";
import { type Opened, openWithAge, type StandingFile } from "./standing-file.ts";

/** What an encrypted file holds, as far as a key is at hand. */
export type OpenedFile =
  | ({ readonly type: "opened" } & Opened)
  /** The command `sops` opened it, which gives no data key. */
  | { readonly type: "opened by sops"; readonly plain: object }
  /** Somebody changed it who has no key. */
  | { readonly type: "broken" }
  | { readonly type: "no key" };

/** Opens encrypted files. */
export interface FileOpener {
  open(standing: StandingFile): Promise<OpenedFile>;
  /** Asks the command `sops`, for a file whose keys are not all age's own. */
  openBySops(standing: StandingFile, config: string): Promise<OpenedFile>;
}

/** Makes what opens files. Recipients whose key `sops` did not come by are asked for once a run. */
export function fileOpener(identities: readonly string[], environment: Environment): FileOpener {
  const failed = new Set<string>();
  return {
    open: async (standing) => {
      const opened = await openWithAge(standing, identities);
      return typeof opened === "string" ? { type: opened } : { type: "opened", ...opened };
    },
    openBySops: async ({ text, file }, config) => {
      const recipients = file.metadata.keyGroups.flat().map(({ recipient }) => recipient);
      const key = JSON.stringify(recipients.map(({ type, id }) => [type, id]));
      if (recipients.every(isInProcess) || failed.has(key)) return { type: "no key" };
      const args = ["decrypt", "--input-type", "yaml", "--output-type", "json", "--filename-override", "secret.yaml"];
      const outcome = await runSops({ config, args, input: text, secrets: [] }, environment);
      const plain = outcome.type === "done" ? readObject(outcome.stdout) : undefined;
      if (plain !== undefined) return { type: "opened by sops", plain };
      failed.add(key);
      return { type: "no key" };
    },
  };
}

function readObject(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
