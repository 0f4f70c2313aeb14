import { type GitRepository, imagePolicy, imageRepository, imageUpdateAutomation } from "sluice";
import type { Environment } from "./platform.ts";

/** The image to start from. What image automation commits later stays, whatever is written here. */
export const PODINFO_IMAGE = "ghcr.io/stefanprodan/podinfo:6.9.1";

const tags = imageRepository("podinfo", { image: "ghcr.io/stefanprodan/podinfo", interval: "5m" });

/** Which of the tags a cluster runs. */
export const podinfoPolicy = imagePolicy("podinfo", {
  imageRepositoryRef: tags,
  policy: { semver: { range: "6.x" } },
});

/** New versions go to staging at once. For production they wait on a branch until somebody merges it. */
export function imageAutomation(env: Environment, repository: GitRepository) {
  const push = env.name === "production" ? `updates/${env.name}` : env.branch;
  const updates = imageUpdateAutomation("platform", {
    interval: "30m",
    sourceRef: repository,
    git: {
      commit: {
        author: { name: "Flux", email: "flux@acme.example" },
        messageTemplate: "Update images\n\n{{ range .Changed.Changes }}{{ .OldValue }} -> {{ .NewValue }}\n{{ end }}",
      },
      push: { branch: push },
    },
    update: { path: `./apps/${env.name}`, strategy: "Setters" },
  });
  return [podinfoPolicy, updates];
}
