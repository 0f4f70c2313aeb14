import { expect, test } from "vitest";
import { withArticle } from "../../../sdk/compile/article.ts";

test.each([
  ["Secret", "a Secret"],
  ["HelmRepository", "a HelmRepository"],
  ["OCIRepository", "an OCIRepository"],
  ["ExternalArtifact", "an ExternalArtifact"],
  ["ingress", "an ingress"],
])("%s is spoken of as %j", (kind, spoken) => {
  expect(withArticle(kind)).toBe(spoken);
});
