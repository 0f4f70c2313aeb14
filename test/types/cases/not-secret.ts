// A text that only looks like a secret stands wherever a text may.
import { configMap, external, gitRepository, helmRelease, type NotSecret, notSecret } from "sluice";

const key: NotSecret = notSecret("not-for-everyone", "a key of the demo");

configMap("keys", { data: { key } }, { namespace: "default", annotations: { key } });
gitRepository("demo", { url: notSecret("https://demo:demo-only@git.acme.example/demo", "a demo"), interval: "1h" });
helmRelease("maps", { chartRef: external("OCIRepository", "maps"), interval: "1h", values: { key } });

// @ts-expect-error: why it is no secret has to be said
notSecret("not-for-everyone");
// @ts-expect-error: only a text looks like a secret
notSecret(5, "a number");
