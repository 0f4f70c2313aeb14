import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

/** Reads a token or a name: something of one line. */
export function checkSingleLine(text: string, { key }: KeyAbout): SecretProblem | undefined {
  if (text !== "") return checkLineEnd(text, { key });
  // Some readers go on without a login then.
  return { key, message: "is empty", hint: "give the value, or leave out the Secret", severity: "warning" };
}

/** Reads a password: where a token is the user name, there is none. */
export function checkLineEnd(text: string, { key }: KeyAbout): SecretProblem | undefined {
  if (!/[\r\n]$/.test(text)) return undefined;
  return {
    key,
    message: "ends in a line break, which would be sent as a part of it",
    hint: "read it with fromFile(path, { trim: true }), or cut it off",
    severity: "warning",
  };
}

/** Reads the number of a GitHub App or of its installation. Anything else counts as no number at all. */
export function checkNumber(text: string, { key }: KeyAbout): SecretProblem | undefined {
  if (/^[+-]?\d{1,18}$/.test(text)) return undefined;
  return /^\s*\d+\s*$/.test(text)
    ? { key, message: "has white space around its number, so it is read as none", hint: "read it with { trim: true }" }
    : { key, message: "is no number", hint: 'give the number from the App\'s page, as text: "123456"' };
}

/** Reads the name of a variable of `postBuild`: one that is none fails the build of the whole Kustomization. */
export function checkVariableName(key: string): SecretProblem | undefined {
  if (/^[_A-Za-z][_A-Za-z0-9]*$/.test(key)) return undefined;
  return {
    key,
    message: "is no name of a variable",
    hint: `write ${JSON.stringify(key.replaceAll(/[^_A-Za-z0-9]/g, "_").replace(/^(?=\d)/, "_"))}: letters, digits and "_", not starting with a digit`,
  };
}
