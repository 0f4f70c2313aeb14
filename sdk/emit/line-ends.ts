/** The text with the line ends that Sluice writes: Git may check files out with others. */
export function withUnixLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}
