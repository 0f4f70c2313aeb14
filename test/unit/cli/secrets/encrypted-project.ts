import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { buildFleet } from "../../../../sdk/cli/build/build-fleet.ts";
import type { BuildOptions } from "../../../../sdk/cli/build/build-options.ts";
import type { FilesOutcome } from "../../../../sdk/cli/build/outcome.ts";
import { hasErrors } from "../../../../sdk/diagnostics/diagnostic.ts";
import { cluster, type Fleet, fleet, type Resources } from "../../../../sdk/index.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";
import { type AgeKey, ageKey } from "../../sops/age-keys.ts";

/** A repository whose Secrets are encrypted for one key of age, and a machine to build it on. */
export interface EncryptedProject {
  readonly root: string;
  readonly key: AgeKey;
  /** Builds, with the variables that are set and no others. */
  build(resources: Resources, given?: Given): Promise<FilesOutcome>;
  /** Every file by its path, but for `.sops.yaml`. */
  files(): Readonly<Record<string, string>>;
  /** What stands in the user's folders. */
  state(): string;
}

/** What a build finds on its machine. */
export interface Given extends Partial<Pick<BuildOptions, "mode" | "undecided" | "force">> {
  readonly variables?: Readonly<Record<string, string>>;
  readonly hasKey?: boolean;
  /** Whether the machine remembers what it encrypted. Default: it does. */
  readonly hasRecords?: boolean;
}

const VALUES = "encrypted_regex: ^(data|stringData)$";

/** Makes an empty repository with a `.sops.yaml`. */
export async function encryptedProject(atTheEnd?: (remove: () => void) => void): Promise<EncryptedProject> {
  const folder = temporaryFolder(atTheEnd);
  const root = join(folder, "repository");
  const key = await ageKey();
  writeFiles(root, { ".sops.yaml": `creation_rules:\n  - ${VALUES}\n    age: ${key.recipient}\n` });
  return {
    root,
    key,
    build: async (resources, { variables = {}, hasKey = false, hasRecords = true, ...options } = {}) => {
      for (const name of Object.keys(process.env)) if (/^(?:SOPS_|SECRET_)/.test(name)) vi.stubEnv(name, undefined);
      vi.stubEnv("XDG_CONFIG_HOME", join(folder, "config"));
      vi.stubEnv("XDG_STATE_HOME", join(folder, hasRecords ? "state" : "repository"));
      vi.stubEnv("SOPS_AGE_KEY", hasKey ? key.identity : undefined);
      for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
      try {
        return await buildFleet({
          fleet: fleetOf(resources),
          program: join(root, "fleet.ts"),
          options: {
            root,
            clusters: [],
            mode: "write",
            allowPrune: true,
            force: new Set(),
            undecided: "keep",
            ...options,
          },
          stops: hasErrors,
          print: () => undefined,
        });
      } finally {
        vi.unstubAllEnvs();
      }
    },
    files: () => filesBelow(root),
    state: () => JSON.stringify(filesBelow(join(folder, "state"))),
  };
}

function fleetOf(resources: Resources): Fleet {
  return fleet(cluster("test", { path: "clusters/test", flux: "2.9", decryption: true, resources }));
}

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const entries = (() => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
  })();
  const files = entries.filter((entry) => entry.isFile() && entry.name !== ".sops.yaml");
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}
