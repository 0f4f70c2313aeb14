import { ApiObject, App, Chart, YamlOutputType } from "cdk8s";
import { manifests } from "./manifests.mjs";

const yamlOutputType =
  process.env.BENCH_LAYOUT === "one-file" ? YamlOutputType.FILE_PER_APP : YamlOutputType.FILE_PER_RESOURCE;
const app = new App({ outdir: process.env.BENCH_OUT, yamlOutputType });
const chart = new Chart(app, "fleet");
for (const { apiVersion, kind, metadata, spec } of manifests(Number(process.env.BENCH_OBJECTS))) {
  new ApiObject(chart, `${kind}-${metadata.name}`, { apiVersion, kind, metadata, spec });
}
app.synth();
