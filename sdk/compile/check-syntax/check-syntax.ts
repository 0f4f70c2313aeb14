import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Syntax } from "../../model/schema.ts";
import { readCel } from "./cel.ts";
import { readComponentPath } from "./component-path.ts";
import { readCron } from "./cron.ts";
import { readDuration } from "./duration.ts";
import { readGitCommit, readGitReference, readWholeGitReference } from "./git-reference.ts";
import { readDigest, readImageRepository, readOciArtifact, readOciRepository, readTag } from "./image.ts";
import { readNamespace, readReleaseName, readVariableName } from "./name.ts";
import { readPatch } from "./patch.ts";
import { readQuantity } from "./quantity.ts";
import { readRegularExpression } from "./regular-expression.ts";
import { readAnnotationKey, readLabelKey, readLabelValue, readSelector, readSelectorOperator } from "./selector.ts";
import type { SyntaxProblem, SyntaxReader, SyntaxTools } from "./syntax-problem.ts";
import { readCommitTemplate, readOperatorTemplate } from "./template.ts";
import { readUrl } from "./url.ts";
import { readChartVersion, readVersionRange } from "./version-range.ts";

/** The languages that there are readers for, with the code that each reports. */
const READERS: Readonly<Record<string, { readonly code: DiagnosticCode; readonly read: SyntaxReader }>> = {
  "annotation-key": { code: "syntax/selector", read: readAnnotationKey },
  cel: { code: "syntax/cel", read: readCel },
  "chart-version": { code: "syntax/chart-version", read: readChartVersion },
  "commit-template": { code: "syntax/template", read: readCommitTemplate },
  "component-path": { code: "syntax/component-path", read: readComponentPath },
  cron: { code: "syntax/cron", read: readCron },
  duration: { code: "syntax/duration", read: readDuration },
  "git-commit": { code: "syntax/git-reference", read: readGitCommit },
  "git-reference": { code: "syntax/git-reference", read: readGitReference },
  "image-repository": { code: "syntax/image", read: readImageRepository },
  "label-key": { code: "syntax/selector", read: readLabelKey },
  "label-value": { code: "syntax/selector", read: readLabelValue },
  namespace: { code: "syntax/name", read: readNamespace },
  "oci-artifact": { code: "syntax/image", read: readOciArtifact },
  "oci-digest": { code: "syntax/image", read: readDigest },
  "oci-repository": { code: "syntax/image", read: readOciRepository },
  "oci-tag": { code: "syntax/image", read: readTag },
  "operator-template": { code: "syntax/template", read: readOperatorTemplate },
  patch: {
    code: "syntax/patch",
    read: (text, _syntax, { readYaml }) => (readYaml === undefined ? undefined : readPatch(text, readYaml)),
  },
  quantity: { code: "syntax/quantity", read: readQuantity },
  "regular-expression": { code: "syntax/regular-expression", read: readRegularExpression },
  "release-name": { code: "syntax/name", read: readReleaseName },
  selector: { code: "syntax/selector", read: readSelector },
  "selector-operator": { code: "syntax/selector", read: readSelectorOperator },
  url: { code: "syntax/url", read: readUrl },
  "variable-name": { code: "syntax/name", read: readVariableName },
  "version-range": { code: "syntax/version-range", read: readVersionRange },
  "whole-git-reference": { code: "syntax/git-reference", read: readWholeGitReference },
};

/** The languages that there are readers for. */
export const LANGUAGES: readonly string[] = Object.keys(READERS);

/** What a controller would find wrong with a text, once the API server has taken it. */
export function checkSyntax(
  text: string,
  syntax: Syntax,
  tools: SyntaxTools = {},
): (SyntaxProblem & { readonly code: DiagnosticCode }) | undefined {
  const reader = Object.hasOwn(READERS, syntax.language) ? READERS[syntax.language] : undefined;
  const problem = reader?.read(text, syntax, tools);
  return reader && problem && { ...problem, code: reader.code };
}
