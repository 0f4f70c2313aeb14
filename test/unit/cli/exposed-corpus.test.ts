// What others have committed for all to see: whatever is found there is in plain text indeed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { checkText } from "../../../sdk/cli/check/yaml/check-text.ts";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";
import { fixturesFolder } from "../../fixtures-folder.ts";

const OURS = ["secret/exposed", "secret/in-url", "secret/suspicious", "secret/no-reason", "secret/nothing-found"];

const kinds = knownKinds();

/** What is found below a folder: code, file, field. */
function foundBelow(folder: string): { readonly files: number; readonly found: readonly string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.ya?ml$/.test(file));
  const found = files.sort().flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const { diagnostics } = checkText({ name, text, isNamed: true }, { kinds, flux: undefined, isComplete: false });
    return diagnostics
      .filter(({ code }) => OURS.includes(code))
      .map(({ code, path = [] }) => `${code} ${name} ${formatFieldPath(path)}`);
  });
  return { files: files.length, found };
}

describe("public documents hold no secret but", () => {
  const folders = fixturesFolder() ?? "";
  const isThere = (name: string): boolean => existsSync(join(folders, name));
  beforeEach(({ skip }) =>
    skip(
      !isThere("corpus") || !isThere("fixtures"),
      "no public documents are beside this one (see fixtures-folder.ts)",
    ),
  );

  test("two passwords, in 16 whole repositories", { timeout: 60_000 }, () => {
    const { files, found } = foundBelow(join(folders, "corpus"));
    expect(files).toBeGreaterThan(5500);
    expect(found).toEqual([
      "secret/suspicious bjw-s+home-ops/.archive/kubernetes/parseable/app/externalsecret.yaml spec.target.template.data.P_PASSWORD",
      "secret/suspicious fluxcd+flux2-monitoring-example/monitoring/controllers/kube-prometheus-stack/release.yaml spec.values.grafana.adminPassword",
    ]);
  });

  test("a password, in pages and samples", { timeout: 60_000 }, () => {
    const { files, found } = foundBelow(join(folders, "fixtures"));
    expect(files).toBeGreaterThan(400);
    expect(found).toEqual(
      ["after", "before"].map(
        (when) =>
          `secret/suspicious bug-replay/billimek+k8s-gitops-1bced70b07/${when}/default/minecraft/minecraft-proxy.yaml spec.values.minecraftProxy.rcon.password`,
      ),
    );
  });
});
