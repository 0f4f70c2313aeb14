// The first real fleet that the guard saves: a well-known public one, written as a program.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOfExample } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

test("controllers that are dropped from a fleet stop the build, with what Flux would delete", () => {
  const project = copyOfExample("kustomize-helm");
  expect(sluice(project, ["build", "--out", ".", "--check"])).toMatchObject({ status: 0 });
  const edit = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(project, file), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(project, file), text.replace(from, to));
  };
  edit("fleet.ts", /infraControllers, infraConfigs, apps/, "infraConfigs, apps");
  edit("infrastructure.ts", /^\s*dependsOn: \[infraControllers\],\n/m, "");

  const { status, stderr } = sluice(project, ["build", "--out", "."]);
  expect(status).toBe(1);
  for (const name of ["staging", "production"]) {
    expect(stderr).toContain(
      `Kustomization flux-system/infra-controllers is gone from cluster "${name}": Flux would delete it, and with it Namespace cert-manager, Namespace envoy-gateway-system, HelmRelease cert-manager/cert-manager and 3 more`,
    );
  }
  const allowed = sluice(project, ["build", "--out", ".", "--allow-prune"]);
  expect(allowed).toMatchObject({ status: 0 });
  expect(allowed.stderr).toContain("  - infrastructure/controllers/helmrelease-cert-manager.yaml\n");
});
