const BRAND = /^[a-z]+\/\d+$/;

/**
 * Says whether an object is a value of Sluice's: a resource, a directory, … of this or another version. Data may have a field
 * of that name too (a chart's values, for one), but not with such a text in it.
 */
export function hasBrand(value: object): boolean {
  return "sluice" in value && typeof value.sluice === "string" && BRAND.test(value.sluice);
}
