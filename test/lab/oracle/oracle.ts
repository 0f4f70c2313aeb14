import type { ApiServer } from "../cluster/api-server.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { resourcePaths } from "../cluster/resource-paths.ts";
import { readRefusal, type Verdict } from "./verdict.ts";

/** Asks a real API server whether it would keep documents. Nothing is kept. */
export interface Oracle {
  verdict(document: KubeObject): Promise<Verdict>;
  /** The verdicts in the documents' order. */
  verdicts(documents: readonly KubeObject[]): Promise<readonly Verdict[]>;
}

/** As many requests as are under way at once: enough to keep a server busy, too few for it to refuse any. */
const AT_ONCE = 16;

const DRY_RUN = "dryRun=All&fieldValidation=Strict";

/**
 * Makes an oracle.
 *
 * @param namespace One that exists. Every namespaced document is asked for there, whatever namespace it names, so that no namespace
 * has to be made; that the name would do for a namespace is asked as well. (Only an Event, which names its namespace twice, cannot
 * be judged this way.)
 */
export function oracleOf(server: ApiServer, namespace: string): Oracle {
  const paths = resourcePaths(server);
  const namespaces = new Map<string, Promise<Verdict>>();

  const ask = async (path: string, document: KubeObject): Promise<Verdict> => {
    const { status, body } = await server.request("POST", `${path}?${DRY_RUN}`, document);
    if (status === 200 || status === 201 || status === 202) {
      // It is the document, completed.
      return { accepted: true, object: body as KubeObject };
    }
    const refusal = readRefusal(body);
    // The server looks for another object of that name after everything else was found right.
    if (status === 409 && refusal.reason === "AlreadyExists") return { accepted: true };
    if (status === 429 || status >= 500) throw new Error(`the API server answers ${status}: ${JSON.stringify(body)}`);
    return refusal;
  };

  const askForNamespace = (name: string): Promise<Verdict> => {
    const known = namespaces.get(name);
    if (known) return known;
    const asked = ask("/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name } });
    namespaces.set(name, asked);
    return asked;
  };

  const verdict = async (document: KubeObject): Promise<Verdict> => {
    const { apiVersion, kind, metadata } = document;
    const [path, clusterPath] = [await paths.ofKind(apiVersion, kind, namespace), await paths.ofKind(apiVersion, kind)];
    if (path === undefined) {
      const message = `the server has no ${kind} of ${apiVersion}`;
      return { accepted: false, reason: "NotServed", causes: [{ path: "kind", reason: "NotServed", message }] };
    }
    if (path === clusterPath) return ask(path, document);
    const ofNamespace = metadata.namespace === undefined ? undefined : await askForNamespace(metadata.namespace);
    if (ofNamespace?.accepted === false) {
      const causes = ofNamespace.causes.map((cause) => ({ ...cause, path: "metadata.namespace" }));
      return { ...ofNamespace, causes };
    }
    return ask(path, { ...document, metadata: { ...metadata, namespace } });
  };

  return {
    verdict,
    verdicts: async (documents) => {
      const verdicts: Verdict[] = [];
      let next = 0;
      const work = async (): Promise<void> => {
        for (let index = next++; index < documents.length; index = next++) {
          const document = documents[index];
          if (document) verdicts[index] = await verdict(document);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return verdicts;
    },
  };
}
