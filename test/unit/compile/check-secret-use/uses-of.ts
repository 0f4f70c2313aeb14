import type { Diagnostic } from "../../../../sdk/diagnostics/diagnostic.ts";
import { cluster, type FluxVersion, type Resource, type Resources, secret } from "../../../../sdk/index.ts";
import { compile } from "../compile-fleet.ts";

/** A Secret that nobody built for a use, in the namespace of Flux. */
export function plain(keys: readonly string[] | Readonly<Record<string, string>>, type?: string): Resource<"Secret"> {
  const stringData = Array.isArray(keys) ? Object.fromEntries(keys.map((key) => [key, "dGV4dA=="])) : { ...keys };
  return secret("given", { ...(type === undefined ? {} : { type }), stringData }, { namespace: "flux-system" });
}

/** What is said of objects and of the Secrets that they name, where Pulumi applies them, so that Secrets may be plain. */
export function said(resources: Resources, flux: FluxVersion = "2.9"): readonly Diagnostic[] {
  return compile(cluster("test", { path: "clusters/test", flux, resources }), { roots: "api" }).diagnostics.filter(
    ({ code }) => code.startsWith("secret/"),
  );
}

/** The codes of what is said, a warning's with a question mark. */
export function codesOf(resources: Resources, flux?: FluxVersion): readonly string[] {
  return said(resources, flux).map(({ code, severity }) => (severity === "error" ? code : `${code}?`));
}
