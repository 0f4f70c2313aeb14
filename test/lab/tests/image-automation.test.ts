// Image automation commits to what a build wrote, and the build after keeps it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { pushArtifact } from "../cluster/artifacts.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import { newNamespace } from "../cluster/namespace.ts";
import { newRepository, type Repository } from "../cluster/repository.ts";
import { ready, reconcile, until } from "../cluster/wait.ts";
import type { Settings } from "../fleets/images/settings.ts";
import { statusOf } from "./conditions.ts";
import { type LabProject, labProject } from "./lab-project.ts";
import { gitRepositoryKey } from "./synced-fleet.ts";

const FILE = "clusters/lab/configmap-settings.yaml";

let project: LabProject;
let repository: Repository;
let settings: Settings;

const object = (kind: string) => ({
  apiVersion: "image.toolkit.fluxcd.io/v1",
  kind,
  name: "app",
  namespace: settings.namespace,
});

/** Commits what was built, and gives the file as image automation left it once its policy chose a version. */
async function automated(tag: string): Promise<string> {
  const revision = `main@sha1:${await repository.commitFolder(project.folder)}`;
  const source = gitRepositoryKey(settings.namespace, "images");
  await reconcile(source);
  await until(source, (found) => statusOf(found).artifact?.revision === revision, `has ${revision}`);
  await pushArtifact(new URL(`http://${settings.image}`).pathname.slice(1), tag, {});
  await reconcile(object("ImageRepository"));
  const chose = (found: unknown): boolean => JSON.stringify(found).includes(`"tag":"${tag}"`);
  await until(object("ImagePolicy"), chose, `chose ${tag}`);
  await reconcile(object("ImageUpdateAutomation"));
  await expect.poll(() => repository.read(FILE), { timeout: 30_000, interval: 250 }).toContain(`tag: ${tag} #`);
  const text = await repository.read(FILE);
  project.write({ [FILE]: text ?? "" });
  return text ?? "";
}

beforeAll(async () => {
  project = labProject("images");
  repository = await newRepository();
  const namespace = await newNamespace("images", afterAll);
  const image = `${new URL(lab().http).host}/${namespace}/app`;
  settings = { namespace, image, repository: repository.httpUrl, tag: "1.0.0", note: "one" };
  project.set(settings);
  project.build();
  await pushArtifact(`${namespace}/app`, "1.0.0", {});
  // Only what the automation needs: it works on Git, and nothing has to be applied.
  await kubernetes().apply(...project.objects().filter(({ kind }) => kind !== "ConfigMap"));
  await ready(object("ImageRepository"));
});

test("a build keeps what image automation wrote, and image automation goes on from what a build wrote", async () => {
  const first = await automated("1.1.0");
  expect(parse(first)["data"]).toMatchObject({ tag: "1.1.0", image: `${settings.image}:1.1.0`, name: settings.image });
  expect(project.build("--check").stderr).toContain("info[image/kept]: 2 images stay as image automation wrote them");

  // The program changes: the versions stay, and the text is Sluice's again.
  settings = { ...settings, note: "two" };
  project.set(settings);
  project.build();
  const second = await automated("1.2.0");
  expect(parse(second)["data"]).toMatchObject({ note: "two", tag: "1.2.0", image: `${settings.image}:1.2.0` });
  expect(second).toMatch(/^# yaml-language-server/);
  expect(project.build("--check").status).toBe(0);

  // Another image: the program's version counts.
  settings = { ...settings, image: `${settings.image}-new`, tag: "3.0.0" };
  project.set(settings);
  expect(project.build().stderr).toContain("info[image/replaced]");
});
