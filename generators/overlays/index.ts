import { gitRepository } from "./git-repository.ts";
import { helmRelease } from "./helm-release.ts";
import { helmRepository } from "./helm-repository.ts";
import { kustomization } from "./kustomization.ts";
import { ociRepository } from "./oci-repository.ts";
import type { Overlay } from "./overlay.ts";

/** The kinds that are generated, in the order of the index: a kind is generated as soon as it has an overlay here. */
export const OVERLAYS: readonly Overlay[] = [gitRepository, ociRepository, helmRepository, kustomization, helmRelease];
