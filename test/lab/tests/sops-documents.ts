/** A file with every type that SOPS knows, in every way of writing that its parser takes. */
export const ALL_TYPES = `apiVersion: v1
kind: Secret
metadata:
  name: everything
  namespace: apps
texts:
  plain: open sesame
  single: 'it''s'
  double: "tab\\tand \\u00e9"
  empty: ""
  literal: |
    one
      two

  folded: >-
    one
    two
  unicode: schön 🐙
  notNumbers: ["1", '0x1', "true", "null", "2001-12-14", y, no, On, 1:30, 1e400, 0o8, "."]
  binary: !!binary c2VzYW1l
  bytes: !!binary /+7d
  tagged: !!str 5
numbers:
  - 0
  - -7
  - +12
  - 1_000
  - 0x1F
  - 0o17
  - 017
  - 0b101
  - 9223372036854775807
  - -9223372036854775808
  - 1.5
  - -1.0
  - .5
  - 1.
  - 08
  - 1e3
  - 1.5e-7
  - 1e21
  - 123456789012345678901234567890
  - 5e-324
  - 1.7976931348623157e308
  - 0.1
  - 100000000000000000000.0
  - .inf
  - -.INF
  - .nan
  - !!float 3
flags: { yes: true, no: false, loud: TRUE }
times:
  - 2001-12-14
  - 2001-12-14T21:59:43.10-05:00
  - 2001-12-14t21:59:43Z
  - 2001-2-3 4:5:6.7
  - 2001-12-14T21:59:43.123456789123+00:00
bracket: [
  one, # behind one
  two
]
broken: "one
two"
nothing: null
tilde: ~
left:
lists: [[], {}, [1, [2]], { a: [] }]
base: &base { user: admin, token: sesame }
same: *base
merged:
  own: *base
seven_unencrypted: 7
eight_secret: 8
data:
  a: b
stringData:
  c: d
`;

/** A file with a comment wherever one may stand. */
export const COMMENTED = `# head

# second
apiVersion: v1 # inline
kind: Secret
# before data
data: # behind a key
  # first in it
  a: b # behind a value
  # encrypt: the next
  c: d

  # after a gap
  list: # behind the key of a list
    # first of the list
    - one # behind an item
    # between
    - two
    # last of the list
  text: | # behind a mark
    # no comment
    text
  flow: { a: 1, b: [2, 3] } # behind a map
  deep:
    deeper: 1
    # end of deep
  # end of data
# plain: before the end
end: 1
#without a space
other: 2
# the last
`;

/** Several documents. */
export const DOCUMENTS = `# first
a: 1
data: { x: one }
---
# second
data:
  x: two
  y: [1, 2.5, true, null]
---
data: three
`;
