import { type Body, definitionsIn, keywordOf, readBody } from "./definitions.ts";
import { CHOICES, DIGESTS, LOOKS, TESTS } from "./functions.ts";
import { below, hasRoot, joined, type Meaning, meaningKey, pathsOf, ROOT, UNKNOWN } from "./meaning.ts";
import { type Command, type Operand, type Pipeline, readPipeline } from "./pipeline.ts";
import type { Token } from "./tokens.ts";

/** What a template does with values. */
export interface ValueUse {
  readonly path: readonly string[];
  /** `read`: the key is known. `whole`: all of it is handed on. `look`: it is asked what it is. */
  readonly use: "read" | "whole" | "look";
}

/** Templates of other charts in the archive, which can be called, and do not work on these values where they are not. */
export interface OtherTemplates {
  readonly definitions: ReadonlyMap<string, Body>;
  /** Whether a chart is missing whose templates could be called too. */
  readonly isPartial: boolean;
}

const NO_OTHERS: OtherTemplates = { definitions: new Map(), isPartial: false };

/** Templates that call each other deeper than this are not followed, */
const DEEPEST = 8;
/** nor are more calls than this, of which the largest charts have a tenth. */
const MOST_CALLS = 20_000;

/**
 * Finds what templates read of `.Values`. What is handed on whole, to a function or a loop, may have any keys that its receiver knows;
 * other templates are followed into. Whatever is not understood counts as handed on.
 */
export function findValueUses(templates: readonly string[], others: OtherTemplates = NO_OTHERS): readonly ValueUse[] {
  const bodies = templates.map(readBody);
  const walk = new Walk(definitionsIn(bodies), others);
  for (const body of bodies) walk.run(body, ROOT, 0);
  return [...walk.uses.values()];
}

interface Scope {
  readonly dot: Meaning;
  readonly variables: Map<string, Meaning>;
}

class Walk {
  /** Each use once, by itself as text. */
  readonly uses = new Map<string, ValueUse>();
  readonly #definitions: ReadonlyMap<string, Body>;
  readonly #others: OtherTemplates;
  readonly #followed = new Set<string>();

  constructor(definitions: ReadonlyMap<string, Body>, others: OtherTemplates) {
    this.#definitions = definitions;
    this.#others = others;
  }

  /** Walks through a template that is given a meaning. */
  run(body: Body, dot: Meaning, depth: number): void {
    new BodyWalk(this, dot, depth).run(body);
  }

  note(meaning: Meaning, use: ValueUse["use"]): void {
    for (const path of pathsOf(meaning)) this.#add(path, use);
  }

  readonly read = (path: readonly string[]): void => this.#add(path, "read");

  /** Follows a call of another template. */
  call(name: Operand | undefined, argument: Meaning, depth: number): void {
    const own = name?.is === "text" ? this.#definitions.get(name.value) : undefined;
    const body = own ?? (name?.is === "text" ? this.#others.definitions.get(name.value) : undefined);
    // What stands in a chart that is not here may read what it likes.
    const isAbsent = name?.is === "text" && body === undefined && this.#others.isPartial;
    if (isAbsent && hasRoot(argument)) this.#add([], "whole");
    // What begins with the root is walked through anyway, in the chart itself.
    const isWalked = argument.parts === undefined && argument.paths.length === 0;
    if (isWalked && (body === own || argument.isRoot !== true)) return;
    if (name?.is !== "text" || body === undefined || depth >= DEEPEST || this.#followed.size >= MOST_CALLS) {
      this.note(argument, "whole");
      return;
    }
    const call = `${name.value} ${meaningKey(argument)}`;
    if (this.#followed.has(call)) return;
    this.#followed.add(call);
    this.run(body, argument, depth + 1);
  }

  #add(path: readonly string[], use: ValueUse["use"]): void {
    this.uses.set(`${use} ${JSON.stringify(path)}`, { path, use });
  }
}

class BodyWalk {
  readonly #walk: Walk;
  readonly #depth: number;
  readonly #scopes: Scope[];

