// What Helm says of values, as the repository holds it, is still what Helm says. To record it anew:
// npx vitest run --config vitest.lab.config.ts test/lab/tests/helm-values.test.ts -u
import { expect, test } from "vitest";
import { chartQuestions } from "../../unit/charts/helm/chart-questions.ts";
import { composeQuestions } from "../../unit/charts/helm/compose-questions.ts";
import { recordedFile, recordingOf } from "../../unit/charts/helm/recording.ts";
import { schemaQuestions } from "../../unit/charts/helm/schema-questions.ts";
import { lab } from "../cluster/lab.ts";
import { askHelm } from "../oracle/helm.ts";

test.for([
  ["composed", composeQuestions()],
  ["charts", chartQuestions()],
  ["schemas", schemaQuestions()],
] as const)("%s", async ([name, questions]) => {
  const program = lab().programs["helm-values"] ?? "";
  await expect(recordingOf(questions, await askHelm(program, questions))).toMatchFileSnapshot(recordedFile(name));
});
