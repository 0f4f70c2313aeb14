import { external, helmRelease, type Input } from "sluice";

interface PodinfoValues {
  readonly ingress?: PodinfoIngress | null | undefined;
}

interface PodinfoIngress {
  readonly hosts?: Input<readonly PodinfoIngressHosts[]> | null | undefined;
}

interface PodinfoIngressHosts {
  readonly host?: Input<string> | null | undefined;
  readonly paths?: Input<readonly PodinfoIngressHostsPaths[]> | null | undefined;
}

interface PodinfoIngressHostsPaths {
  readonly path?: Input<string> | null | undefined;
  readonly pathType?: Input<string> | null | undefined;
}

helmRelease<PodinfoValues>("podinfo", {
  interval: "30m",
  chartRef: external("OCIRepository", "podinfo"),
  values: {
    ingress: {
      hosts: [
        { host: "a.example.com" },
        {
          host: "b.example.com",
          paths: [{ path: "/", pathTipe: "Prefix" }],
        },
      ],
    },
  },
});
