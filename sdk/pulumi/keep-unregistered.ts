import { runtime } from "@pulumi/pulumi";

/**
 * Keeps the engine from deleting what this run has not registered. A program says that it is through, and the engine deletes the rest:
 * the Automation API says so even after an error that kept resources from being registered, and only then that there was one.
 * `pulumi up` does not.
 *
 * @param error Why something is not registered.
 */
export function keepUnregistered(error: Error): void {
  const monitor = runtime.getMonitor();
  const refuse = (_request: unknown, answer: (error: Error) => void): void => answer(error);
  if (monitor !== undefined) Reflect.set(monitor, "signalAndWaitForShutdown", refuse);
}
