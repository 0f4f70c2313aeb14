import fc from "fast-check";

const WORDS =
  "true False NULL null yes No on OFF y N ~ .inf -.INF .NaN << --- ... {} [] |- > &a *a !!str !!binary __proto__";
const PARTS_OF_NUMBERS = "0x 0o 0b 1_0 08 1e3 e+ 12:30:45 2001-12-14 T21:59:43.10-05:00";

/** Pieces that mean something to some version of YAML, alone or beside each other. */
const TOKENS = [
  ..."0123456789abcdefnostuxyEINOTYZ_-+.:,;=<>?!&*#%@`|~^$(){}[]'\"\\/ \t\n\r\0",
  ..."\u0007\u001b\u007f\u0085\u00a0\u00ad\u2028\u2029\u200b\u202e\ufeff\ufffe\uffff\ud800\udc00é漢🐙",
  ...WORDS.split(" "),
  ...PARTS_OF_NUMBERS.split(" "),
  ...["  ", "\n\n", "\n ", " \n", "\n  ", "\n\t", "- ", ": ", " #", "? ", ":\n", `\${A}`],
];

/** Texts that YAML could read as something else. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...TOKENS), { maxLength: 8 }).map((tokens) => tokens.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[-+.0-9][-+._:0-9abefostxTZ]{0,12}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[ \t\na#:-]{0,24}$/) },
);

/** Numbers that JSON can hold. */
export const finiteNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e20, 1e21, -1e21, 1e-7, 1.5e-7, 5e-324, Number.MAX_VALUE, 2 ** 53, 2 ** 63, 0.1, 100, 1e6),
);

const scalar = fc.oneof(fc.boolean(), fc.constant(null), finiteNumber, nastyText);

const { document } = fc.letrec<{ data: unknown; map: object; list: object; document: object }>((tie) => ({
  data: fc.oneof({ maxDepth: 6, withCrossShrink: true }, scalar, tie("list"), tie("map")),
  list: fc.array(tie("data"), { maxLength: 4 }),
  map: fc.array(fc.tuple(nastyText, tie("data")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  document: fc.oneof(tie("map"), tie("list")),
}));

/** A map or a list of any plain data. */
export const plainDocument: fc.Arbitrary<object> = document;
