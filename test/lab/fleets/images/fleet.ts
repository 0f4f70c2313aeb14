import {
  cluster,
  configMap,
  external,
  fleet,
  fromPolicy,
  gitRepository,
  group,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
} from "sluice";
import { settings } from "./settings.ts";

const whole = `${settings.image}:${settings.tag}`;

const source = gitRepository("images", { url: settings.repository, ref: { branch: "main" }, interval: "1h" });

const repository = imageRepository("app", { image: settings.image, interval: "1h", insecure: true });
const policy = imagePolicy("app", { imageRepositoryRef: repository, policy: { semver: { range: "1.x" } } });
const automation = imageUpdateAutomation("app", {
  interval: "1h",
  sourceRef: source,
  git: {
    checkout: { ref: { branch: "main" } },
    commit: { author: { name: "bot", email: "bot@example.com" }, messageTemplate: "Update images" },
    push: { branch: "main" },
  },
  update: { path: "./clusters/lab", strategy: "Setters" },
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
