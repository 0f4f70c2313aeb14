import type { FluxVersion } from "../../model/flux-version.ts";
import type { KindDefinition } from "../../model/kind-definition.ts";
import type { RuleEvaluator } from "../../model/rule.ts";
import type { ObjectSchema, Schema } from "../../model/schema.ts";
import type { CheckOptions } from "./check-options.ts";
import { rulesCheck } from "./check-rules.ts";
import { completionOf } from "./defaults.ts";
import type { PatternEngine } from "./patterns.ts";
import { schemaCheck } from "./schema-check.ts";
import type { Settings } from "./settings.ts";
import type { Check, Walk } from "./walk.ts";

/** The checks of a kind, made from its facts when they are first asked for. */
export interface KindChecker {
  /** Whether the object has the kind's structure. */
  structure(object: Readonly<Record<string, unknown>>, walk: Walk): void;
  /** Whether the object keeps the kind's rules; only for one whose structure is right. */
  rules(object: Readonly<Record<string, unknown>>, walk: Walk): void;
}

interface Made {
  readonly engine: PatternEngine | undefined;
  readonly evaluate: RuleEvaluator | undefined;
  readonly checker: KindChecker;
}

const made = new WeakMap<Schema, Map<FluxVersion | undefined, Made>>();

/** Gives the checks of a kind in a Flux minor. `undefined` for a kind of which too little is known. */
export function checkerOf(
  { kind, versions, body: schemaOf, partial, secretFields, content }: KindDefinition,
  options: CheckOptions,
): KindChecker | undefined {
  if (schemaOf === undefined || partial) return undefined;
  const body = schemaOf();
  const { flux, patterns: engine, evaluate } = options;
  const ofKind = made.get(body) ?? new Map<FluxVersion | undefined, Made>();
  made.set(body, ofKind);
  const known = ofKind.get(flux);
  if (known && known.engine === engine && known.evaluate === evaluate) return known.checker;
  // Only the kinds that come with Flux are explained.
  const explained = versions.every((version) => version.flux !== undefined) ? kind : undefined;
  const isHidden = secretFields !== undefined || content !== undefined;
  const settings: Settings = { flux, engine, root: body, check: schemaCheck, explained, isHidden };
  const checker = makeChecker(wholeObject(body), settings, evaluate);
  ofKind.set(flux, { engine, evaluate, checker });
  return checker;
}

/** The fields that every object has are checked elsewhere; what stands in a status is taken away by the API server. */
function wholeObject(body: ObjectSchema): ObjectSchema {
  const anything: Schema = { type: "opaque" };
  const common = { apiVersion: anything, kind: anything, metadata: anything, status: anything };
  return { ...body, properties: { ...common, ...body.properties } };
}

function makeChecker(schema: ObjectSchema, settings: Settings, evaluate: RuleEvaluator | undefined): KindChecker {
  const structure = schemaCheck(schema, settings);
  let rules: Check | undefined;
  return {
    structure,
    rules(object, walk) {
      rules ??= completeRules(schema, settings, evaluate);
      rules(object, walk);
    },
  };
}

/** The rules over a complete copy of the object. */
function completeRules(schema: ObjectSchema, settings: Settings, evaluate: RuleEvaluator | undefined): Check {
  const rules = rulesCheck(schema, settings, evaluate);
  if (rules === undefined) return () => undefined;
  const fill = completionOf(schema, settings.flux, false);
  const clean = completionOf(schema, settings.flux, true);
  return (object, walk) => {
    const complete = walk.sawNull ? clean : fill;
    rules(complete ? complete(object) : object, walk);
  };
}
