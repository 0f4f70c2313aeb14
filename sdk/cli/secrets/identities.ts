import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../disk/error-code.ts";
import type { Environment } from "./read-secret.ts";
import { homeFolder } from "./user-folders.ts";

/** An identity that the library takes: what belongs to a plugin or to SSH is for `sops`. */
const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]+$/;

/** Where age identities were looked for, and those that were found. They are secret. */
export interface AgeIdentities {
  readonly identities: readonly string[];
  /** The file for them that every user has a place for. */
  readonly usualFile: string | undefined;
}

/** Finds age identities where `sops` finds them: every place counts, not the first only. */
export function findIdentities(environment: Environment, platform: NodeJS.Platform = process.platform): AgeIdentities {
  const usualFile = usualKeyFile(environment, platform);
  const namedFile = environment["SOPS_AGE_KEY_FILE"];
  const texts = [
    // Only there may several stand on a line.
    (environment["SOPS_AGE_KEY"] ?? "").replaceAll(/[\t ]+/g, "\n"),
    ...[namedFile, usualFile].map((file) => (file ? readText(file) : "")),
  ];
  const lines = texts.flatMap((text) => text.split(/\r?\n/));
  return { identities: [...new Set(lines.filter((line) => IDENTITY.test(line)))], usualFile };
}

/** The file of age identities in the user's folder for configuration, as Go finds that. */
export function usualKeyFile(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const folder = configFolder(environment, platform);
  return folder === undefined ? undefined : join(folder, "sops", "age", "keys.txt");
}

function configFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return environment["AppData"] || environment["APPDATA"] || undefined;
  const home = homeFolder(environment);
  const usual = platform === "darwin" ? ["Library", "Application Support"] : [".config"];
  return environment["XDG_CONFIG_HOME"] || (home === undefined ? undefined : join(home, ...usual));
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return "";
  }
}
