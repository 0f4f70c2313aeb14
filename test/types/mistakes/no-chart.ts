import { helmRelease } from "sluice";

helmRelease("podinfo", { interval: "30m", values: { replicaCount: 2 } });
