// The fleet of the measurements as a user of Sluice writes it: builders, and resources in the places of names.
import process from "node:process";
import {
  cluster,
  external,
  fleet,
  gitRepository,
  helmRelease,
  helmRepository,
  kustomization,
  ociRepository,
  type Resource,
  type ResourceOptions,
} from "sluice";
import { BLOCK, block, type PlainMetadata } from "./manifests.ts";

const objects = Number(process.env["BENCH_OBJECTS"]);
const inOneFile = process.env["BENCH_LAYOUT"] === "one-file";

const ssh = external("Secret", "platform-ssh");
const credentials = external("Secret", "charts-credentials");
const cosign = external("Secret", "cosign-keys");

const resources: Resource[] = [];
for (let number = 0; number < objects / BLOCK; number++) {
  const plain = block(number);
  const platform = gitRepository(...given(plain.platform, { secretRef: ssh }));
  const addons = gitRepository(...given(plain.addons, { secretRef: ssh }));
  const charts = helmRepository(...given(plain.charts, { secretRef: credentials }));
  const images = ociRepository(...given(plain.images, { verify: { ...plain.images.spec.verify, secretRef: cosign } }));
  const infrastructure = kustomization(...given(plain.infrastructure, { sourceRef: platform, dependsOn: [] }));
  const configuration = kustomization(
    ...given(plain.configuration, { sourceRef: addons, dependsOn: [infrastructure] }),
  );
  const applications = kustomization(
    ...given(plain.applications, { sourceRef: platform, dependsOn: [infrastructure, configuration] }),
  );
  const web = helmRelease(
    ...given(plain.web, { chart: { spec: { ...plain.web.spec.chart.spec, sourceRef: charts } } }),
  );
  const api = helmRelease(
    ...given(plain.api, { chart: { spec: { ...plain.api.spec.chart.spec, sourceRef: charts } } }),
  );
  const worker = helmRelease(...given(plain.worker, { chartRef: images }));
  resources.push(platform, addons, charts, images, infrastructure, configuration, applications, web, api, worker);
}

export default fleet(
  cluster("bench", {
    path: "clusters/bench",
    flux: "2.9",
    resources,
    ...(inOneFile ? { layout: () => "fleet.yaml" } : {}),
  }),
);

/** The arguments of a builder: a plain object's, with resources in the places of the names. */
function given<Spec extends object, References extends object>(
  { metadata, spec }: { readonly metadata: PlainMetadata; readonly spec: Spec },
  references: References,
): [string, Omit<Spec, keyof References> & References, ResourceOptions] {
  const { name, namespace, labels, annotations } = metadata;
  return [name, { ...spec, ...references }, { namespace, labels, annotations }];
}
