import { Environment } from "@marcbachmann/cel-js";
import { ADDRESS_FUNCTIONS, Cidr, IpAddress } from "./address-functions.ts";
import { FORMAT_FUNCTIONS, Format, FormatNamespace } from "./format-functions.ts";
import { LIST_FUNCTIONS } from "./list-functions.ts";
import { QUANTITY_FUNCTIONS, Quantity } from "./quantity-functions.ts";
import { sameValue } from "./same-value.ts";
import { SEMVER_FUNCTIONS, Semver } from "./semver-functions.ts";
import { TEXT_FUNCTIONS } from "./text-functions.ts";
import { RuleUrl, URL_FUNCTIONS } from "./url-functions.ts";
import { VALUE_FUNCTIONS } from "./value-functions.ts";

/** Stands for the name of the functions on sets. */
class SetsNamespace {}

/** The types that cel-js has not, by the names that signatures use. */
const TYPES = { CIDR: Cidr, Format, FormatNamespace, IP: IpAddress, Quantity, Semver, SetsNamespace, URL: RuleUrl };

const FUNCTIONS = {
  ...ADDRESS_FUNCTIONS,
  ...FORMAT_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...QUANTITY_FUNCTIONS,
  ...SEMVER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...URL_FUNCTIONS,
  ...VALUE_FUNCTIONS,
};

/** CEL as far as the API server's is known here. */
export function kubernetesCel(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  environment.registerFunction("sameValue(dyn, dyn): bool", sameValue(environment));
  for (const [name, type] of Object.entries(TYPES)) environment.registerType(name, type);
  environment.registerConstant("sets", "SetsNamespace", new SetsNamespace());
  environment.registerConstant("format", "FormatNamespace", new FormatNamespace());
  for (const [signature, handler] of Object.entries(FUNCTIONS)) {
    // The library hands over what the signature says.
    environment.registerFunction(signature, handler as (...parameters: unknown[]) => unknown);
  }
  return environment;
}
