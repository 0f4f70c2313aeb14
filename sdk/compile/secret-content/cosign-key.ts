import { pemBlocks } from "../../model/keys/pem.ts";
import { publicKeyInfo } from "../../model/keys/public-key.ts";
import { pemTrouble } from "./pem-trouble.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

const WANTED = 'the public key in PEM, as "cosign public-key --key cosign.key" prints it';

/** Reads a public key of cosign: one block of PEM. */
export function checkCosignKey(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const [block] = pemBlocks(text);
  if (!block) return { key, ...pemTrouble(text, WANTED) };
  if (block.label.endsWith("PRIVATE KEY")) {
    return { key, message: "holds a private key, which is not to be in the cluster", hint: `give ${WANTED}` };
  }
  if (block.label === "RSA PUBLIC KEY") return undefined;
  if (block.label === "PUBLIC KEY" && publicKeyInfo(block.bytes)) return undefined;
  return { key, message: "holds no public key", hint: `give ${WANTED}` };
}
