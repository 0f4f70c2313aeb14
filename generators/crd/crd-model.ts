import { builderName } from "../emit/names.ts";
import { isEmpty } from "../emit/type-text.ts";
import { namedTypes } from "../schema/named-types.ts";
import { pascal } from "../schema/pascal.ts";
import type { Field, ObjectNode } from "../schema/schema-model.ts";
import { chooseVersion } from "./choose-version.ts";
import { crdProblem, type ReportCrd } from "./crd-problem.ts";
import type { Crd, CrdVersion } from "./read-crd.ts";
import { readCrdSchema } from "./read-crd-schema.ts";
import type { ReferenceTable } from "./reference-table.ts";
import type { TypeNames } from "./type-names.ts";

/** How the file of a kind calls what it declares. */
export interface CrdNames {
  /** What the names of its types start with. */
  readonly base: string;
  /** The type of its resources. */
  readonly resource: string;
  readonly builder: string;
  /** The file without its ending. */
  readonly file: string;
}

/** Everything that is emitted of a user's kind. */
export interface CrdModel {
  readonly crd: Crd;
  readonly names: CrdNames;
  readonly version: string;
  /** The versions that are served too, and that no types are made of. */
  readonly others: readonly string[];
  readonly description: string | undefined;
  /** The fields beside `metadata`. */
  readonly body: ObjectNode;
  /** Its one field, when that is `spec`. */
  readonly spec: Field | undefined;
  /** The objects that have a type of their own, each once. */
  readonly types: readonly ObjectNode[];
}

/** What models of users' kinds are built with. */
export interface CrdModelContext {
  readonly typeNames: TypeNames;
  readonly references: ReferenceTable;
  readonly report: ReportCrd;
}

/** Builds the models of users' kinds. What types cannot express is reported, and the rest is there. */
export function buildCrdModels(crds: readonly Crd[], context: CrdModelContext): readonly CrdModel[] {
  const chosen = crds.flatMap((crd): readonly [Crd, CrdVersion, readonly string[]][] => {
    const choice = chooseVersion(crd);
    if (choice !== undefined) return [[crd, choice.version, choice.others]];
    const message = `${crd.name} serves no version`;
    context.report(crdProblem("crd/not-served", crd.place, message, "leave it out, or serve one of its versions"));
    return [];
  });
  // The names of the kinds themselves come first, whatever their fields are called.
  const named = nameKinds(
    chosen.map(([crd]) => crd),
    context.typeNames,
  );
  return chosen.map(([crd, version, others], index) => {
    const names = named[index] ?? { base: crd.kind, resource: crd.kind, builder: crd.kind, file: crd.kind };
    return buildModel(crd, version, others, names, context);
  });
}

function buildModel(
  crd: Crd,
  version: CrdVersion,
  others: readonly string[],
  names: CrdNames,
  { typeNames, references, report }: CrdModelContext,
): CrdModel {
  const { schema } = version;
  if (schema === undefined) {
    const message = `${crd.name} describes no fields in its version ${version.name}`;
    report(
      crdProblem(
        "crd/no-schema",
        crd.place,
        message,
        "its builder takes anything; take the CRD with its schema for types",
      ),
    );
  }
  const body = readCrdSchema(schema ?? {}, names.base, {
    names: typeNames,
    isOpen: crd.isOpen || schema === undefined,
    reference: (path) => references.take(crd, path),
    unrepresented(path, what) {
      const place = path === "" ? crd.name : `${path} of ${crd.name}`;
      const hint = "the rest is generated; what is said here, only the API server checks";
      report(crdProblem("crd/unrepresented", crd.place, `${place} has ${what}`, hint));
    },
  });
  const [first, second] = body.fields;
  const hasSpecAlone = first?.name === "spec" && second === undefined && body.open !== true;
  const types = namedTypes(crd.kind, body, () => {});
  return {
    crd,
    names,
    version: version.name,
    others,
    description: typeof schema?.["description"] === "string" ? schema["description"] : undefined,
    body,
    spec: hasSpecAlone ? first : undefined,
    types: types.filter((type) => !isEmpty(type) && !(hasSpecAlone && type === body)),
  };
}

/** Names kinds. Those of one name in several groups are told apart by the groups. */
function nameKinds(crds: readonly Crd[], typeNames: TypeNames): readonly CrdNames[] {
  const files = new Set(["index"]);
  return crds.map((crd) => {
    const others = crds.filter((other) => other !== crd && pascal(other.kind) === pascal(crd.kind));
    const prefix = others.length === 0 ? "" : groupWord(crd.group, others);
    const wanted = `${prefix}${capital(pascal(crd.kind))}`;
    const resource = typeNames.takeFirst(wanted, `${wanted}Resource`);
    const base = typeNames.take(`${wanted}Spec`).slice(0, -"Spec".length) === wanted ? wanted : resource;
    typeNames.take(`${base}Body`);
    const builder = builderName(wanted);
    return { base, resource, builder: typeNames.takeFirst(builder, `${builder}Kind`), file: fileName(wanted, files) };
  });
}

function fileName(name: string, taken: Set<string>): string {
  const wanted = kindWords(name);
  const free = [wanted, `${wanted}-kind`].find((candidate) => !taken.has(candidate)) ?? `${wanted}-${taken.size}`;
  taken.add(free);
  return free;
}

function kindWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase();
}

/** The first label of a group, or all of it where that tells nothing. */
function groupWord(group: string, others: readonly Crd[]): string {
  const [label = ""] = group.split(".");
  const isOwn = others.every((other) => other.group.split(".")[0] !== label);
  return capital(pascal(isOwn ? label : group));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
