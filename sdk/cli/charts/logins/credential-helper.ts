import type { Environment } from "../../secrets/read-secret.ts";
import { runProgram } from "../run-program.ts";
import type { RegistryLogin } from "./registry-logins.ts";

/** A program that reads a key ring. In milliseconds. */
const PATIENCE = 30_000;

/** Asks a helper of Docker's for the login of a registry. One that knows none, or that is not there, gives none. */
export async function askCredentialHelper(
  name: string,
  registry: string,
  environment: Environment,
): Promise<RegistryLogin | undefined> {
  // Its name is a part of a program's, and no path.
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return undefined;
  const { status, stdout } = await runProgram(`docker-credential-${name}`, ["get"], {
    environment,
    input: registry,
    patience: PATIENCE,
  });
  if (status !== 0) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(stdout);
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null || !("Username" in data) || !("Secret" in data)) return undefined;
  const { Username: username, Secret: password } = data;
  if (typeof username !== "string" || typeof password !== "string" || password === "") return undefined;
  return username === "<token>" ? { type: "refresh", token: password } : { type: "password", username, password };
}
