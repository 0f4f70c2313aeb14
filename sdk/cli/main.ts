#!/usr/bin/env node
// The command. It loads as little as it can: what a command needs is imported once it is known which one it is.
import { endWith } from "./exit.ts";

const args = process.argv.slice(2);
if (args[0] === "--version" || args[0] === "-v") {
  const { ownVersion } = await import("../places/own-package.ts");
  process.stdout.write(`${ownVersion()}\n`);
} else {
  const { run } = await import("./run.ts");
  await endWith(() => run(args));
}
