import rpc from "@pulumi/pulumi/runtime/rpc.js";

/** What the engine sends: JSON, with words of its own for secrets and for what is not known yet. */
export type Values = Readonly<Record<string, unknown>>;

/** Tells a map from everything else. */
export function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSecret(value: unknown): value is { readonly value: unknown } {
  return isMap(value) && value[rpc.specialSigKey] === rpc.specialSecretSig;
}

/** Makes a value one that the engine encrypts in its state and shows nobody. */
function secretOf(value: unknown): unknown {
  return isSecret(value) ? value : { [rpc.specialSigKey]: rpc.specialSecretSig, value };
}

/** Takes the wrappers of secrets away. */
export function revealed(value: unknown): unknown {
  if (isSecret(value)) return revealed(value.value);
  if (Array.isArray(value)) return value.map(revealed);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revealed(part)]));
}

/** Marks as secret what was secret in the inputs, and always what a Secret holds: the provider does so whatever it is given. */
export function withSecrets(values: Values, inputs: Values): Values {
  const isSecretKind = values["kind"] === "Secret";
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (isSecretKind && (key === "data" || key === "stringData")) return [key, secretOf(value)];
      const input = inputs[key];
      if (isMap(value) && isMap(input) && !isSecret(input)) return [key, withSecrets(value, input)];
      return [key, holdsSecret(input) ? secretOf(value) : value];
    }),
  );
}

function holdsSecret(value: unknown): boolean {
  if (isSecret(value)) return true;
  return Object.values(isMap(value) || Array.isArray(value) ? value : {}).some(holdsSecret);
}
