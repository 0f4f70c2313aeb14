/** A folder of module files beside this file. Programs of one module share what they compile. */
export type ModuleName = "cluster" | "helm" | "kwok" | "pulumi";

/** A program that the lab runs. */
export interface Component {
  readonly name: string;
  readonly module: ModuleName;
  readonly package: string;
  /** Not built unless it is asked for by its name. */
  readonly onRequest?: true;
  /** Names the variables in which the program keeps its own version, given the version that the module file pins. */
  readonly stamp?: (version: string) => Readonly<Record<string, string>>;
}

const FLUX = "github.com/fluxcd";
const KUBERNETES = "k8s.io/kubernetes/cmd";

/** In the order in which they are built: what compiles most for those after it comes first. */
export const COMPONENTS: readonly Component[] = [
  { name: "etcd", module: "cluster", package: "go.etcd.io/etcd/server/v3" },
  kubernetes("kube-apiserver"),
  kubernetes("kube-controller-manager"),
  kubernetes("kube-scheduler"),
  controller("source-controller"),
  controller("kustomize-controller"),
  controller("helm-controller"),
  controller("notification-controller"),
  controller("image-reflector-controller"),
  controller("image-automation-controller"),
  {
    name: "flux",
    module: "cluster",
    package: `${FLUX}/flux2/v2/cmd/flux`,
    stamp: (version) => ({ "main.VERSION": version.slice(1) }),
  },
  { name: "kustomize", module: "cluster", package: "sigs.k8s.io/kustomize/kustomize/v5" },
  { name: "sops", module: "cluster", package: "github.com/getsops/sops/v3/cmd/sops" },
  { name: "age-keygen", module: "cluster", package: "filippo.io/age/cmd/age-keygen" },
  { name: "git-ssh", module: "cluster", package: "./git-ssh" },
  { name: "helm-values", module: "helm", package: "./" },
  { name: "kwok", module: "kwok", package: "sigs.k8s.io/kwok/cmd/kwok" },
  {
    name: "pulumi",
    module: "pulumi",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    // Its Automation API refuses a program without a version.
    stamp: (version) => ({ "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": version }),
  },
  { ...kubernetes("kubectl"), onRequest: true },
];

/** The modules whose folder `config/crd/bases` holds the CRDs of a controller. */
export const CRD_OWNERS: readonly string[] = COMPONENTS.filter(({ package: path }) => path.endsWith("-controller")).map(
  ({ package: path }) => path,
);

function controller(name: string): Component {
  return { name, module: "cluster", package: `${FLUX}/${name}` };
}

/** Helm and `flux check` stumble over a server that does not know its version. */
function kubernetes(name: string): Component {
  const variable = "k8s.io/component-base/version";
  return {
    name,
    module: "cluster",
    package: `${KUBERNETES}/${name}`,
    stamp: (version) => {
      const [major = "", minor = ""] = version.slice(1).split(".");
      return {
        [`${variable}.gitVersion`]: version,
        [`${variable}.gitMajor`]: major,
        [`${variable}.gitMinor`]: minor,
        [`${variable}.gitTreeState`]: "clean",
      };
    },
  };
}
