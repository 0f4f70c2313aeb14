import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { isMap } from "../values.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What is known of a .dockerconfigjson beside its key. */
export interface DockerConfigAbout {
  readonly key: string;
  /** The host, with its port, that it is to log in to, as it stands in the URL of the referring object. */
  readonly host?: string | undefined;
  /**
   * Who reads it. `image`, as Kubernetes does, matches hosts with wild cards, knows Docker Hub as `index.docker.io`, and goes on
   * without credentials where there are none. `helm` wants the very host of the URL. Default: `image`.
   */
  readonly reader?: "image" | "helm" | undefined;
}

/** Reads the credentials of registries as Flux does. */
export function checkDockerConfig(text: string, about: DockerConfigAbout): SecretProblem | undefined {
  const { key, host, reader = "image" } = about;
  const hint = 'give {"auths": {"HOST": {"username": "…", "password": "…"}}}; registrySecret() makes it of hosts';
  const config = parsed(text);
  if (!isMap(config)) return { key, message: "is no JSON object", hint };
  const { auths } = config;
  if (!isMap(auths)) return { key, message: 'has no "auths"', hint };
  for (const [index, entry] of Object.values(auths).entries()) {
    const problem = entryProblem(entry);
    if (problem !== undefined) return { key, message: `${problem} for registry ${index + 1} of its "auths"`, hint };
  }
  if (host === undefined) return undefined;
  const wanted = reader === "image" ? imageHost(host) : host;
  const found = Object.entries(auths).find(([name]) => isFor(name, wanted, reader));
  if (!found) {
    return {
      key,
      message: `has nothing for the registry ${JSON.stringify(host)}`,
      hint: isDockerHub(wanted)
        ? `name Docker Hub ${reader === "image" ? '"https://index.docker.io/v1/"' : JSON.stringify(host)} there; registrySecret() writes all of its names`
        : `add ${JSON.stringify(host)} to "auths", without a path or a scheme`,
      // An image that everybody may pull is pulled without credentials.
      ...(reader === "image" ? { severity: "warning" as const } : {}),
    };
  }
  if (hasCredentials(found[1])) return undefined;
  return {
    key,
    message: `has no user name and password for ${JSON.stringify(host)}`,
    hint: `give both: "docker login" may have put them into the credential store of that machine, out of its config.json`,
    severity: "warning",
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a reader stops at, whatever registry it looks for. */
function entryProblem(entry: unknown): string | undefined {
  if (!isMap(entry)) return "has no object";
  const { auth, username, password } = entry;
  if ([auth, username, password].some((value) => value !== undefined && typeof value !== "string")) {
    return "has something other than text";
  }
  if (auth === undefined || auth === "") return undefined;
  const bytes = bytesOfBase64(padded(String(auth)));
  if (!bytes) return 'has an "auth" that is no base64';
  return bytes.includes(0x3a) ? undefined : 'has an "auth" that is no user name and password with ":" between them';
}

/** Kubernetes takes base64 without its padding too. */
function padded(text: string): string {
  return text.endsWith("=") ? text : text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

function hasCredentials(entry: unknown): boolean {
  if (!isMap(entry)) return false;
  const { auth, username, password, identitytoken, registrytoken } = entry;
  const has = (value: unknown): boolean => value !== undefined && value !== "";
  return has(auth) || (has(username) && has(password)) || has(identitytoken) || has(registrytoken);
}

/** The name under which Kubernetes' reader looks for a registry. */
function imageHost(host: string): string {
  return host === "docker.io" ? "index.docker.io" : host;
}

function isDockerHub(host: string): boolean {
  return /^(?:(?:index|registry-1)\.)?docker\.io$/.test(host);
}

/** Says whether the name of an entry means a host. One with a path may mean some of its repositories. */
function isFor(name: string, host: string, reader: "image" | "helm"): boolean {
  const its = name.replace(/^https?:\/\//, "").replace(/\/.*$/s, "");
  if (reader === "helm" || its === host) return its === host;
  const [wanted, wantedPort = ""] = host.split(":");
  const [given = "", port = ""] = its.split(":");
  const labels = given.split(".");
  const others = (wanted ?? "").split(".");
  return (
    port === wantedPort &&
    labels.length === others.length &&
    labels.every((label, index) => labelPattern(label).test(others[index] ?? ""))
  );
}

function labelPattern(label: string): RegExp {
  // What Go's own wild cards can say beside these is not told apart: it may mean the host.
  if (/[[\\]/.test(label)) return /./s;
  const source = label
    .replaceAll(/[.+^${}()|\]]/g, "\\$&")
    .replaceAll(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
}
