// Identity is static: known when the program runs.
import {
  cluster,
  configMap,
  directory,
  external,
  gitRepository,
  group,
  namespace,
  type ResourceOptions,
  resource,
  serviceAccount,
  substitution,
} from "sluice";
import type { Output } from "./output.ts";

declare const later: Output<string>;
const spec = { url: "https://git.acme.example/fleet", interval: "1m" } as const;

// @ts-expect-error: a name is no deferred value
gitRepository(later, spec);
// @ts-expect-error: nor a namespace
gitRepository("a", spec, { namespace: later });
// @ts-expect-error: nor a substitution, but for one inside a text
gitRepository(substitution("NAME"), spec);
gitRepository(`app-${substitution("NAME")}`, spec);

const home = namespace("home");
gitRepository("a", spec, { namespace: home });
gitRepository("a", spec, { namespace: home.metadata.name });
// @ts-expect-error: not a Namespace
gitRepository("a", spec, { namespace: serviceAccount("home") });
// @ts-expect-error: no such option
gitRepository("a", spec, { nameSpace: "home" });
gitRepository("a", spec, { labels: { team: later }, annotations: { note: "text" }, file: "a.yaml", silence: [] });
const options: ResourceOptions = { namespace: home };
configMap("a", {}, options);

// @ts-expect-error: a name comes first
gitRepository(spec);
// @ts-expect-error: no spec
gitRepository("a");

group({ namespace: home }, [home]);
// @ts-expect-error: not a Namespace
group({ namespace: gitRepository("a", spec) }, []);
// @ts-expect-error: a path is known, too
directory(later, []);
// @ts-expect-error: and a cluster's
cluster("a", { path: later, flux: "2.9", resources: [] });
// @ts-expect-error: and a kind
resource({ apiVersion: "v1", kind: later, metadata: { name: "a" } });
// @ts-expect-error: and the name of an object of any kind
resource({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: later } });
// What exists elsewhere may get its name later.
external("Secret", later);
