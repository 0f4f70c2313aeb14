// An image that a policy chooses stands wherever a text may, and its policy is an ImagePolicy.
import {
  configMap,
  external,
  fromPolicy,
  imagePolicy,
  imageRepository,
  kustomization,
  ociRepository,
  type PolicyImage,
} from "sluice";

const repository = imageRepository("app", { image: "ghcr.io/acme/app", interval: "5m" });
const policy = imagePolicy("app", { imageRepositoryRef: repository, policy: { semver: { range: "1.x" } } });

const tag: PolicyImage = fromPolicy(policy, "ghcr.io/acme/app:1.0.0", "tag");
fromPolicy(external("ImagePolicy", "app", "flux-system"), "ghcr.io/acme/app:1.0.0");
fromPolicy({ kind: "ImagePolicy", name: "app" }, "ghcr.io/acme/app:1.0.0", "digest");

configMap("versions", { data: { tag } }, { annotations: { version: tag } });
ociRepository("app", { url: "oci://ghcr.io/acme/app", interval: "1h", ref: { tag } });
kustomization("app", {
  sourceRef: external("GitRepository", "platform"),
  path: "./app",
  interval: "1h",
  prune: true,
  images: [{ name: "ghcr.io/acme/app", newTag: tag }],
});

// @ts-expect-error: what finds the tags does not choose among them
fromPolicy(repository, "ghcr.io/acme/app:1.0.0");
// @ts-expect-error: a name is no policy
fromPolicy("app", "ghcr.io/acme/app:1.0.0");
// @ts-expect-error: an image has no such part
fromPolicy(policy, "ghcr.io/acme/app:1.0.0", "version");
// @ts-expect-error: a policy is asked for
fromPolicy(undefined, "ghcr.io/acme/app:1.0.0");
