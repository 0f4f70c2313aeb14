import { artifactGenerator, fluxSystem } from "sluice";
import type { Environment } from "./environments.ts";

/** Splits the repository into artifacts, so that a change of the apps does not reconcile the infrastructure. */
export function artifacts(env: Environment) {
  return artifactGenerator("flux-system", {
    sources: [{ alias: "monorepo", name: fluxSystem }],
    artifacts: [
      {
        name: "infrastructure",
        originRevision: "@monorepo",
        copy: [{ from: "@monorepo/infrastructure/**", to: "@artifact/" }],
      },
      {
        name: "apps",
        originRevision: "@monorepo",
        copy: [
          { from: "@monorepo/apps/base/**", to: "@artifact/base/" },
          { from: `@monorepo/apps/${env.name}/**`, to: `@artifact/${env.name}/` },
        ],
      },
    ],
  });
}
