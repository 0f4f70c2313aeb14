import { isDeferred } from "../model/deferred.ts";
import { isMap } from "./values.ts";

/** Annotations that let a controller, or a person, write into an object that Flux applied. */
const SHARED = /^(?:kustomize\.toolkit\.fluxcd\.io\/ssa|.*\/(?:copyFrom|copyfrom|reflects|replicate-from))$/;

/** Says whether others may write into an object, so that it may hold more than the program says. */
export function isWrittenByOthers(annotations: unknown): boolean {
  return isMap(annotations) && !isDeferred(annotations) && Object.keys(annotations).some((key) => SHARED.test(key));
}
