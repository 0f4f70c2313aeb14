// What the commands on Secrets have in common with each other is more than what they do not: they are loaded as one.
export { initSecretsCommand } from "./init-command.ts";
export { listCommand } from "./list-command.ts";
export { rotateCommand } from "./rotate-command.ts";
