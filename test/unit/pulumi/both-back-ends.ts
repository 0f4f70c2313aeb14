import { parseAllDocuments } from "yaml";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { compileFleet } from "../../../sdk/compile/compile.ts";
import { isRootFile } from "../../../sdk/compile/owner.ts";
import { Reporter } from "../../../sdk/compile/reporter.ts";
import { emitFile, isPrinted } from "../../../sdk/emit/emit-file.ts";
import { type Cluster, fleet } from "../../../sdk/index.ts";
import { marksOf } from "../../../sdk/model/resource.ts";
import { compileCluster } from "../../../sdk/pulumi/compile-cluster.ts";
import { deploy } from "../../../sdk/pulumi/index.ts";
import { inputsOf } from "../../../sdk/pulumi/inputs.ts";
import { objectsOf } from "./recorded-engine.ts";

/** Objects, by who they are. */
export type Objects = Readonly<Record<string, unknown>>;

/** The objects that `sluice build` writes under a cluster's path, as another reader of YAML reads them. Without encrypted ones. */
export function writtenForGit(cluster: Cluster): Objects {
  const { files, diagnostics } = compileFleet(fleet({ ...cluster, decryption: true }), {
    kinds: knownKinds(),
    sealing: () => ({ type: "sealed", config: "" }),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  const texts = files.flatMap((file) => (isRootFile(file) && isPrinted(file) ? emitFile(file) : []));
  return byIdentity(texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS())));
}

/** What `pulumi up` would apply of a cluster that it refuses for the encrypted files at its root. */
export function applicableByPulumi(cluster: Cluster): Objects {
  const resources = compileCluster(cluster, () => false).cluster.resources.filter(
    ({ directory, resource }) => directory === undefined && !marksOf(resource).encryptedFile,
  );
  return byIdentity(resources.map((found) => inputsOf(found, new Reporter())));
}

/** The objects that `pulumi up` applies for a cluster, without what only Pulumi's provider reads. */
export async function appliedByPulumi(cluster: Cluster): Promise<Objects> {
  const registered = await objectsOf(() => deploy(cluster, { repository: "/nowhere", silence: WARNINGS }));
  return byIdentity(registered.map(({ inputs }) => withoutPulumi(inputs)));
}

const WARNINGS = [
  "pulumi/secret-replaced",
  "pulumi/image-policy",
  "directory/stale",
  "namespace/uncreated",
  "reference/unresolved",
] as const;

function withoutPulumi(inputs: Readonly<Record<string, unknown>>): unknown {
  const { annotations, ...metadata }: { readonly annotations?: object } = Object(inputs["metadata"]);
  const own = Object.entries(annotations ?? {}).filter(([key]) => !key.startsWith("pulumi.com/"));
  const rest = own.length === 0 ? {} : { annotations: Object.fromEntries(own) };
  return { ...inputs, metadata: { ...metadata, ...rest } };
}

function byIdentity(objects: readonly unknown[]): Objects {
  return Object.fromEntries(objects.map((object) => [identityOf(object), object]));
}

function identityOf(object: unknown): string {
  const { apiVersion, kind, metadata } = Object(object);
  const { name, namespace = "" } = Object(metadata);
  return `${apiVersion} ${kind} ${namespace}/${name}`;
}
