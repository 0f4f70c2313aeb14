// What a build loads for a program that has Secrets, at once.
export { programSecrets } from "./program-secrets.ts";
export { sealFiles } from "./seal-files.ts";
export { sealedProblems } from "./sealed-problems.ts";
