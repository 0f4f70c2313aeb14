import type { Command } from "./arguments/command.ts";
import { BUILD } from "./build/spec.ts";
import { CHECK } from "./check/spec.ts";
import { COMPLETION } from "./completion/spec.ts";
import { EXPLAIN, EXPLAIN_VALUES } from "./explain/spec.ts";
import { GENERATE_CRD, GENERATE_VALUES } from "./generate/spec.ts";
import { INIT } from "./init/spec.ts";
import { PLUGIN_INSTALL, PLUGIN_UNINSTALL } from "./plugin/spec.ts";
import { SECRETS_INIT, SECRETS_LIST, SECRETS_ROTATE } from "./secrets/spec.ts";

/** Every command, in the order of the help. A command's own modules are imported when it runs. */
export const COMMANDS: readonly Command[] = [
  { spec: BUILD, load: async () => (await import("./build/build-command.ts")).buildCommand },
  { spec: CHECK, load: async () => (await import("./check/check-command.ts")).checkCommand },
  // In front of the command that is its first word.
  {
    spec: EXPLAIN_VALUES,
    load: async () => (await import("./explain/values/explain-values-command.ts")).explainValuesCommand,
    candidates: async (current) => (await import("./explain/values/value-candidates.ts")).valueCandidates(current),
  },
  {
    spec: EXPLAIN,
    load: async () => (await import("./explain/explain-command.ts")).explainCommand,
    candidates: async (current) => (await import("./explain/explain-candidates.ts")).explainCandidates(current),
  },
  {
    spec: GENERATE_CRD,
    load: async () => (await import("./generate/generate-crd-command.ts")).generateCrdCommand,
  },
  {
    spec: GENERATE_VALUES,
    load: async () => (await import("./generate/generate-values-command.ts")).generateValuesCommand,
  },
  { spec: INIT, load: async () => (await import("./init/init-command.ts")).initCommand },
  { spec: SECRETS_INIT, load: async () => (await import("./secrets/commands.ts")).initSecretsCommand },
  { spec: SECRETS_LIST, load: async () => (await import("./secrets/commands.ts")).listCommand },
  { spec: SECRETS_ROTATE, load: async () => (await import("./secrets/commands.ts")).rotateCommand },
  {
    spec: PLUGIN_INSTALL,
    load: async () => (await import("./plugin/plugin-command.ts")).installCommand,
    isOfThisCopy: true,
  },
  {
    spec: PLUGIN_UNINSTALL,
    load: async () => (await import("./plugin/plugin-command.ts")).uninstallCommand,
    isOfThisCopy: true,
  },
  { spec: COMPLETION, load: async () => (await import("./completion/completion-command.ts")).completionCommand },
];
