import { setField } from "../model/copy.ts";
import { isDeferred } from "../model/deferred.ts";
import { isDirectory } from "../model/directory.ts";
import type { FieldPath } from "../model/field-path.ts";
import type { FluxVersion } from "../model/flux-version.ts";
import type { PolicyImage } from "../model/from-policy.ts";
import { groupOf } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { NotSecret } from "../model/not-secret.ts";
import type { Resource } from "../model/resource.ts";
import type { ObjectSchema, Schema } from "../model/schema.ts";
import { bodyKeys, resourceField } from "./body.ts";
import type { NamedSecret } from "./check-secret-use/check-secret-use.ts";
import type { AwaitedReference, CompiledResource, HarmlessValue, Manifest, MarkedImage } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import { readImage } from "./images.ts";
import { firstValue, type Instance, type InstanceValue } from "./instance.ts";
import { type Linked, oneContent } from "./one-content.ts";
import { mayBePatched } from "./patches.ts";
import { keepsContent, pruned } from "./prune.ts";
import { checkReference } from "./reference-rules.ts";
import {
  fieldSchema,
  isSlot,
  isUntypedReference,
  mayRefer,
  namesNamespace,
  type Reference,
  readReference,
  type SlotSchema,
  untypedSlot,
} from "./references.ts";
import type { Reporter } from "./reporter.ts";
import type { Resolution, Resolver } from "./resolver.ts";
import { apiVersionFor, servedApiVersion } from "./served-version.ts";
import type { Sources } from "./sources.ts";
import { reportValue } from "./value-rules.ts";
import { type Glance, isMap, sizeOfData, type ValueProblem, visitProblems } from "./values.ts";
import { withTexts } from "./with-texts.ts";

// Third stage. In: objects with identities. Out: manifests, with every reference and path written out. It reports references that
// dangle, do not fit or leave their namespace, and values that cannot be written.

/** What linking needs to know of the cluster. */
export interface LinkContext {
  readonly flux: FluxVersion;
  readonly kinds: KindTable;
  readonly resolver: Resolver;
  readonly sources: Sources;
  readonly reporter: Reporter;
  /** The objects that an object needs, where somebody asks for them. */
  readonly needs?: Map<Instance, Set<Instance>> | undefined;
  /** The Secrets of the program that objects name, for what reads them. */
  readonly secrets: NamedSecret[];
  /** Whether Git delivers what a deployment applies, so that every value must be known when it is written. */
  isInGit(deployment: Deployment): boolean;
}

/** An object that waits for another. */
export interface Ordering {
  readonly from: Instance;
  readonly to: Instance;
  readonly path: FieldPath;
}

/** Links one object. Several values of one identity must come to the same. */
export function link(instance: Instance, context: LinkContext, orderings: Ordering[]): CompiledResource {
  const linked = instance.values.map((value) => new Linker(instance, value, context, orderings).link());
  const { manifest, images, notSecrets, mayExpose, awaited, size } = oneContent(instance, linked, context.reporter);
  return {
    id: instance.id,
    manifest,
    images,
    notSecrets,
    mayExpose,
    awaited,
    size,
    definition: instance.values[0]?.node.definition,
    resource: firstValue(instance),
    prune: pruned(manifest, instance),
    keepsContent: keepsContent(instance),
  };
}

/** Says whether an author's metadata is what stands in the manifest: nothing is added to it, and it has no empty maps. */
function isWritten({ metadata }: Resource, { group, namespace }: InstanceValue): boolean {
  if (metadata.namespace !== namespace || group?.labels || group?.annotations) return false;
  return !isEmpty(metadata.labels) && !isEmpty(metadata.annotations);
}

function isEmpty(map: object | undefined): boolean {
  return map !== undefined && Object.keys(map).length === 0;
}

