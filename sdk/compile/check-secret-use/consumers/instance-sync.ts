import type { Consumer, SecretSlot } from "../consumer.ts";
import { bucket } from "./bucket.ts";
import { git } from "./git.ts";
import { registry } from "./registry.ts";

/**
 * What syncs a FluxInstance: the operator makes a source of its kind, URL and provider.
 *
 * Source: https://fluxoperator.dev/docs/crd/fluxinstance/#sync-configuration
 */
export const instanceSync: Consumer = {
  uses: (slot) => sourceOf(slot)?.uses(asSource(slot)),
  check: (secret, slot) => sourceOf(slot)?.check(secret, asSource(slot)) ?? [],
  read: (secret, slot) => sourceOf(slot)?.read?.(secret, asSource(slot)) ?? [],
  without: (slot) => sourceOf(slot)?.without?.(asSource(slot)),
};

function sourceOf({ holder }: SecretSlot): Consumer | undefined {
  if (!holder.knows("kind")) return undefined;
  // The kinds are values of the field: the compiler itself knows none.
  return { GitRepository: git, OCIRepository: registry, Bucket: bucket }[holder.text("kind") ?? ""];
}

/** The fields of a sync are called as those of the source. */
function asSource(slot: SecretSlot): SecretSlot {
  return { ...slot, spec: slot.holder };
}
