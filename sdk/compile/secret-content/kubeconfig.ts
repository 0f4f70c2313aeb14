import { isMap } from "../values.ts";
import type { SecretProblem } from "./secret-problem.ts";
import type { YamlAbout } from "./yaml-content.ts";

const HINT =
  'give the whole file: "kubectl config view --raw --minify --flatten" prints one without references to others';

/** Reads a kubeconfig as Flux does: it has to be whole in itself, since there are neither programs nor files beside it. */
export function checkKubeConfig(text: string, { key, readYaml }: YamlAbout): SecretProblem | undefined {
  const [config, ...others] = readYaml(text) ?? [];
  if (!isMap(config) || others.length > 0) return { key, message: "is no map of YAML", hint: HINT };
  const current = config["current-context"];
  const context = named(config["contexts"], current, "context");
  if (!context) {
    const message = isText(current) ? "has no context of the name that current-context says" : "has no current-context";
    return { key, message, hint: HINT };
  }
  const cluster = named(config["clusters"], context["cluster"], "cluster");
  if (!isText(cluster?.["server"])) return { key, message: "has no server for its current context", hint: HINT };
  const user = named(config["users"], context["user"], "user");
  const doubt = doubtOf(cluster ?? {}, user ?? {});
  return doubt && { key, severity: "warning", ...doubt };
}

/** What Flux leaves out of a kubeconfig, unless a flag says otherwise, and what cannot be reached from a pod. */
function doubtOf(cluster: Fields, user: Fields): Pick<SecretProblem, "message" | "hint"> | undefined {
  if (user["exec"] !== undefined && !isText(user["token"])) {
    return {
      message: "starts a program to log in (exec), which Flux does not do unless --insecure-kubeconfig-exec is set",
      hint: "give a user with a token or a client certificate, or let the cloud log in: kubeConfig.configMapRef",
    };
  }
  if (user["auth-provider"] !== undefined) {
    return { message: "logs in by auth-provider, which Kubernetes no longer has", hint: "give a user with a token" };
  }
  const file = [
    ...["client-certificate", "client-key", "tokenFile"].filter((field) => isText(user[field])),
    ...["certificate-authority"].filter((field) => isText(cluster[field])),
  ].find((field) => !isText((field === "certificate-authority" ? cluster : user)[`${field}-data`]));
  if (file !== undefined && !(file === "tokenFile" && isText(user["token"]))) {
    return { message: `names a file (${file}), which Flux does not read`, hint: HINT };
  }
  if (cluster["insecure-skip-tls-verify"] === true) {
    return {
      message: "skips the check of certificates, which Flux does not do unless --insecure-kubeconfig-tls is set",
      hint: "give certificate-authority-data in its place",
    };
  }
  if (/^https?:\/\/(?:127\.|localhost|\[::1\]|0\.0\.0\.0)/.test(String(cluster["server"]))) {
    return {
      message: "has a server that is only reached from the machine where it was made",
      hint: "give the address under which Flux's pods reach the API server",
    };
  }
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** An entry of one of the lists, by its name. */
function named(list: unknown, name: unknown, field: string): Fields | undefined {
  if (!Array.isArray(list) || !isText(name)) return undefined;
  const entries: readonly unknown[] = list;
  const found = entries.find((entry) => isMap(entry) && entry["name"] === name);
  const content = isMap(found) ? found[field] : undefined;
  return isMap(content) ? content : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