  constructor(walk: Walk, dot: Meaning, depth: number) {
    this.#walk = walk;
    this.#depth = depth;
    this.#scopes = [{ dot, variables: new Map([["$", dot]]) }];
  }

  run(body: Body): void {
    for (const tokens of body) this.#action(tokens);
  }

  #action(tokens: readonly Token[]): void {
    const rest = tokens.slice(1);
    switch (keywordOf(tokens)) {
      case "end":
        if (this.#scopes.length > 1) this.#scopes.pop();
        return;
      case "else":
        this.#else(rest);
        return;
      case "if":
        this.#open(this.#scope.dot);
        this.#assigned(rest, this.#scope);
        return;
      case "with":
        this.#open(this.#scope.dot);
        this.#replaceDot(this.#assigned(rest, this.#scope));
        return;
      case "range":
        this.#range(rest);
        return;
      case "define":
        this.#scopes.push({ dot: ROOT, variables: new Map([["$", ROOT]]) });
        return;
      case "block":
      case "template": {
        const [name, ...argument] = rest;
        this.#walk.call(name?.is === "text" ? name : undefined, this.#meaning(argument, this.#scope), this.#depth);
        if (keywordOf(tokens) === "block") this.#scopes.push({ dot: UNKNOWN, variables: new Map() });
        return;
      }
      default:
        if (isAssignment(tokens)) this.#assigned(tokens, this.#scope);
        else this.#walk.note(this.#meaning(tokens, this.#scope), "whole");
    }
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) ?? { dot: UNKNOWN, variables: new Map() };
  }

