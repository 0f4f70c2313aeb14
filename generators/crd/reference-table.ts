import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import type { LockPath } from "../locks/lock-path.ts";
import { crdProblem, type ReportCrd } from "./crd-problem.ts";
import type { Crd } from "./read-crd.ts";
import { type CrdSource, parseSource } from "./read-documents.ts";

/** The references that a user declares for the kinds of CRDs, which do not say what a name is a name of. */
export interface ReferenceTable {
  /** The reference at a place of a kind. Who asks takes it. */
  take(crd: Crd, path: LockPath): ReferenceFacts | undefined;
  /** Reports every entry that nobody took. */
  reportUnused(): void;
}

interface Entry {
  readonly path: LockPath;
  readonly facts: ReferenceFacts;
}

/** Reads the file of `--references`: a map from kinds to places, and from places to what is referred to there. */
export function readReferences(source: CrdSource | undefined, report: ReportCrd): ReferenceTable {
  const [document] = source === undefined ? [] : parseSource(source, report);
  const file = source?.name ?? "";
  const data = document ?? {};
  const kinds = new Map<string, readonly Entry[]>();
  if (isRecord(data)) for (const [kind, places] of Object.entries(data)) kinds.set(kind, readPlaces(kind, places));
  else malformed("the file", "write a map from kinds to places: Certificate, then spec.secretName");
  const used = new Set<Entry>();

  return {
    take({ kind, group }, path) {
      for (const name of [`${kind}.${group}`, kind]) {
        const entry = kinds.get(name)?.find((candidate) => candidate.path === path);
        if (entry === undefined) continue;
        used.add(entry);
        return entry.facts;
      }
      return undefined;
    },
    reportUnused() {
      for (const [kind, entries] of kinds) {
        for (const entry of entries) {
          if (used.has(entry)) continue;
          const message = `${kind} has no ${entry.path} that a reference can stand in`;
          const hint =
            'name a field that holds a name, or an object with the field "name"; write the items of a list as []';
          report(crdProblem("crd/unknown-reference", file, message, hint));
        }
      }
    },
  };

  function readPlaces(kind: string, places: Json): readonly Entry[] {
    if (!isRecord(places)) {
      malformed(kind, `write a map from places to references: spec.secretName: { kinds: [Secret] }`);
      return [];
    }
    return Object.entries(places).flatMap(([path, value]): readonly Entry[] => {
      const facts = readFacts(value);
      if (facts === undefined)
        malformed(`${kind} ${path}`, `write what it refers to: { kinds: [Secret], edge: need }; kinds may be "any"`);
      return facts === undefined ? [] : [{ path, facts }];
    });
  }

  function malformed(what: string, hint: string): void {
    report(crdProblem("crd/unknown-reference", file, `${what} says nothing of references that can be read`, hint));
  }
}

const KNOWN = new Set(["kinds", "edge", "always", "ordering", "remote", "unresolved"]);

function readFacts(value: Json): ReferenceFacts | undefined {
  if (!isRecord(value) || Object.keys(value).some((key) => !KNOWN.has(key))) return undefined;
  const { kinds, edge = "need", always = [], ordering, remote, unresolved } = value;
  if (edge !== "need" && edge !== "mention") return undefined;
  if (unresolved !== undefined && unresolved !== "error" && unresolved !== "warning" && unresolved !== "ignore")
    return undefined;
  const names = kinds === "any" ? kinds : textsOf(kinds);
  if (names === undefined || names.length === 0 || !Array.isArray(always)) return undefined;
  const written = always.filter((field) => field === "apiVersion" || field === "namespace");
  if (written.length !== always.length) return undefined;
  return {
    kinds: names,
    edge,
    ...(written.length === 0 ? {} : { always: written }),
    ...(ordering === true ? { ordering } : {}),
    ...(remote === true ? { remote } : {}),
    ...(unresolved === undefined ? {} : { unresolved }),
  };
}

function textsOf(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item: Json) => typeof item === "string");
  return texts.length === value.length ? texts : undefined;
}
