/**
 * Makes a function that computes its value when it is first asked for it, and then gives the same one.
 *
 * @internal
 */
// @__NO_SIDE_EFFECTS__
export function once<Value>(compute: () => Value): () => Value {
  let computed: { readonly value: Value } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}
