import * as sluice from "../../../sdk/index.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import type { KubernetesObject } from "./public-documents.ts";

/** A builder of one kind. */
export interface AnyBuilder {
  (name: string, content: never, options: sluice.ResourceOptions): sluice.Resource;
  readonly definition: KindDefinition;
}

/** A builder under the name that programs import. */
export interface NamedBuilder {
  readonly name: string;
  readonly build: AnyBuilder;
  /** Whether it takes the spec, or everything beside the metadata. */
  readonly takes: "spec" | "body";
}

const BODY_KINDS = new Set(["ConfigMap", "Namespace", "Secret", "ServiceAccount"]);

/** The builders by the `apiVersion` and kind that are current. */
const BUILDERS: ReadonlyMap<string, NamedBuilder> = new Map(
  Object.entries(sluice).flatMap(([name, build]): [string, NamedBuilder][] => {
    if (!isBuilder(build)) return [];
    const { group, versions, kind } = build.definition;
    const apiVersion = [group, versions.at(-1)?.name].filter(Boolean).join("/");
    return [[`${apiVersion}/${kind}`, { name, build, takes: BODY_KINDS.has(kind) ? "body" : "spec" }]];
  }),
);

function isBuilder(value: unknown): value is AnyBuilder {
  return typeof value === "function" && "definition" in value;
}

/** The kinds of Flux and its operator that have a builder. */
export const FLUX_KINDS: readonly string[] = [...BUILDERS.values()].flatMap(({ build, takes }) =>
  takes === "spec" ? build.definition.kind : [],
);

/** The builder of a document's kind, where the document is one that people write: one that has a status alone is not. */
export function builderOf({ apiVersion, kind, spec }: KubernetesObject): NamedBuilder | undefined {
  const builder = BUILDERS.get(`${apiVersion}/${kind}`);
  return builder?.takes === "spec" && spec === undefined ? undefined : builder;
}

/** What the builder of a document's kind is given. */
export function contentOf({ apiVersion, kind, metadata, ...body }: KubernetesObject, takes: "spec" | "body"): object {
  return takes === "spec" ? Object(body.spec) : body;
}
