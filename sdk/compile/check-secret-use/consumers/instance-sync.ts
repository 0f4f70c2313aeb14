import type { SecretConsumer } from "../../../model/secret-use.ts";
import { fieldSchema, isSlot } from "../../references.ts";
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

const SOURCES: Partial<Readonly<Record<SecretConsumer, Consumer>>> = { git, registry, bucket };

/** What reads the Secret of a source of the kind that is named. */
function sourceOf({ holder, kinds }: SecretSlot): Consumer | undefined {
  const schema = holder.knows("kind") ? kinds.findByKind(holder.text("kind") ?? "")?.body?.() : undefined;
  const spec = schema && fieldSchema(schema, "spec");
  const field = spec && fieldSchema(spec, "secretRef");
  const consumer = field && isSlot(field) ? field.reference.secret : undefined;
  return consumer && SOURCES[consumer];
}

/** The fields of a sync are called as those of the source. */
function asSource(slot: SecretSlot): SecretSlot {
  return { ...slot, spec: slot.holder };
}
