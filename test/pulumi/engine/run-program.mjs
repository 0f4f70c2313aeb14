// Runs a program in a process of its own, as Pulumi does, with one operation on a stack: modules are loaded once in a process, so
// a program that is imported runs once. The packages are those that the program itself finds.
//
// It reads one line of JSON: { program, operation, stack: { project, name, folder, root, environment, config } }, and writes one of
// the engine's events and messages: { events, output, error?, outputs }.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { program, operation, stack: settings } = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(program);
const { LocalWorkspace, PulumiCommand } = require("@pulumi/pulumi/automation");
// As Pulumi's own host does: from then on, Node prints no stack itself.
createRequire(require.resolve("@pulumi/pulumi"))("source-map-support").install();

const { project, name, folder, root, environment, config } = settings;
const stack = await LocalWorkspace.createOrSelectStack(
  { projectName: project, stackName: name, program: async () => ({ ...(await import(pathToFileURL(program))) }) },
  {
    workDir: `${folder}/project`,
    pulumiHome: `${folder}/home`,
    pulumiCommand: await PulumiCommand.get({ root }),
    projectSettings: { name: project, runtime: "nodejs", backend: { url: `file://${folder}/state` } },
    envVars: environment,
  },
);
await stack.setAllConfig(config);
const events = [];
const output = [];
const how = { color: "never", onEvent: (event) => events.push(event), onOutput: (text) => output.push(text) };
let error;
try {
  await stack[operation](how);
} catch (reason) {
  error = String(reason);
}
process.stdout.write(`${JSON.stringify({ events, output, error, outputs: await stack.outputs() })}\n`);
process.exit(0);
