import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dockerFile, registryFile, repositoriesFile } from "../../../../sdk/cli/charts/logins/helm-folders.ts";
import { BlobCache, digestOf } from "../../../../sdk/cli/charts/sources/blob-cache.ts";
import { cacheFolder } from "../../../../sdk/cli/secrets/user-folders.ts";
import { temporaryFolder } from "../../../tools/project.ts";

type Variables = Readonly<Record<string, string>>;

const HOME = { HOME: "/home/anna" };

test.each<[variables: Variables, platform: NodeJS.Platform, repositories: string, registries: string]>([
  [HOME, "linux", "/home/anna/.config/helm/repositories.yaml", "/home/anna/.config/helm/registry/config.json"],
  [
    HOME,
    "darwin",
    "/home/anna/Library/Preferences/helm/repositories.yaml",
    "/home/anna/Library/Preferences/helm/registry/config.json",
  ],
  [{ APPDATA: "/roaming" }, "win32", "/roaming/helm/repositories.yaml", "/roaming/helm/registry/config.json"],
  [{ ...HOME, XDG_CONFIG_HOME: "/xdg" }, "linux", "/xdg/helm/repositories.yaml", "/xdg/helm/registry/config.json"],
  [{ XDG_CONFIG_HOME: "/xdg", HELM_CONFIG_HOME: "/h" }, "linux", "/h/repositories.yaml", "/h/registry/config.json"],
  [{ ...HOME, HELM_REPOSITORY_CONFIG: "/a", HELM_REGISTRY_CONFIG: "/b" }, "linux", "/a", "/b"],
])("with %j on %s, Helm's files are %s and %s", (variables, platform, repositories, registries) => {
  expect(repositoriesFile(variables, platform)).toBe(repositories);
  expect(registryFile(variables, platform)).toBe(registries);
});

test.each<[variables: Variables, want: string | undefined]>([
  [HOME, "/home/anna/.docker/config.json"],
  [{ ...HOME, DOCKER_CONFIG: "/docker" }, "/docker/config.json"],
  [{}, undefined],
])("with %j, Docker's file is %s", (variables, want) => {
  expect(dockerFile(variables)).toBe(want);
});

test.each<[variables: Variables, platform: NodeJS.Platform, want: string | undefined]>([
  [HOME, "linux", "/home/anna/.cache/sluice"],
  [HOME, "darwin", "/home/anna/Library/Caches/sluice"],
  [{ LOCALAPPDATA: "/local" }, "win32", "/local/sluice/cache"],
  [{ ...HOME, XDG_CACHE_HOME: "/xdg" }, "darwin", "/xdg/sluice"],
  [{}, "linux", undefined],
])("with %j on %s, what was fetched is kept in %s", (variables, platform, want) => {
  expect(cacheFolder(variables, platform)).toBe(want);
});

describe("what was fetched", () => {
  const bytes = Buffer.from("an archive");

  test("is found again by its digest, and by nothing else", () => {
    const cache = new BlobCache({ XDG_CACHE_HOME: temporaryFolder() });
    cache.write(bytes);
    expect(cache.read(digestOf(bytes))).toEqual(bytes);
    for (const other of [digestOf(Buffer.from("other")), "../secret", "latest", ""])
      expect(cache.read(other)).toBeUndefined();
  });

  test("is not kept where that cannot be, and nothing fails", () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    for (const environment of [{}, { XDG_CACHE_HOME: file }, { XDG_CACHE_HOME: "relative" }]) {
      const cache = new BlobCache(environment);
      cache.write(bytes);
      expect(cache.read(digestOf(bytes))).toBeUndefined();
    }
  });
});
