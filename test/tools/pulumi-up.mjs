// Runs a Pulumi program of the current folder with mocks in the place of the engine, and prints what `pulumi up` would show of its
// warnings and errors: index.ts, or the one that is named last. With "preview", what is known only once objects are made is not known,
// and kubeconfig.json names an API server that serves no kinds but Kubernetes' own. With "names", the names of what was registered are
// printed.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { RunError, runtime } from "@pulumi/pulumi";

const isPreview = process.argv[2] === "preview";
const uncaught = new Set();

for (const level of ["info", "warn", "error"]) {
  console[level] = (text) => process.stderr.write(`${String(text).replace("[runtime] ", "")}\n`);
}

/** Pulumi's own: every error once, and the stack of those that are no RunError. */
function report(error) {
  if (uncaught.has(error)) return;
  uncaught.add(error);
  process.exitCode = 1;
  process.stderr.write(
    `error: ${RunError.isInstance(error) ? error.message : `unhandled: ${error?.stack ?? error}`}\n`,
  );
}

process.on("uncaughtException", report);
process.on("unhandledRejection", report);

if (isPreview) {
  const server = createServer((_request, response) => response.writeHead(404).end()).unref();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const named = (field, value) => [{ name: "only", [field]: value }];
  const kubeconfig = {
    "current-context": "only",
    contexts: named("context", { cluster: "only", user: "only" }),
    clusters: named("cluster", { server: `http://127.0.0.1:${server.address().port}` }),
    users: named("user", { token: "any" }),
  };
  writeFileSync("kubeconfig.json", JSON.stringify(kubeconfig));
}

await runtime.setMocks(
  {
    newResource: ({ name, type, inputs }) => {
      if (process.argv[2] === "names") process.stdout.write(`${type} ${name}\n`);
      // The provider names what the program does not.
      const state = type.startsWith("kubernetes:") ? { ...inputs, metadata: { name, ...inputs.metadata } } : inputs;
      return { id: isPreview ? undefined : `${name}-id`, state };
    },
    call: () => ({}),
  },
  "project",
  "stack",
  isPreview,
);
try {
  await import(pathToFileURL(join(process.cwd(), process.argv[3] ?? "index.ts")).href);
  await runtime.disconnect();
} catch (error) {
  report(error);
}
