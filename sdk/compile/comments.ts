import type { ClusterOptions } from "../model/cluster.ts";
import { formatIdentity } from "../model/identity.ts";
import { marksOf } from "../model/resource.ts";
import type { CompiledResource } from "./compiled.ts";
import { subjectOf } from "./file-names.ts";
import type { Reporter } from "./reporter.ts";

/** What stands above an object in its file: what the cluster says of every object, then what the author said of this one. */
export function commentsOf(
  resource: CompiledResource,
  directory: string | undefined,
  ofCluster: ClusterOptions["comments"],
  reporter: Reporter,
): readonly string[] | undefined {
  const own = marksOf(resource.resource).comments;
  if (ofCluster === undefined && own === undefined) return undefined;
  const given: readonly unknown[] = [...[ofCluster?.(subjectOf(resource, directory)) ?? []].flat(), ...(own ?? [])];
  if (given.length === 0) return undefined;
  const texts = given.filter((text) => typeof text === "string");
  if (texts.length < given.length) {
    reporter.report("value/unsupported", {
      message: `a comment of ${formatIdentity(resource.id)} is no text`,
      hint: "give a list of texts, without #",
      resource: resource.resource,
      id: resource.id,
    });
  }
  return texts;
}