class Linker {
  readonly #instance: Instance;
  readonly #value: InstanceValue;
  readonly #context: LinkContext;
  readonly #orderings: Ordering[];
  readonly #path: (string | number)[] = [];
  readonly #images: MarkedImage[] = [];
  readonly #notSecrets: HarmlessValue[] = [];
  readonly #glance: Glance = { mayExpose: false };
  readonly #awaited: AwaitedReference[] = [];
  /** Less than zero as soon as something is no data. */
  #size = 0;

  constructor(instance: Instance, value: InstanceValue, context: LinkContext, orderings: Ordering[]) {
    this.#instance = instance;
    this.#value = value;
    this.#context = context;
    this.#orderings = orderings;
  }

  link(): Linked {
    const manifest = this.#manifest();
    return {
      manifest,
      images: this.#images.length > 0 ? this.#images : undefined,
      notSecrets: this.#notSecrets.length > 0 ? this.#notSecrets : undefined,
      // Where something is no data, not all of it was looked at.
      mayExpose: this.#glance.mayExpose || this.#size < 0 ? true : undefined,
      awaited: this.#awaited.length > 0 ? this.#awaited : undefined,
      size: this.#size < 0 ? undefined : this.#size,
    };
  }

  #manifest(): Manifest {
    const { resource, definition } = this.#value.node;
    const fields: Record<string, unknown> = {};
    for (const key of bodyKeys(resource)) {
      const value = resourceField(resource, key);
      setField(
        fields,
        key,
        this.#within(key, () => this.#field(value, key, definition?.body?.())),
      );
    }
    const manifest = { apiVersion: this.#apiVersion(), kind: resource.kind, metadata: this.#metadata() };
    for (const key of Object.keys(fields)) setField(manifest, key, fields[key]);
    return manifest;
  }

  #apiVersion(): string {
    const { resource, definition } = this.#value.node;
    if (!definition) return resource.apiVersion;
    return apiVersionFor(resource.apiVersion, definition, this.#context.flux) ?? resource.apiVersion;
  }

  #metadata(): Readonly<Record<string, unknown>> {
    const { node, group, namespace } = this.#value;
    const given = resourceField(node.resource, "metadata");
    if (isWritten(node.resource, this.#value) && isMap(given) && this.#isData(given)) return given;
    const { namespace: _own, labels, annotations, ...others } = node.resource.metadata;
    const metadata: Record<string, unknown> = { ...others };
    if (namespace !== undefined) metadata["namespace"] = namespace;
    const allLabels = group?.labels ? { ...group.labels, ...labels } : labels;
    const allAnnotations = group?.annotations ? { ...group.annotations, ...annotations } : annotations;
    // Empty maps are left out: some clients take them for a change on every run.
    if (allLabels && Object.keys(allLabels).length > 0) metadata["labels"] = allLabels;
    if (allAnnotations && Object.keys(allAnnotations).length > 0) metadata["annotations"] = allAnnotations;
    return this.#within("metadata", () => this.#map(metadata));
  }

  /** Links the fields of an object. The same object comes back when nothing in it changes. */
  #fields(value: Readonly<Record<string, unknown>>, schema: Schema | undefined): Readonly<Record<string, unknown>> {
    let changed: Record<string, unknown> | undefined;
    for (const key of Object.keys(value)) {
      const old = value[key];
      this.#path.push(key);
      const linked = this.#field(old, key, schema);
      this.#path.pop();
      if (linked === old) continue;
      changed ??= { ...value };
      setField(changed, key, linked);
    }
    return changed ?? value;
  }

