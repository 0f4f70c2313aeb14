/** A field's name as a part of a type's name: `x-odd name` as `XOddName`. */
export function pascal(name: string): string {
  const words = name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return words.replace(/[^A-Za-z0-9]+/g, "");
}
