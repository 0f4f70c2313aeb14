import { satisfies } from "../../../charts/version-range.ts";
import { chartGetter } from "../../charts/get-chart.ts";
import { fetchSchema } from "./fetch-schema.ts";
import type { MakeOptions } from "./make-values.ts";
import type { ValuesRequest } from "./values-request.ts";

/** Where a run gets charts from, and what their schemas refer to. */
export function chartSources({
  root,
  resolutions,
}: Pick<ValuesRequest, "root" | "resolutions">): Pick<MakeOptions, "get" | "satisfies" | "fetchText"> {
  return {
    get: chartGetter({ root, environment: process.env }),
    satisfies,
    fetchText: (address) => fetchSchema(address, resolutions),
  };
}
