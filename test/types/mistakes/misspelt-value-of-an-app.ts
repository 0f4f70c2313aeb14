import { app, fluxSystem, type Input } from "sluice";

interface PodinfoValues {
  readonly image?: PodinfoImage | null | undefined;
}

interface PodinfoImage {
  readonly repository?: Input<string> | null | undefined;
}

app<PodinfoValues>("podinfo", {
  path: "apps/podinfo",
  interval: "30m",
  chart: { url: "oci://registry.acme.example/podinfo" },
  release: { values: { image: { respository: "registry.acme.example/podinfo" } } },
  sync: { sourceRef: fluxSystem, prune: true },
});
