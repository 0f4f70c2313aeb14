// Secrets in repositories of other people: what is found in them was looked at, one by one.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkYaml } from "../../../sdk/cli/check/yaml/check-yaml.ts";
import { fixturesFolder } from "../../fixtures-folder.ts";

const corpus = join(fixturesFolder() ?? "", "corpus");

/** All of it is in plain text: a password for development, and settings that are kept in a Secret. */
const FOUND = [
  "error secret/plaintext tyriis+home-ops/devenv/oci/apps/media/immich/app/secret.yaml:9",
  "warning secret/plaintext bjw-s+home-ops/.archive/kubernetes/victoria-metrics/app/secret-extrascrapes.yaml:8",
];

test("Secrets of public repositories are found in plain text only where they are", async ({ skip }) => {
  skip(
    fixturesFolder() === undefined || !existsSync(corpus),
    "no public repositories are beside this one (see fixtures-folder.ts)",
  );
  const { diagnostics } = await checkYaml({ args: [corpus], flux: undefined, isComplete: false });
  const found = diagnostics
    .filter(({ code }) => /^(?:secret|sops)\/(?!exposed|suspicious|in-url)/.test(code))
    .map(({ severity, code, places: [place] }) => {
      const file = place?.file.replaceAll("\\", "/").replace(/^.*\/corpus\//, "");
      return `${severity} ${code} ${file}:${place?.line}`;
    });
  expect(found.sort()).toEqual(FOUND);
}, 60_000);
