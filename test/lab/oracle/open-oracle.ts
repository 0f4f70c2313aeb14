import { afterAll } from "vitest";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import { type Oracle, oracleOf } from "./oracle.ts";

/** Gives an oracle over the lab's API server, for a file of tests: to be called in `beforeAll`. */
export async function openOracle(): Promise<Oracle> {
  return oracleOf(kubernetes(), await newNamespace("oracle", afterAll));
}
