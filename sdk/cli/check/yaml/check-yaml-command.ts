import { dirname, join, resolve } from "node:path";
import { FLUX_VERSIONS } from "../../../model/flux-versions.gen.ts";
import type { ParsedArguments, UsageError } from "../../arguments/command.ts";
import { startReporting } from "../../report/reporting.ts";
import type { Round } from "../../watch/watch.ts";
import { checkFindings } from "../report.ts";
import { checkYaml } from "./check-yaml.ts";
import { isFolder, missingInput, STANDARD_INPUT } from "./inputs.ts";

/** Options that say something of a program. */
const OF_PROGRAMS = ["out", "cluster"];

/** `sluice check` of YAML: what the API server would refuse of each object. */
export async function checkYamlCommand(args: ParsedArguments): Promise<number | UsageError> {
  const { positionals } = args;
  const isWatching = args.has("watch");
  const problem = misused(args) ?? missingInput(positionals);
  if (problem !== undefined) return problem;
  const flux = FLUX_VERSIONS.find((version) => version === args.text("flux"));
  const isComplete = args.has("complete");
  const [first = ""] = positionals.filter((argument) => argument !== STANDARD_INPUT);
  const root = resolve(isFolder(first) ? first : dirname(first));
  const check = async (round: number): Promise<Round> => {
    // The configuration that counts for a program there counts for YAML too.
    const reporting = await startReporting({ args, program: join(root, "fleet.ts"), root: process.cwd(), round });
    const found = await checkYaml({ args: positionals, flux, isComplete });
    const files = [...found.watched.files, ...reporting.inputs];
    return {
      type: "checked",
      watched: { ...found.watched, files },
      print: () => reporting.print(checkFindings(found, reporting.palette)),
    };
  };
  if (isWatching) return (await import("../../watch/watch.ts")).watch(check);
  return (await check(1)).print();
}

function misused(args: ParsedArguments): UsageError | undefined {
  if (args.has("watch") && args.positionals.includes(STANDARD_INPUT))
    return { type: "usage", message: "standard input cannot be watched", hint: "name the files instead of -" };
  const option = OF_PROGRAMS.find((name) => args.has(name));
  if (option === undefined) return undefined;
  return { type: "usage", message: `--${option} is for programs`, hint: "leave it out: YAML is checked as it is" };
}
