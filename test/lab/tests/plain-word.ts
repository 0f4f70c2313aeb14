import fc from "fast-check";

/** Words that stand without quotes, of the sorts that versions of YAML disagree about. */
export const plainWord: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[-+]?[0-9][0-9_]{0,6}$/),
  fc.stringMatching(/^[-+]?0[xXoObB]?[0-9a-fA-F_]{0,6}$/),
  fc.stringMatching(/^[-+]?[0-9_]{0,3}\.[0-9_]{0,3}([eE][-+]?[0-9]{1,2})?$/).filter((word) => word !== "."),
  fc.stringMatching(/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9:.]{0,8}Z?)?$/),
  fc.stringMatching(/^[0-9]{1,2}(:[0-9]{1,2}){1,2}$/),
  fc.constantFrom(...["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "~"].flatMap(cases)),
  fc.constantFrom(
    "<<x",
    "=",
    "0b",
    "0x",
    "0o",
    "1e",
    "e1",
    "_1",
    "1_",
    "+",
    "1e400",
    "0o8",
    "09",
    "0b2",
    "!!str 1",
    "!!int '8'",
    "!own 7",
  ),
);

function cases(word: string): readonly string[] {
  return [
    word,
    word.toUpperCase(),
    word.replace(/^./, (letter) => letter.toUpperCase()),
    word.replace(/.$/, (letter) => letter.toUpperCase()),
  ];
}
