import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { kubernetes } from "./kubernetes.ts";

/**
 * Makes a namespace that no other test has.
 *
 * @param atTheEnd When it goes; nobody waits for it. Default: when the test is over. For a whole file: `afterAll`.
 */
export async function newNamespace(
  prefix = "test",
  atTheEnd: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const name = `${prefix}-${randomBytes(4).toString("hex")}`;
  const cluster = kubernetes();
  await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
  atTheEnd(() => cluster.delete({ apiVersion: "v1", kind: "Namespace", name }));
  return name;
}