  #field(value: unknown, key: string, schema: Schema | undefined): unknown {
    if (schema === undefined) return this.#untyped(value, key);
    const field = fieldSchema(schema, key);
    return field ? this.#typed(value, field) : this.#data(value);
  }

  #items(value: readonly unknown[], item: (value: unknown) => unknown): readonly unknown[] {
    let changed: unknown[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const old = value[index];
      this.#path.push(index);
      const linked = item(old);
      this.#path.pop();
      if (linked === old) continue;
      changed ??= [...value];
      changed[index] = linked;
    }
    return changed ?? value;
  }

  #typed(value: unknown, schema: Schema): unknown {
    if ((schema.type === "object" || schema.type === "array") && isDeferred(value))
      return this.#deferredPart(value, schema);
    if (isSlot(schema)) return this.#slot(value, schema);
    if ("directory" in schema && schema.directory && isDirectory(value)) {
      const { sources, resolver, reporter } = this.#context;
      return sources.pathOf(value.path, this.#instance, resolver, reporter);
    }
    if (!mayRefer(schema)) return this.#data(value);
    if (schema.type === "array" && Array.isArray(value))
      return this.#items(value, (item) => this.#typed(item, schema.items));
    return isMap(value) ? this.#fields(value, schema) : this.#data(value);
  }

  #deferredPart(value: unknown, { type }: Schema): unknown {
    const problem =
      type === "array"
        ? { what: "a deferred list", hint: "give the list itself: its items may be deferred" }
        : { what: "a deferred object", hint: "give the object itself: its fields may be deferred" };
    this.#report({ type: "unsupported", ...problem }, [...this.#path]);
    return value;
  }

  #untyped(value: unknown, key: string): unknown {
    if (isUntypedReference(value)) return this.#slot(value, untypedSlot(key));
    if (this.#isData(value)) return value;
    if (Array.isArray(value)) return this.#items(value, (item) => this.#untyped(item, key));
    return isMap(value) ? this.#fields(value, undefined) : this.#data(value);
  }

  #slot(value: unknown, slot: SlotSchema): unknown {
    const reference = readReference(value, slot);
    if (!reference) return this.#data(value);
    const { resolver, reporter, needs } = this.#context;
    const resolution = resolver.resolve(reference, this.#instance);
    if (needs && reference.edge === "need" && resolution.type === "instance") {
      const needed = needs.get(this.#instance);
      if (needed) needed.add(resolution.instance);
      else needs.set(this.#instance, new Set([resolution.instance]));
    }
    if (isDeferred(reference.named?.namespace) && !namesNamespace(slot)) {
      this.#awaited.push({ path: [...this.#path], reference: reference.named });
    }
    if (!mayBePatched(this.#instance, this.#path)) {
      checkReference(reference, resolution, this.#instance, this.#path, reporter);
      if (slot.reference.ordering && resolution.type === "instance") {
        this.#orderings.push({ from: this.#instance, to: resolution.instance, path: [...this.#path] });
      }
      this.#nameSecret(slot, resolution);
    }
    return slot.type === "object" ? this.#writeObject(reference, slot, resolution) : this.#writeName(reference);
  }

  /** Remembers a Secret that is named here, for what reads it. */
  #nameSecret({ reference: { secret } }: SlotSchema, resolution: Resolution): void {
    if (secret === undefined || resolution.type !== "instance") return;
    if (!resolution.instance.values.some(({ node }) => node.definition?.secretFields)) return;
    const { secrets } = this.#context;
    secrets.push({ from: this.#instance, to: resolution.instance, path: [...this.#path], consumer: secret });
  }

  #writeName({ target, named }: Reference): unknown {
    return target ? target.metadata.name : this.#data(named?.name);
  }

  #writeObject(reference: Reference, slot: SlotSchema & ObjectSchema, resolution: Resolution): unknown {
    const { siblings, named, target } = reference;
    // A plain object is written as the author wrote it, without what the slot says of itself.
    if (siblings && named && siblings["name"] === named.name) {
      return this.#fields(withoutForeign(siblings, slot), withoutReference(slot));
    }
    const name = this.#within("name", () => this.#writeName(reference));
    const fields: Record<string, unknown> = {};
    const { always = [] } = slot.reference;
    const id = resolution.id;
    const has = (field: string): boolean => Object.hasOwn(slot.properties, field) && siblings?.[field] === undefined;
    if (has("apiVersion")) {
      const apiVersion = always.includes("apiVersion") ? this.#targetApiVersion(reference) : named?.apiVersion;
      if (apiVersion !== undefined) fields["apiVersion"] = apiVersion;
    }
    if (has("group") && target) fields["group"] = groupOf(target.apiVersion);
    if (has("kind")) fields["kind"] = target?.kind ?? named?.kind;
    fields["name"] = name;
    if (has("namespace")) {
      const meant = named && this.#context.resolver.namespaceMeant(named, reference, this.#instance);
      const namespace = id ? id.namespace : (meant ?? target?.metadata.namespace);
      const differs = namespace !== this.#instance.id.namespace || always.includes("namespace");
      if (namespace !== undefined && differs) {
        fields["namespace"] = this.#within("namespace", () => this.#data(namespace));
      }
    }
    if (!siblings) return fields;
    const { name: _name, ...others } = siblings;
    return { ...fields, ...this.#fields(others, withoutReference(slot)) };
  }

  #targetApiVersion({ target, named }: Reference): string | undefined {
    if (named?.apiVersion !== undefined) return named.apiVersion;
    const { kinds, flux } = this.#context;
    const kind = target?.kind ?? named?.kind;
    if (kind === undefined) return undefined;
    const definition = target ? kinds.find(groupOf(target.apiVersion), kind) : kinds.findByKind(kind);
    if (!definition) return target?.apiVersion;
    return target ? apiVersionFor(target.apiVersion, definition, flux) : servedApiVersion(definition, flux);
  }

  /** Checks that a value is data, and gives it back with the texts of leaves that are marked. */
  #data(value: unknown): unknown {
    if (value === undefined || this.#isData(value)) return value;
    const texts = new Map<object, string>();
    visitProblems(value, [...this.#path], (problem, path) => {
      if (problem.type === "image") texts.set(problem.image, this.#image(problem.image, path));
      else if (problem.type === "not-secret") texts.set(problem.marked, this.#notSecret(problem.marked, path));
      else this.#report(problem, path);
    });
    return texts.size === 0 ? value : withTexts(value, texts);
  }

  #isData(value: unknown): boolean {
    const size = sizeOfData(value, this.#glance);
    this.#size = size < 0 || this.#size < 0 ? -1 : this.#size + size;
    return size >= 0;
  }

  #map(value: Readonly<Record<string, unknown>>): typeof value {
    const data = this.#data(value);
    return isMap(data) ? data : value;
  }

  #image(image: PolicyImage, path: FieldPath): string {
    const read = readImage(image, path, this.#instance, this.#context.resolver);
    if (read.type === "problem") {
      this.#report(read.problem, path);
      return "";
    }
    if (!mayBePatched(this.#instance, path)) {
      checkReference(read.reference, read.resolution, this.#instance, path, this.#context.reporter);
    }
    this.#images.push(read.marked);
    return read.marked.value;
  }

  #notSecret({ value, reason }: NotSecret, path: FieldPath): string {
    this.#notSecrets.push({ path, reason: reason ?? "" });
    return value;
  }

  #report(problem: Exclude<ValueProblem, { type: "image" | "not-secret" }>, path: FieldPath): void {
    const { isInGit, reporter } = this.#context;
    reportValue(problem, { resource: this.#value.node.resource, instance: this.#instance, path }, isInGit, reporter);
  }

  #within<Result>(key: string, work: () => Result): Result {
    this.#path.push(key);
    const result = work();
    this.#path.pop();
    return result;
  }
}

const plain = new WeakMap<ObjectSchema, ObjectSchema>();

/** What a reference by names says beyond its slot: a `secretRef` names no kind, for all slots of it are for Secrets. */
function withoutForeign(fields: Readonly<Record<string, unknown>>, { properties }: ObjectSchema): typeof fields {
  const foreign = ["apiVersion", "kind", "namespace"].filter(
    (field) => Object.hasOwn(fields, field) && !Object.hasOwn(properties, field),
  );
  if (foreign.length === 0) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !foreign.includes(field)));
}

/** The schema of the fields beside a reference. */
function withoutReference(slot: ObjectSchema): ObjectSchema {
  let schema = plain.get(slot);
  if (!schema) {
    schema = { type: "object", properties: slot.properties };
    plain.set(slot, schema);
  }
  return schema;
}
