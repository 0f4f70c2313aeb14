import { Environment } from "@marcbachmann/cel-js";
import { LIST_FUNCTIONS } from "./list-functions.ts";
import { QUANTITY_FUNCTIONS, Quantity } from "./quantity-functions.ts";
import { TEXT_FUNCTIONS } from "./text-functions.ts";
import { RuleUrl, URL_FUNCTIONS } from "./url-functions.ts";
import { VALUE_FUNCTIONS } from "./value-functions.ts";

/** Stands for the name of the functions on sets. */
class SetsNamespace {}

/** CEL as far as the API server's is known here. */
export function kubernetesCel(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  environment.registerType("Quantity", Quantity);
  environment.registerType("URL", RuleUrl);
  environment.registerType("SetsNamespace", SetsNamespace);
  environment.registerConstant("sets", "SetsNamespace", new SetsNamespace());
  for (const functions of [VALUE_FUNCTIONS, TEXT_FUNCTIONS, LIST_FUNCTIONS, QUANTITY_FUNCTIONS, URL_FUNCTIONS]) {
    for (const [signature, handler] of Object.entries(functions)) {
      // The library hands over what the signature says.
      environment.registerFunction(signature, handler as (...parameters: unknown[]) => unknown);
    }
  }
  return environment;
}
