/** What every object of JavaScript has: TypeScript finds these where an object has no such field of its own. */
const OBJECT_MEMBERS = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** Says whether a field is called like something that every object has. */
export function isObjectMember(name: string): boolean {
  return OBJECT_MEMBERS.has(name);
}
