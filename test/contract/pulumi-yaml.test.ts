import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../tools/repository.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("Pulumi.yaml applies files that an example wrote, and none that only Flux can decrypt", () => {
  const { runtime, resources } = parse(read("Pulumi.yaml"));
  expect(runtime).toBe("yaml");
  expect(resources.staging.type).toBe("kubernetes:yaml/v2:ConfigGroup");
  const patterns: readonly string[] = resources.staging.properties.files;
  for (const pattern of patterns) {
    const folder = posix.dirname(pattern);
    expect(posix.basename(pattern), "the provider's patterns do not reach into folders").toBe("*.yaml");
    const objects = readdirSync(join(ROOT, folder)).map((name) => parse(read(`${folder}/${name}`)));
    expect(objects).not.toEqual([]);
    for (const object of objects) {
      expect(object).toMatchObject({ apiVersion: expect.any(String), metadata: { name: expect.any(String) } });
      expect(object).not.toHaveProperty("sops");
      expect(object.apiVersion).not.toMatch(/^kustomize\.config\.k8s\.io\//);
    }
  }
});