  #open(dot: Meaning): void {
    this.#scopes.push({ dot, variables: new Map(this.#scope.variables) });
  }

  #replaceDot(dot: Meaning): void {
    const { variables } = this.#scope;
    this.#scopes.pop();
    this.#scopes.push({ dot, variables });
  }

  #else(rest: readonly Token[]): void {
    const outer = this.#scopes.at(-2) ?? this.#scope;
    const keyword = keywordOf(rest);
    const meaning = this.#assigned(keyword === undefined ? rest : rest.slice(1), outer);
    this.#replaceDot(keyword === "with" ? meaning : outer.dot);
  }

  #range(tokens: readonly Token[]): void {
    const outer = this.#scope;
    this.#open(UNKNOWN);
    const assignment = tokens.findIndex((token) => token.is === "mark" && token.value === ":=");
    for (const token of tokens.slice(0, Math.max(assignment, 0))) {
      if (token.is === "reference" && token.variable !== undefined) this.#scope.variables.set(token.variable, UNKNOWN);
    }
    this.#walk.note(this.#meaning(tokens.slice(assignment + 1), outer), "whole");
  }

  /** Gives what is assigned, and remembers it for the variable. */
  #assigned(tokens: readonly Token[], current: Scope): Meaning {
    if (!isAssignment(tokens)) return this.#meaning(tokens, current);
    const [variable, mark] = tokens;
    const meaning = this.#meaning(tokens.slice(2), current);
    const name = variable?.is === "reference" ? (variable.variable ?? "") : "";
    if (mark?.is === "mark" && mark.value === ":=") this.#scope.variables.set(name, meaning);
    // What is assigned anew in a block counts around it too.
    else for (const { variables } of this.#scopes) variables.set(name, joined(variables.get(name) ?? UNKNOWN, meaning));
    return meaning;
  }

  #meaning(tokens: readonly Token[], current: Scope): Meaning {
    return this.#pipeline(readPipeline(tokens), current);
  }

  #pipeline(pipeline: Pipeline, current: Scope): Meaning {
    const isDigest = pipeline.some((command) => DIGESTS.has(command.function ?? ""));
    let result: Meaning | undefined;
    for (const command of pipeline) result = this.#command(command, result, current, isDigest);
    return result ?? UNKNOWN;
  }

  #command(
    { function: name, operands }: Command,
    piped: Meaning | undefined,
    current: Scope,
    isDigest: boolean,
  ): Meaning {
    const given = operands.map((operand) => this.#operand(operand, current));
    const all = piped === undefined ? given : [...given, piped];
    if (name === undefined) return given[0] ?? piped ?? UNKNOWN;
    if (name === "include") {
      this.#walk.call(operands[0], all[1] ?? UNKNOWN, this.#depth);
      return UNKNOWN;
    }
    if (name === "set" && all[0]?.isRoot && all[1]?.text === "Values") return this.#replaced(all[0], all[2] ?? UNKNOWN);
    const picked = this.#picked(name, all);
    if (picked !== undefined) return picked;
    if (name === "dict" || name === "list" || name === "tuple") return made(name, operands, all);
    if (CHOICES.has(name)) return all.reduce(joined, UNKNOWN);
    const use = LOOKS.has(name) ? "look" : "whole";
    if (!TESTS.has(name) && !isDigest) for (const meaning of all) this.#walk.note(meaning, use);
    return UNKNOWN;
  }

  /** The values in the place of which others are put: mostly themselves, with more below. */
  #replaced(root: Meaning, values: Meaning): Meaning {
    for (const path of pathsOf(values)) if (path.length > 0) this.#walk.note({ paths: [path] }, "whole");
    return root;
  }

  /** What a function takes out of an object by keys that stand there. */
  #picked(name: string, all: readonly Meaning[]): Meaning | undefined {
    // Behind the keys come what is taken where there is none, and the object.
    const isDig = name === "dig";
    const object = (isDig ? all.at(-1) : all[0]) ?? UNKNOWN;
    const keys = textsOf(isDig ? all.slice(0, -2) : all.slice(1));
    // A key that a template makes is one that stands elsewhere in it: nobody names keys of their own at the top of the values.
    if (keys === undefined) return name === "index" || name === "get" ? this.#somewhereBelow(object) : undefined;
    const at = (path: readonly string[]): Meaning => below(object, path, this.#walk.read);
    if (name === "index" || name === "get" || isDig) return at(keys);
    if (name === "hasKey") at(keys.slice(0, 1));
    else if (name === "pick") for (const key of keys) this.#walk.note(at([key]), "whole");
    else return undefined;
    return UNKNOWN;
  }

  #somewhereBelow(object: Meaning): Meaning {
    for (const path of pathsOf(object)) if (path.length > 0) this.#walk.note({ paths: [path] }, "whole");
    return UNKNOWN;
  }

  #operand(operand: Operand, current: Scope): Meaning {
    if (operand.is === "group")
      return below(this.#pipeline(operand.pipeline, current), operand.fields, this.#walk.read);
    if (operand.is !== "reference") return { paths: [], text: operand.value };
    const { variable, fields } = operand;
    const start = variable === undefined ? current.dot : (current.variables.get(variable) ?? UNKNOWN);
    return below(start, fields, this.#walk.read);
  }
}

/** The parts of a new object, by the keys that stand there, or of a list. */
function made(name: string, operands: readonly Operand[], all: readonly Meaning[]): Meaning {
  if (name !== "dict") return { paths: [], parts: new Map(all.map((part, index) => [String(index), part])) };
  const parts = new Map<string, Meaning>();
  for (let index = 0; index < all.length; index += 2) {
    const key = operands[index];
    // Under a key that the template makes, it stands where nothing that is written asks for it.
    const text = key?.is === "text" ? key.value : `\0${index}`;
    parts.set(text, joined(parts.get(text) ?? UNKNOWN, all[index + 1] ?? UNKNOWN));
  }
  return { paths: [], parts };
}

function isAssignment([variable, mark]: readonly Token[]): boolean {
  return variable?.is === "reference" && mark?.is === "mark" && (mark.value === ":=" || mark.value === "=");
}

function textsOf(meanings: readonly Meaning[]): readonly string[] | undefined {
  const texts = meanings.flatMap(({ text }) => text ?? []);
  return texts.length === meanings.length && texts.length > 0 ? texts : undefined;
}
