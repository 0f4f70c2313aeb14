import { external, helmRelease } from "sluice";

helmRelease("podinfo", { chartRef: external("OCIRepository", "podinfo") });
