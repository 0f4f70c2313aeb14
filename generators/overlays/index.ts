import { alert } from "./alert.ts";
import { artifactGenerator } from "./artifact-generator.ts";
import { bucket } from "./bucket.ts";
import { externalArtifact } from "./external-artifact.ts";
import { fluxInstance } from "./flux-instance.ts";
import { fluxReport } from "./flux-report.ts";
import { gitRepository } from "./git-repository.ts";
import { helmChart } from "./helm-chart.ts";
import { helmRelease } from "./helm-release.ts";
import { helmRepository } from "./helm-repository.ts";
import { imagePolicy } from "./image-policy.ts";
import { imageRepository } from "./image-repository.ts";
import { imageUpdateAutomation } from "./image-update-automation.ts";
import { kustomization } from "./kustomization.ts";
import { ociRepository } from "./oci-repository.ts";
import type { Overlay } from "./overlay.ts";
import { provider } from "./provider.ts";
import { receiver } from "./receiver.ts";
import { resourceSet } from "./resource-set.ts";
import { resourceSetInputProvider } from "./resource-set-input-provider.ts";

/** The kinds that are generated, in the order of the index: a kind is generated as soon as it has an overlay here. */
export const OVERLAYS: readonly Overlay[] = [
  gitRepository,
  ociRepository,
  helmRepository,
  helmChart,
  bucket,
  externalArtifact,
  kustomization,
  helmRelease,
  receiver,
  alert,
  provider,
  imageRepository,
  imagePolicy,
  imageUpdateAutomation,
  artifactGenerator,
  fluxInstance,
  fluxReport,
  resourceSet,
  resourceSetInputProvider,
];
