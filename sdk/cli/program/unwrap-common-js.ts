/** What a compiled CommonJS module exports by default stands one level deeper. */
export function unwrapCommonJs(value: unknown): unknown {
  const isModule = typeof value === "object" && value !== null && "__esModule" in value && "default" in value;
  return isModule ? value.default : value;
}
