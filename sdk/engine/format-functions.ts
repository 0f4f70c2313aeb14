import { Optional } from "@marcbachmann/cel-js";
import { Unsure } from "./stops.ts";

/** Stands for the name of the functions that give formats. */
export class FormatNamespace {}

/** A format of texts. */
export class Format {
  readonly accepts: (text: string) => boolean;

  constructor(accepts: (text: string) => boolean) {
    this.accepts = accepts;
  }
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** The formats of Kubernetes' names that the API server's rules may ask for. Their messages are not looked at. */
const FORMATS: Readonly<Record<string, Format>> = {
  dns1123Label: new Format((text) => text.length <= 63 && LABEL.test(text)),
  dns1123Subdomain: new Format((text) => text.length <= 253 && text.split(".").every((label) => LABEL.test(label))),
  dns1035Label: new Format((text) => text.length <= 63 && LABEL.test(text) && /^[a-z]/.test(text)),
  labelValue: new Format((text) => text.length <= 63 && VALUE.test(text)),
};

/** Functions on formats that the API server has and cel-js has not. */
export const FORMAT_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  ...Object.fromEntries(
    Object.entries(FORMATS).map(([name, format]) => [`FormatNamespace.${name}(): Format`, () => format]),
  ),
  "Format.validate(string): optional<dyn>": validate,
};

/** The API server gives the mistakes, in words that are not known here. */
function validate({ accepts }: Format, text: string): Optional {
  // Lengths are counted in bytes.
  if (!/^[ -~]*$/.test(text)) throw new Unsure("a text of other letters");
  return accepts(text) ? Optional.none() : Optional.of(["wrong"]);
}
