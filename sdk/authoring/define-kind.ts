import {
  type BodyBuilder,
  type Builder,
  defineBodyKind as bodyKind,
  defineKind as kind,
} from "../model/define-kind.ts";
import type { KindDefinition } from "../model/kind-definition.ts";
import { once } from "../model/once.ts";

/**
 * Makes the builder of a kind that Sluice does not ship: `sluice generate crd` writes such calls. The facts travel with every
 * resource that it makes, so that the resource is linked and checked by them.
 *
 * @param facts What is special about the kind. Its schema is made when it is first asked for.
 */
// @__NO_SIDE_EFFECTS__
export function defineKind<Kind extends string, Spec>(
  facts: KindDefinition & { readonly kind: Kind },
): Builder<Kind, Spec> {
  const definition = ownDefinition(facts);
  return kind<Kind, Spec>(definition, { definition });
}

/** The same for a kind that has other fields than `spec` beside its `metadata`. */
// @__NO_SIDE_EFFECTS__
export function defineBodyKind<Kind extends string, Body extends object>(
  facts: KindDefinition & { readonly kind: Kind },
): BodyBuilder<Kind, Body> {
  const definition = ownDefinition(facts);
  return bodyKind<Kind, Body>(definition, { definition });
}

function ownDefinition<Kind extends string>(
  facts: KindDefinition & { readonly kind: Kind },
): KindDefinition & { readonly kind: Kind } {
  const { body } = facts;
  return Object.freeze({ ...facts, body: body && once(body) });
}
