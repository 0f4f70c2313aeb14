import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { UsageError } from "../arguments/command.ts";
import type { TextsEntry } from "./kind-texts.ts";
import { kindTexts } from "./texts/index.gen.ts";

/** Finds a kind by what people call it, in whatever case: `Kustomization`, `kustomizations`, `ks`. */
export function findKind(name: string): TextsEntry | UsageError {
  const wanted = name.toLowerCase();
  const found = kindTexts.find(({ kind, aliases }) => kind.toLowerCase() === wanted || aliases.includes(wanted));
  if (found !== undefined) return found;
  const kinds = kindTexts.map(({ kind }) => kind);
  const nearest = nearestWord(name, kinds);
  const hint = nearest === undefined ? `the kinds are ${kinds.join(", ")}` : `did you mean ${nearest}?`;
  return { type: "usage", message: `"${name}" is no kind that Sluice can explain`, hint };
}
