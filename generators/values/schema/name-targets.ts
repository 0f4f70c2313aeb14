import { keysOf, type Pointer } from "./json-pointer.ts";

/** A schema that needs a name, and where it comes from. */
export interface NamelessTarget {
  readonly key: string;
  readonly url: string;
  readonly pointer: Pointer;
}

/**
 * Names schemas after the last key that leads to them, as `$defs` do. Where several would have one name, all of them say their
 * document too; where that does not tell them apart, they are numbered.
 */
export function nameTargets(targets: readonly NamelessTarget[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const target of targets) counts.set(shortName(target), (counts.get(shortName(target)) ?? 0) + 1);
  const taken = new Set<string>();
  return new Map(
    targets.map((target) => {
      const short = shortName(target);
      const wanted = counts.get(short) === 1 ? short : `${documentName(target)}.${short}`;
      let name = wanted;
      for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
      taken.add(name);
      return [target.key, name];
    }),
  );
}

function shortName({ url, pointer }: NamelessTarget): string {
  return plain(keysOf(pointer).at(-1) ?? "") || documentName({ url });
}

function documentName({ url }: { readonly url: string }): string {
  const file = url.split(/[/?]/).findLast((part) => part !== "") ?? "";
  return plain(file.replace(/(\.schema)?\.json$/, "")) || "schema";
}

/** A name that needs no escape in a reference. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, "_");
}
