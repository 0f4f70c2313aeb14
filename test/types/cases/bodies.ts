// Objects whose fields stand beside the metadata, and objects of any kind.
import { configMap, encryptedFile, external, namespace, type Resource, resource, secret, serviceAccount } from "sluice";

export const settings: Resource<"ConfigMap"> = configMap("settings", { data: { region: "eu" }, immutable: true });
configMap("settings", { binaryData: { logo: "aGk=" } }, { namespace: "home", labels: { team: "web" } });
// @ts-expect-error: no such field
configMap("settings", { region: "eu" });
// @ts-expect-error: values of a ConfigMap are text
configMap("settings", { data: { replicas: 3 } });

export const home: Resource<"Namespace"> = namespace("home");
namespace("home", {}, { labels: { "pod-security.kubernetes.io/enforce": "restricted" } });
// @ts-expect-error: labels are an option
namespace("home", { labels: { team: "web" } });

const token = secret("token", { type: "Opaque", stringData: { token: "t" } });
// @ts-expect-error: values of a Secret are text
secret("token", { stringData: { token: 1 } });
export const sealed: Resource<"Secret"> = encryptedFile("token", "secrets/token.yaml", { namespace: "home" });
// @ts-expect-error: its labels are those in the file
encryptedFile("token", "secrets/token.yaml", { labels: { team: "web" } });

serviceAccount("deployer");
serviceAccount("deployer", { imagePullSecrets: [token, external("Secret", "registry"), { name: "registry" }] });
// @ts-expect-error: not a Secret
serviceAccount("deployer", { imagePullSecrets: [settings] });

// resource() keeps the kind and asks for what every object has.
const deployment: Resource<"Deployment"> = resource({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "home", labels: { app: "web" } },
  spec: { replicas: 1, template: { spec: { serviceAccountName: external("ServiceAccount", "web") } } },
});
// @ts-expect-error: another kind
export const pod: Resource<"Pod"> = deployment;
// @ts-expect-error: no kind
resource({ apiVersion: "v1", metadata: { name: "a" } });
// @ts-expect-error: no apiVersion
resource({ kind: "Pod", metadata: { name: "a" } });
// @ts-expect-error: no name
resource({ apiVersion: "v1", kind: "Pod", metadata: { generateName: "a-" } });

// An object of another typed library: an interface, with more metadata than Sluice writes itself.
interface ForeignPod {
  apiVersion: "v1";
  kind: "Pod";
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; finalizers?: string[] };
  spec?: { containers: { name: string; image?: string }[] };
}
declare const foreign: ForeignPod;
export const made: Resource<"Pod"> = resource(foreign);
