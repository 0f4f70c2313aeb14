import { cluster, configMap, external, fleet, fromPolicy, gitRepository, group, resource } from "sluice";
import { settings } from "./settings.ts";

const whole = `${settings.image}:${settings.tag}`;

const source = gitRepository("images", { url: settings.repository, ref: { branch: "main" }, interval: "1h" });

const repository = resource({
  apiVersion: "image.toolkit.fluxcd.io/v1",
  kind: "ImageRepository",
  metadata: { name: "app" },
  spec: { image: settings.image, interval: "1h", insecure: true },
});
const policy = resource({
  apiVersion: "image.toolkit.fluxcd.io/v1",
  kind: "ImagePolicy",
  metadata: { name: "app" },
  spec: { imageRepositoryRef: { name: repository }, policy: { semver: { range: "1.x" } } },
});
const automation = resource({
  apiVersion: "image.toolkit.fluxcd.io/v1",
  kind: "ImageUpdateAutomation",
  metadata: { name: "app" },
  spec: {
    interval: "1h",
    sourceRef: { kind: "GitRepository", name: source },
    git: {
      checkout: { ref: { branch: "main" } },
      commit: { author: { name: "bot", email: "bot@example.com" }, messageTemplate: "Update images" },
      push: { branch: "main" },
    },
    update: { path: "./clusters/lab", strategy: "Setters" },
  },
});

/** What the automation has to leave as it is: texts that its printer writes in another way. */
const rest = {
  note: settings.note,
  odd: "\u200b\u0007 🐙",
  trailing: "a  \nb\n",
  inside: `tag: 1 # {"$imagepolicy": "a:b:tag"}\n`,
};

const settingsMap = configMap(
  "settings",
  {
    data: {
      ...rest,
      image: fromPolicy(policy, whole),
      name: fromPolicy(policy, whole, "name"),
      tag: fromPolicy(policy, whole, "tag"),
    },
  },
  { comments: ["yaml-language-server: $schema=https://example.com/configmap.json"] },
);

export default fleet(
  cluster("lab", {
    path: "clusters/lab",
    flux: "2.9",
    resources: group({ namespace: external("Namespace", settings.namespace) }, [
      source,
      repository,
      policy,
      automation,
      settingsMap,
    ]),
  }),
);
