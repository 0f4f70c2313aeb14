/** Strings, in which braces end nothing, and the end of an action. */
const PARTS = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|-?\}\}/g;

/** The actions of a template, the texts between `{{` and `}}`, as they come. Comments are left out. */
export function actionsOf(template: string): readonly string[] {
  const actions: string[] = [];
  let from = template.indexOf("{{");
  while (from >= 0) {
    const start = from + 2;
    const end = endOf(template, start);
    if (end === undefined) break;
    const action = template.slice(start, end.at).replace(/^-/, "").trim();
    if (!action.startsWith("/*")) actions.push(action);
    from = template.indexOf("{{", end.behind);
  }
  return actions;
}

function endOf(template: string, start: number): { readonly at: number; readonly behind: number } | undefined {
  PARTS.lastIndex = start;
  for (let part = PARTS.exec(template); part !== null; part = PARTS.exec(template)) {
    if (part[0].endsWith("}}") && !/^["`/]/.test(part[0])) return { at: part.index, behind: PARTS.lastIndex };
  }
  return undefined;
}
