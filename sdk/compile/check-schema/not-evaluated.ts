/** What to do about a rule or a pattern that only the API server looks at. */
export const NOT_EVALUATED_HINT = "let the API server look at the object: `kubectl apply --dry-run=server`";
