/** The width that texts are broken to. */
const WIDTH = 100;

/** Breaks a text into lines that leave room for what stands before them. */
export function brokenText(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
